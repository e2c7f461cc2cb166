using System.Globalization;

namespace Validation.Cel.Functions;

/// <summary>Estimates how large a regular expression is with its counted repetitions written out, before the engine does so.</summary>
internal static class PatternSize
{
    public static long Of(string pattern)
    {
        var groups = new Stack<long>();
        var (size, last) = (0L, 0L);
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    (size, last) = (size + last, 1);
                    break;
                case '[':
                    i = EndOfClass(pattern, i);
                    (size, last) = (size + last, 1);
                    break;
                case '(':
                    groups.Push(size + last);
                    (size, last) = (0, 0);
                    break;
                case ')' when groups.Count > 0:
                    (size, last) = (groups.Pop(), size + last);
                    break;
                case '{':
                    last = Math.Min(last * Repetitions(pattern, i), int.MaxValue);
                    break;
                default:
                    (size, last) = (size + last, 1);
                    break;
            }
        }

        return groups.Sum() + size + last;
    }

    /// <summary>The index of the bracket that ends the set of characters which begins at an index. Where none does, it lies
    /// behind the pattern.</summary>
    public static int EndOfClass(string pattern, int start)
    {
        var i = start + 1;
        i += i < pattern.Length && pattern[i] == '^' ? 1 : 0;
        i += i < pattern.Length && pattern[i] == ']' ? 1 : 0;
        for (; i < pattern.Length && pattern[i] != ']'; i++)
        {
            i += pattern[i] == '\\' ? 1 : 0;
        }

        return i;
    }

    /// <summary>The upper bound of a counted repetition that begins at an index; 1 where none does.</summary>
    private static long Repetitions(string pattern, int start)
    {
        var end = pattern.IndexOf('}', start);
        if (end < 0)
        {
            return 1;
        }

        var most = 1L;
        foreach (var range in pattern.AsSpan(start + 1, end - start - 1).Split(','))
        {
            var bound = pattern.AsSpan(start + 1, end - start - 1)[range];
            var isNumber = long.TryParse(bound, CultureInfo.InvariantCulture, out var value);
            most = Math.Max(most, isNumber ? Math.Min(value, int.MaxValue) : bound.Length > 9 ? int.MaxValue : 1);
        }

        return most;
    }
}
