using System.Text;

namespace Validation.Cel.Functions;

/// <summary>Handles strings by code points, as the specification does: some of these take two UTF-16 code units.</summary>
internal static class CodePoints
{
    /// <summary>The number of code points in a text.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            count -= char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The index, in UTF-16 code units, of a code point by its number from 0; the length of the text for the number behind the
    /// last. Null: out of range.</summary>
    public static int? Offset(string text, long index)
    {
        if (index < 0 || index > text.Length)
        {
            return null;
        }

        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return (int)index;
        }

        var at = 0;
        for (; index > 0; index--)
        {
            if (at >= text.Length)
            {
                return null;
            }

            at += LengthAt(text, at);
        }

        return at;
    }

    /// <summary>The code points in their order.</summary>
    public static int[] Values(string text)
    {
        var values = new int[Count(text)];
        var i = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            values[i++] = rune.Value;
        }

        return values;
    }

    /// <summary>The number of UTF-16 code units, 1 or 2, of the code point at an index.</summary>
    public static int LengthAt(string text, int at)
    {
        return at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
    }

    /// <summary>The text from back to front.</summary>
    public static string Reverse(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var end = text.Length; end > 0;)
        {
            var length = end > 1 && char.IsSurrogatePair(text[end - 2], text[end - 1]) ? 2 : 1;
            end -= length;
            result.Append(text, end, length);
        }

        return result.ToString();
    }
}
