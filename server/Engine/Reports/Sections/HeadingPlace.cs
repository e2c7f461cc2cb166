using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Text;
using Validation.Form;

namespace Validation.Engine.Reports.Sections;

/// <summary>What stands around a line that may be a heading, and makes it more or less likely to be one.</summary>
internal static class HeadingPlace
{
    private const double WithTable = 0.4;
    private const int LinesSearched = 8;
    private const int LongestRow = 400;

    /// <summary>
    /// The candidates that their surroundings allow: above its table a heading is surer than the same words above prose, and a number in
    /// brackets that continues others is that of a part.
    /// </summary>
    public static List<HeadingCandidate> Weigh(List<HeadingCandidate> candidates, IReadOnlyList<TextLine> lines)
    {
        var weighed = new List<HeadingCandidate>(candidates.Count);
        var brackets = new Brackets(lines);
        foreach (var candidate in candidates)
        {
            var hasTable = ReportTemplate.TableOf(candidate.Section) is { } table
                && StandsAboveTable(candidate, table.Signs, lines);
            var isPart = !brackets.Allow(candidate);
            if (!isPart && (hasTable || !candidate.NeedsTable))
            {
                weighed.Add(hasTable ? candidate with { Score = candidate.Score + WithTable } : candidate);
            }
        }

        return weighed;
    }

    private static bool StandsAboveTable(HeadingCandidate heading, IReadOnlyList<string> signs, IReadOnlyList<TextLine> lines)
    {
        var seen = 0;
        for (var i = heading.Line + heading.LineCount; i < lines.Count && seen < LinesSearched; i++)
        {
            var text = lines[i].Text;
            seen += string.IsNullOrWhiteSpace(text) ? 0 : 1;
            if (text.Length <= LongestRow && Characters.Words(text) is var words
                && signs.Any(sign => words.Contains(sign, StringComparison.Ordinal)))
            {
                return true;
            }

            if (Numbering.Of(text.AsSpan().Trim()).Style == NumberingStyle.Han)
            {
                // The next heading: a table below that is its own.
                return false;
            }
        }

        return false;
    }

    /// <summary>Follows the numbers in brackets down the document.</summary>
    private sealed class Brackets(IReadOnlyList<TextLine> lines)
    {
        private int _next;
        private int _last;
        private int _lastHeading = -1;

        /// <summary>False: the candidate's number continues those of parts above it. To be asked from the top down.</summary>
        public bool Allow(HeadingCandidate candidate)
        {
            for (; _next < candidate.Line; _next++)
            {
                var numbering = Numbering.Of(lines[_next].Text.AsSpan().Trim());
                if (numbering.Style == NumberingStyle.Bracketed && _next != _lastHeading)
                {
                    _last = numbering.Value;
                }
            }

            if (candidate.Number.Style != NumberingStyle.Bracketed)
            {
                // Under a heading the parts begin anew.
                _last = candidate.Score >= 1 ? 0 : _last;
                return true;
            }

            var isAllowed = candidate.Number.Value == 1 || _last != candidate.Number.Value - 1;
            _lastHeading = isAllowed ? candidate.Line : _lastHeading;
            return isAllowed;
        }
    }
}
