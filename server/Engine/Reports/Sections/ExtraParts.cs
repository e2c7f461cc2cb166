using System.Buffers;
using System.Text.RegularExpressions;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Labels;
using Validation.Engine.Reports.Text;
using Validation.Form;
using Validation.V1;

namespace Validation.Engine.Reports.Sections;

/// <summary>Finds headings that are numbered like those of the six sections and begin none of them.</summary>
internal static partial class ExtraParts
{
    private static readonly SearchValues<char> NoHeading = SearchValues.Create("。；;，,！？!?|");

    // A longer line without a comma is rather the first of a wrapped paragraph.
    private const int LongestHeading = 24;
    private const int ShortestName = 2;
    private const int Most = 100;

    // 一、本年新收政府信息公开申请数量 and the other rows of table 三 that bear such numbers.
    private static readonly string[] RowLabels =
    [
        .. ReportTemplate.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Headings.Append(row.Label))
            .Where(label => Numbering.Of(label).Style == NumberingStyle.Han).Distinct(StringComparer.Ordinal)
            .Select(LabelWords.Of),
    ];

    /// <summary>Notes headings that look like those of a seventh section, and annexes, as deviations.</summary>
    /// <param name="spans">The sections.</param>
    /// <param name="misplaced">Lines whose headings are known to stand in a wrong place.</param>
    /// <param name="lines">The document.</param>
    /// <param name="deviations">Takes them.</param>
    public static void Note(
        IReadOnlyList<SectionSpan> spans, IReadOnlySet<int> misplaced, IReadOnlyList<TextLine> lines, ICollection<Deviation> deviations)
    {
        var left = Most;
        foreach (var span in spans)
        {
            for (var i = BehindTable(span, lines); i < span.End && left > 0; i++)
            {
                if (lines[i].Cells is null && !misplaced.Contains(i) && HeadingOf(lines[i].Text, span) is { } heading
                    && IsWhole(lines, i, span.End))
                {
                    left--;
                    var start = lines[i].Position.Shift(lines[i].Text.IndexOf(heading, StringComparison.Ordinal));
                    deviations.Note(Deviation.Types.Kind.ExtraSection, $"sections.{span.Section.Ordinal}", start, actual: heading);
                }
            }
        }
    }

    // Labels of a table may be printed on several lines, and altered: only what stands behind its last row is looked at.
    private static int BehindTable(SectionSpan span, IReadOnlyList<TextLine> lines)
    {
        var start = span.End;
        while (span.Section.HoldsTable && start > span.Start && !IsRow(lines[start - 1]))
        {
            start--;
        }

        return span.Section.HoldsTable ? start : span.Start;
    }

    private static bool IsRow(TextLine line) =>
        line.Cells is not null || line.Text.AsSpan().TrimEnd() is [.., var last] && char.IsAsciiDigit(Characters.Fold(last));

    // "二、主动公开政府" and "信息的机制不健全" are a sentence that a page wraps.
    private static bool IsWhole(IReadOnlyList<TextLine> lines, int line, int end)
    {
        var next = line + 1;
        while (next < end && string.IsNullOrWhiteSpace(lines[next].Text))
        {
            next++;
        }

        return next == end || lines[next].Cells is not null || lines[next].Text.AsSpan().Trim() is var text
            && (text.Length > 2 * LongestHeading || text.ContainsAny(NoHeading) || text[^1] is '：' or ':' || Numbering.Of(text).Value > 0
                || text.StartsWith("附", StringComparison.Ordinal));
    }

    private static string? HeadingOf(string line, SectionSpan span)
    {
        if (line.Length > 2 * LongestHeading || line.AsSpan().Trim() is not { Length: > 2 and <= LongestHeading } text
            || text.ContainsAny(NoHeading))
        {
            return null;
        }

        var heading = text.ToString();
        var number = Numbering.Of(text);
        var isAnnex = span.Section.Ordinal == SectionTemplate.All.Count && Annex().IsMatch(heading) && !Download().IsMatch(heading);
        return isAnnex || (number.Style == NumberingStyle.Han && IsName(heading[number.Length..])) ? heading : null;
    }

    // A row of table 三 may be printed on several lines, or with its numbers.
    private static bool IsName(string text)
    {
        var name = Characters.Words(text);
        return name.Length >= ShortestName && !char.IsAsciiDigit(name[^1]) && !text.TrimEnd().EndsWith('：') && !text.TrimEnd().EndsWith(':')
            && !LabelMatch.IsAny(name, RowLabels);
    }

    [GeneratedRegex("^附件\\s?[0-9０-９一二三四五]?\\s?[：:]?", PatternOptions.Linear)]
    private static partial Regex Annex();

    // The report itself as a file, which a page offers beneath its text.
    [GeneratedRegex(
        "^附件(下载|[0-9]?\\s?[：:]?.*(报告|年报)([（(][^.]{0,8}[）)])?\\.(docx?|wps|pdf|ofd|zip|rar))[：:]?$", PatternOptions.LinearIgnoringCase)]
    private static partial Regex Download();
}
