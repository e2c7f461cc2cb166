using Validation.Engine.Reports.Articles;

namespace Validation.Engine.Reports.Sections;

/// <summary>
/// Tells the headings of a table of contents from those of the sections: they follow one another, and all stand in the text again.
/// </summary>
internal static class TableOfContents
{
    private const int Least = 3;

    /// <summary>The candidates without those of tables of contents.</summary>
    public static List<HeadingCandidate> Without(List<HeadingCandidate> candidates, IReadOnlyList<TextLine> lines)
    {
        var headings = candidates.GroupBy(candidate => candidate.Line).Select(line => line.MaxBy(candidate => candidate.Score)!).ToList();
        var dropped = new HashSet<int>();
        for (var start = 0; start < headings.Count;)
        {
            var end = start + 1;
            while (end < headings.Count && Follows(headings[end - 1], headings[end], lines))
            {
                end++;
            }

            if (end - start >= Least && end < headings.Count && ComeAgain(headings, start, end))
            {
                dropped.UnionWith(headings[start..end].Select(heading => heading.Line));
            }

            start = end;
        }

        return dropped.Count == 0 ? candidates : [.. candidates.Where(candidate => !dropped.Contains(candidate.Line))];
    }

    private static bool Follows(HeadingCandidate above, HeadingCandidate below, IReadOnlyList<TextLine> lines)
    {
        var line = above.Line + 1;
        while (line < below.Line && string.IsNullOrWhiteSpace(lines[line].Text))
        {
            line++;
        }

        return line >= below.Line && below.Section.Ordinal > above.Section.Ordinal;
    }

    private static bool ComeAgain(List<HeadingCandidate> headings, int start, int end)
    {
        var again = headings.Skip(end).Select(heading => heading.Section.Ordinal).Take(100).ToHashSet();
        return headings.Skip(start).Take(end - start).All(heading => again.Contains(heading.Section.Ordinal));
    }
}
