using System.Buffers;

namespace Validation.Engine.Rules.Facts;

/// <summary>
/// Texts as sets of five characters in a row, by which it is told how much of one is in another. Numbers count as one sign whatever they
/// are, marks and blanks as nothing: reports of two years that differ in their numbers alone have equal sets.
/// </summary>
internal static class TextGrams
{
    private const int Size = 5;
    private const ulong Factor = 0x9E37_79B9_7F4A_7C15;
    private const char Number = '0';

    // What may stand within a number.
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,%．，％");

    /// <summary>The set of a text, sorted. Empty: the text is shorter than five signs.</summary>
    /// <param name="texts">The text in pieces, in their order.</param>
    public static ulong[] Of(IReadOnlyList<string> texts)
    {
        var signs = new char[texts.Sum(text => text.Length)];
        var length = 0;
        foreach (var text in texts)
        {
            length += Write(text, signs.AsSpan(length));
        }

        return length < Size ? [] : SetOf(signs.AsSpan(0, length));
    }

    /// <summary>How many members two sets have in common.</summary>
    public static int Common(ReadOnlySpan<ulong> first, ReadOnlySpan<ulong> second)
    {
        var common = 0;
        for (int i = 0, j = 0; i < first.Length && j < second.Length;)
        {
            if (first[i] == second[j])
            {
                common++;
                i++;
                j++;
            }
            else if (first[i] < second[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return common;
    }

    /// <summary>How alike two sets are: what they have in common as a share of all that is in either (Jaccard), 0 to 1. Two empty sets have
    /// nothing in common.</summary>
    public static double Likeness(ReadOnlySpan<ulong> first, ReadOnlySpan<ulong> second)
    {
        var common = Common(first, second);
        return common == 0 ? 0 : (double)common / (first.Length + second.Length - common);
    }

    private static int Write(string text, Span<char> signs)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                signs[length++] = Number;
                while (i + 1 < text.Length && OfNumbers.Contains(text[i + 1]) && IsWithin(text, i + 1))
                {
                    i++;
                }
            }
            else if (char.IsLetter(text[i]) || char.IsSurrogate(text[i]))
            {
                signs[length++] = text[i];
            }
        }

        return length;
    }

    // A comma or stop belongs to a number only where a digit follows.
    private static bool IsWithin(string text, int index) =>
        char.IsAsciiDigit(text[index]) || (index + 1 < text.Length && char.IsAsciiDigit(text[index + 1]));

    private static ulong[] SetOf(ReadOnlySpan<char> signs)
    {
        var grams = new ulong[signs.Length - Size + 1];
        for (var i = 0; i < grams.Length; i++)
        {
            ulong gram = 0;
            foreach (var sign in signs.Slice(i, Size))
            {
                gram = ((gram ^ sign) * Factor) ^ (gram >> 29);
            }

            grams[i] = gram;
        }

        Array.Sort(grams);
        var different = 1;
        for (var i = 1; i < grams.Length; i++)
        {
            if (grams[i] != grams[different - 1])
            {
                grams[different++] = grams[i];
            }
        }

        return different == grams.Length ? grams : grams[..different];
    }
}
