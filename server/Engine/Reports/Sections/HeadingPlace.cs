using Validation.Engine.Documents;
using Validation.Engine.Reports.Text;

namespace Validation.Engine.Reports.Sections;

/// <summary>What stands around a line that may be a heading, and makes it more or less likely to be one.</summary>
internal static class HeadingPlace
{
    private const double WithTable = 0.4;
    private const int LinesSearched = 8;
    private const int LongestRow = 400;

    // Words of the first lines of each table that prose does not use.
    private static readonly string[][] TableSigns =
    [
        ["信息内容", "本年制发", "现行有效件数"], ["勾稽关系", "申请人情况", "本年新收政府信息公开申请"], ["结果维持", "未经复议直接起诉", "尚未审结"],
    ];

    /// <summary>
    /// The candidates that their surroundings allow: above its table a heading is surer than the same words above prose, and a number in
    /// brackets that continues others is that of a part.
    /// </summary>
    public static List<HeadingCandidate> Weigh(List<HeadingCandidate> candidates, IReadOnlyList<Paragraph> lines)
    {
        var weighed = new List<HeadingCandidate>(candidates.Count);
        var brackets = new Brackets(lines);
        foreach (var candidate in candidates)
        {
            var hasTable = candidate.Section.Ordinal is >= 2 and <= 4 && StandsAboveTable(candidate, lines);
            var isPart = !brackets.Allow(candidate);
            if (!isPart && (hasTable || !candidate.NeedsTable))
            {
                weighed.Add(hasTable ? candidate with { Score = candidate.Score + WithTable } : candidate);
            }
        }

        return weighed;
    }

    private static bool StandsAboveTable(HeadingCandidate heading, IReadOnlyList<Paragraph> lines)
    {
        var signs = TableSigns[heading.Section.Ordinal - 2];
        var seen = 0;
        for (var i = heading.Line + heading.LineCount; i < lines.Count && seen < LinesSearched; i++)
        {
            var text = lines[i].Text;
            seen += string.IsNullOrWhiteSpace(text) ? 0 : 1;
            if (text.Length <= LongestRow && Characters.Words(text) is var words
                && Array.Exists(signs, sign => words.Contains(sign, StringComparison.Ordinal)))
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
    private sealed class Brackets(IReadOnlyList<Paragraph> lines)
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

            if (candidate.Style != NumberingStyle.Bracketed)
            {
                // Under a heading the parts begin anew.
                _last = candidate.Score >= 1 ? 0 : _last;
                return true;
            }

            var isAllowed = candidate.Number == 1 || _last != candidate.Number - 1;
            _lastHeading = isAllowed ? candidate.Line : _lastHeading;
            return isAllowed;
        }
    }
}
