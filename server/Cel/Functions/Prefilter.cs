using System.Buffers;
using System.Globalization;
using System.Text;

namespace Validation.Cel.Functions;

/// <summary>
/// Says quickly that a text holds no match of a regular expression, by looking for characters without which there is none: every match of
/// <c>处理费[0-9]+元|收费</c> holds 处理费 or 收费. Most patterns find nothing in most reports, and looking for fixed characters takes a tenth of the
/// time of the expression. RE2 has the same under the same name.
/// </summary>
internal sealed class Prefilter
{
    // Each is one pass over the text: with more of them the expression itself is as fast.
    private const int MostTexts = 12;
    private const int MostCharacters = 40;

    private readonly string[] _texts;
    private readonly SearchValues<char>? _characters;

    private Prefilter(IReadOnlyList<string> needed)
    {
        _texts = [.. needed];
        _characters = needed.All(text => text.Length == 1) ? SearchValues.Create(string.Concat(needed)) : null;
    }

    /// <summary>The prefilter of a pattern that the regular expressions of .NET accept without backtracking. Null: a match may consist of
    /// anything, or the pattern has what is not understood here.</summary>
    public static Prefilter? Of(string pattern)
    {
        var reader = new Reader(pattern);
        var needed = reader.ReadAlternatives();
        return needed is null || !reader.IsAtEnd || (needed.Count > MostTexts && needed.Any(text => text.Length > 1)) ? null : new(needed);
    }

    /// <summary>False: the expression matches nowhere in the text. True: it may match.</summary>
    public bool MayMatch(string text)
    {
        if (_characters is not null)
        {
            return text.AsSpan().ContainsAny(_characters);
        }

        foreach (var needed in _texts)
        {
            if (text.Contains(needed, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads a pattern for the texts of which every match holds at least one. Null stands for none such. What it does not
    /// understand ends the reading before the end of the pattern.</summary>
    private sealed class Reader(string pattern)
    {
        private int _at;

        public bool IsAtEnd => _at == pattern.Length;

        /// <summary>Reads to the end of the group, or of the pattern.</summary>
        public List<string>? ReadAlternatives()
        {
            var all = ReadSequence();
            while (Skip('|'))
            {
                var other = ReadSequence();
                all = all is null || other is null || all.Count + other.Count > MostCharacters ? null : [.. all, .. other];
            }

            return all;
        }

        private List<string>? ReadSequence()
        {
            List<string>? best = null;
            var run = new StringBuilder();
            while (!IsAtEnd && pattern[_at] is not ('|' or ')'))
            {
                if (ReadLiteral() is { } literal)
                {
                    var (isOptional, isRepeated) = ReadQuantifier();
                    if (!isOptional)
                    {
                        run.Append(literal);
                    }

                    if (!isOptional && !isRepeated)
                    {
                        continue;
                    }

                    best = Better(best, Take(run));
                    continue;
                }

                var start = _at;
                best = Better(best, Take(run));
                var needed = ReadItem();
                if (_at == start)
                {
                    return null;
                }

                best = ReadQuantifier().IsOptional ? best : Better(best, needed);
            }

            return Better(best, Take(run));
        }

        private char? ReadLiteral()
        {
            var (at, literal) = pattern[_at] switch
            {
                '\\' when _at + 1 < pattern.Length && char.IsAscii(pattern[_at + 1]) && !char.IsAsciiLetterOrDigit(pattern[_at + 1])
                    => (_at + 2, pattern[_at + 1]),
                '\\' or '[' or '(' or '.' or '^' or '$' or '{' or '*' or '+' or '?' => (_at, default),
                var other => (_at + 1, (char?)other),
            };
            _at = at;
            return literal;
        }

        // A group, a set of characters, or what matches any of very many. It reads nothing where it does not understand.
        private List<string>? ReadItem()
        {
            switch (pattern[_at])
            {
                case '.' or '^' or '$':
                    _at++;
                    return null;
                case '[':
                    return ReadClass();
                case '(':
                    return ReadGroup();
                case '\\' when _at + 1 < pattern.Length && "dDwWsSbBAzZ".Contains(pattern[_at + 1], StringComparison.Ordinal):
                    _at += 2;
                    return null;
                default:
                    return null;
            }
        }

        private List<string>? ReadGroup()
        {
            var start = _at++;
            if (Skip('?') && !Skip(':'))
            {
                var end = Skip('<') ? pattern.IndexOf('>', _at) : -1;
                if (end < 0 || pattern[_at] is '=' or '!')
                {
                    _at = start;
                    return null;
                }

                _at = end + 1;
            }

            var needed = ReadAlternatives();
            _at = Skip(')') ? _at : start;
            return needed;
        }

        private List<string>? ReadClass()
        {
            var end = PatternSize.EndOfClass(pattern, _at);
            var inner = pattern.AsSpan(_at + 1, Math.Max(0, Math.Min(end, pattern.Length) - _at - 1));
            if (end >= pattern.Length || inner.Contains("-[", StringComparison.Ordinal))
            {
                return null;
            }

            _at = end + 1;
            if (inner.StartsWith('^') || inner.Contains('\\'))
            {
                return null;
            }

            var characters = new List<string>();
            for (var i = 0; i < inner.Length && characters.Count <= MostCharacters; i++)
            {
                var last = i + 2 < inner.Length && inner[i + 1] == '-' ? inner[i + 2] : inner[i];
                for (int character = inner[i]; character <= last && characters.Count <= MostCharacters; character++)
                {
                    characters.Add(((char)character).ToString());
                }

                i += last == inner[i] ? 0 : 2;
            }

            return characters.Count <= MostCharacters ? characters : null;
        }

        // Nothing that is no quantifier is read, except a brace, which ends the reading.
        private (bool IsOptional, bool IsRepeated) ReadQuantifier()
        {
            if (IsAtEnd || pattern[_at] is not ('?' or '*' or '+' or '{'))
            {
                return default;
            }

            var first = pattern[_at++];
            var least = first == '+' ? 1 : 0;
            if (first == '{')
            {
                var end = pattern.IndexOf('}', _at);
                var bounds = end < 0 ? [] : pattern[_at..end].Split(',');
                if (bounds.Length is not (1 or 2) || !int.TryParse(bounds[0], NumberStyles.None, CultureInfo.InvariantCulture, out least))
                {
                    _at--;
                    return (true, true);
                }

                _at = end + 1;
            }

            Skip('?');
            return (least == 0, true);
        }

        private bool Skip(char expected)
        {
            if (IsAtEnd || pattern[_at] != expected)
            {
                return false;
            }

            _at++;
            return true;
        }

        private static List<string>? Take(StringBuilder run)
        {
            List<string>? taken = run.Length == 0 ? null : [run.ToString()];
            run.Clear();
            return taken;
        }

        // Long texts are rarer than short ones, and few are found sooner.
        private static List<string>? Better(List<string>? one, List<string>? other)
        {
            if (one is null || other is null)
            {
                return one ?? other;
            }

            var (length, otherLength) = (one.Min(text => text.Length), other.Min(text => text.Length));
            return length == otherLength ? one.Count <= other.Count ? one : other : length > otherLength ? one : other;
        }
    }
}
