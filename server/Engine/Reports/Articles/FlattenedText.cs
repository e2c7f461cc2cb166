using System.Buffers;
using Validation.Engine.Reports.Labels;
using Validation.Engine.Reports.Text;
using Validation.Form;

namespace Validation.Engine.Reports.Articles;

/// <summary>
/// Takes lines apart that hold several sections: some web pages and converters write a whole document on one line. All positions stay true.
/// </summary>
internal static class FlattenedText
{
    // No paragraph that is shorter holds two sections.
    private const int ShortestLine = 120;
    private const int LeastHeadings = 2;
    private const int LongestTitleLine = 60;

    private static readonly (string Name, int Ordinal)[] Names =
    [
        .. SectionTemplate.All.SelectMany(section =>
            SectionNames.BesideTemplate(section).Prepend(section.Name).Select(name => (name, section.Ordinal))),
    ];

    private static readonly SearchValues<string> AnyName =
        SearchValues.Create([.. Names.Select(name => name.Name)], StringComparison.Ordinal);

    /// <summary>The lines, those with several sections cut before and behind each heading.</summary>
    public static IReadOnlyList<TextLine> Split(IReadOnlyList<TextLine> lines)
    {
        List<TextLine>? result = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var headings = line.Cells is null && line.Text.Length >= ShortestLine ? Headings(line.Text) : null;
            if (headings?.Count >= LeastHeadings)
            {
                result ??= [.. lines.Take(i)];
                AddParts(result, line, headings);
            }
            else
            {
                result?.Add(line);
            }
        }

        return result ?? lines;
    }

    // "一、总体情况 2024年…": the number of the template and the name, with a space or the end of a sentence around them.
    private static List<Range> Headings(string text)
    {
        var headings = new List<Range>();
        var last = 0;
        for (var at = 0; at < text.Length && text.AsSpan(at).IndexOfAny(AnyName) is >= 0 and var next;)
        {
            at += next;
            var (name, ordinal) = NameAt(text, at);
            var start = NumberBefore(text, at, ordinal);
            var end = at + name.Length;
            if (start >= 0 && ordinal > last && IsEnd(text, end) && IsStart(text, start))
            {
                headings.Add(start..end);
                last = ordinal;
            }

            at = end;
        }

        return headings;
    }

    private static (string Name, int Ordinal) NameAt(string text, int at)
    {
        var best = (Name: string.Empty, Ordinal: 0);
        foreach (var name in Names)
        {
            if (name.Name.Length > best.Name.Length && text.AsSpan(at).StartsWith(name.Name, StringComparison.Ordinal))
            {
                best = name;
            }
        }

        return best;
    }

    // Where "一、" before the name begins; -1: it is not there.
    private static int NumberBefore(string text, int name, int ordinal)
    {
        var at = SkipBlanksBack(text, name) - 1;
        if (at < 1 || Characters.Fold(text[at]) is not ('、' or '.' or ','))
        {
            return -1;
        }

        at = SkipBlanksBack(text, at) - 1;
        return at >= 0 && text[at] == SectionTemplate.Of(ordinal).Numbering[0] ? at : -1;
    }

    private static int SkipBlanksBack(string text, int end)
    {
        while (end > 0 && Characters.IsBlank(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private static bool IsStart(string text, int start) =>
        start == 0 || Characters.IsBlank(text[start - 1]) || text[start - 1] is '。' or '|' or '｜' or '>' or ')' or '）' or '”'
        || char.IsAsciiDigit(text[start - 1]);

    // A list of the parts in a sentence has a comma behind each name. The first words of tables 二 and 四 may be glued to the heading.
    private static bool IsEnd(string text, int end) =>
        end == text.Length || Characters.IsBlank(text[end]) || char.IsAsciiDigit(text[end])
        || Characters.Fold(text[end]) is '。' or '(' or '|' or ':' or '<'
        || text.AsSpan(end).StartsWith("第二十条", StringComparison.Ordinal)
        || text.AsSpan(end).StartsWith("行政复议", StringComparison.Ordinal);

    private static void AddParts(List<TextLine> result, TextLine line, List<Range> headings)
    {
        AddOpening(result, line, headings[0].Start.Value);
        for (var i = 0; i < headings.Count; i++)
        {
            Add(result, line, headings[i].Start.Value, headings[i].End.Value);
            var end = i + 1 < headings.Count ? headings[i + 1].Start.Value : line.Text.Length;
            Add(result, line with { Text = WithoutCells(line.Text) }, headings[i].End.Value, end);
        }
    }

    // Where all rows of a table stand on one line, tabs and pipes part cells and tell nothing of rows.
    private static string WithoutCells(string text) => text.Replace('\t', ' ').Replace('|', ' ').Replace('｜', ' ');

    // Title and menus before the first sentence: each word is a line of its own.
    private static void AddOpening(List<TextLine> result, TextLine line, int end)
    {
        var start = 0;
        while (start < end)
        {
            while (start < end && Characters.IsBlank(line.Text[start]))
            {
                start++;
            }

            var stop = start;
            while (stop < end && !Characters.IsBlank(line.Text[stop]))
            {
                stop++;
            }

            if (stop - start > LongestTitleLine || line.Text.AsSpan(start, stop - start).IndexOfAny("，。；,;") >= 0)
            {
                break;
            }

            Add(result, line, start, stop);
            start = stop;
        }

        Add(result, line, start, end);
    }

    private static void Add(List<TextLine> result, TextLine line, int start, int end)
    {
        while (start < end && line.Text[start] is ' ' or '\t' or '\u3000')
        {
            start++;
        }

        if (start < end)
        {
            result.Add(line with { Text = line.Text[start..end], Position = line.Position.Shift(start), Words = null });
        }
    }
}
