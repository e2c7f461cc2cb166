using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Validation.Cel.Functions;

/// <summary>Finds characters that stand again a few places further on, many places of a text at a time.</summary>
internal static class Repeats
{
    /// <summary>The index, from <paramref name="from"/> on, of the next character that is repeated right behind itself; the text's length
    /// where there is none.</summary>
    public static int NextCharacter(string text, int from) => Next(text, from, 1, 1, 1);

    /// <summary>The index, from <paramref name="from"/> on, of the next two characters that stand again, in their order, at one of the
    /// distances; the text's length where there are none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">The first index that counts.</param>
    /// <param name="nearest">The shortest distance, in UTF-16 code units.</param>
    /// <param name="farthest">The longest one.</param>
    public static int NextPair(string text, int from, int nearest, int farthest) => Next(text, from, nearest, farthest, 2);

    private static int Next(string text, int from, int nearest, int farthest, int length)
    {
        // The last block whose comparisons stay within the text.
        var lastBlock = text.Length - farthest - length + 1 - Vector<ushort>.Count;
        for (var at = from; at < text.Length;)
        {
            var end = Math.Min(at + Vector<ushort>.Count, text.Length);
            if (at <= lastBlock && !IsAnyRepeated(text, at, nearest, farthest, length))
            {
                at = end;
            }

            for (; at < end; at++)
            {
                if (IsRepeated(text, at, nearest, farthest, length))
                {
                    return at;
                }
            }
        }

        return text.Length;
    }

    private static bool IsAnyRepeated(string text, int at, int nearest, int farthest, int length)
    {
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text.AsSpan(at)));
        ref var last = ref Unsafe.Add(ref first, length - 1);
        var (firsts, lasts) = (Vector.LoadUnsafe(ref first), Vector.LoadUnsafe(ref last));
        var found = Vector<ushort>.Zero;
        for (var distance = (nuint)nearest; distance <= (nuint)farthest; distance++)
        {
            found |= Vector.Equals(firsts, Vector.LoadUnsafe(ref first, distance))
                & Vector.Equals(lasts, Vector.LoadUnsafe(ref last, distance));
        }

        return found != Vector<ushort>.Zero;
    }

    private static bool IsRepeated(string text, int at, int nearest, int farthest, int length)
    {
        for (var distance = nearest; distance <= farthest && at + distance + length <= text.Length; distance++)
        {
            if (text[at] == text[at + distance] && text[at + length - 1] == text[at + distance + length - 1])
            {
                return true;
            }
        }

        return false;
    }
}
