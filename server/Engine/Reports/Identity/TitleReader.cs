using System.Buffers;
using System.Text.RegularExpressions;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Text;

namespace Validation.Engine.Reports.Identity;

/// <summary>A report's title and what it says.</summary>
/// <param name="Text">The title, its lines joined. Empty: none was found.</param>
/// <param name="Organization">The body that it names. Empty: none.</param>
/// <param name="Year">The year that it names; 0 for none.</param>
/// <param name="End">Index of the line behind it; 0 when none was found.</param>
internal sealed record Title(string Text, string Organization, int Year, int End = 0);

/// <summary>Finds the title among the first lines: it may be broken over several, and a web page may print other lines before it.</summary>
internal static partial class TitleReader
{
    private static readonly SearchValues<char> FurnitureMarks = SearchValues.Create(">|:/[]【】");

    private const int LinesSearched = 40;
    private const int LongestTitle = 80;
    private const int LongestLine = 50;
    private const int LinesBelowHeading = 4;

    /// <summary>Reads the title from the lines before the first section; from rows of tables only where no other line is one.</summary>
    public static Title Read(IReadOnlyList<TextLine> lines, int end)
    {
        var title = Read(lines, end, TextOf);
        return title.End > 0 ? title : Read(lines, end, static line => Characters.Squeeze(line.Text));
    }

    private static Title Read(IReadOnlyList<TextLine> lines, int end, Func<TextLine, string> textOf)
    {
        var squeezed = lines.Take(end).Select((line, i) => (Text: textOf(line), Line: i));
        var filled = squeezed.Where(line => line.Text.Length > 0).Take(LinesSearched).ToList();
        var texts = filled.ConvertAll(line => line.Text);
        var (last, height) = Find(texts, 0);
        if (height == 0)
        {
            return new Title(string.Empty, string.Empty, 0);
        }

        var title = Parse(texts, last, height);
        if (title.Organization.Length == 0 && FindBelow(texts, last, title.Year) is { } below)
        {
            (title, last) = below;
        }

        return title with { End = filled[last].Line + 1 };
    }

    // "2024年政府信息公开工作年度报告" above the title that also names the body: the heading of a column of a web site, or of a cover.
    private static (Title Title, int Last)? FindBelow(List<string> texts, int heading, int year)
    {
        var (last, height) = Find(texts, heading + 1);
        var isNear = height > 0 && last - heading <= LinesBelowHeading;
        if (!isNear || texts.GetRange(heading + 1, last - heading).Exists(static line => SurroundingWords.IsSentence(line)))
        {
            return null;
        }

        var title = Parse(texts, last, height);
        return title.Organization.Length > 0 && (year == 0 || title.Year == year) ? (title, last) : null;
    }

    private static Title Parse(List<string> texts, int last, int height)
    {
        var first = last - height + 1;
        return Parse(WithOrganization(texts, first, string.Concat(texts.Skip(first).Take(height))));
    }

    // The title that ends first. Lines of a menu may make one together, by chance; then the year is not among them.
    private static (int Last, int Height) Find(List<string> texts, int start)
    {
        (int Last, int Height) chance = default;
        for (var last = start; last < texts.Count; last++)
        {
            for (var height = 1; height <= Math.Min(3, last - start + 1); height++)
            {
                var text = string.Concat(texts.Skip(last - height + 1).Take(height));
                if (!IsTitle(text))
                {
                    continue;
                }

                if (height == 1 || YearPattern().IsMatch(text))
                {
                    return (last, height);
                }

                chance = chance.Height == 0 ? (last, height) : chance;
            }
        }

        return chance;
    }

    // A row with several cells is no title: web pages show index number, name and date of a document so. Printed, the row is a line that
    // begins with 名称.
    private static string TextOf(TextLine line)
    {
        var isLabelled = line.Words is [var first, _, ..] && SurroundingWords.IsFurniture(first.Text);
        var isRow = line.Cells?.Count(cell => !string.IsNullOrWhiteSpace(cell.Text)) > 1;
        return isLabelled || isRow ? string.Empty : Characters.Squeeze(line.Text);
    }

    // A sentence names the documents it speaks of in 《》, and a page may break it anywhere.
    private static bool IsTitle(string text) =>
        text.Length <= LongestTitle && text.IndexOf('《', StringComparison.Ordinal) <= 0 && !SurroundingWords.IsSentence(text)
        && !IsBrokenSentence(text) && !text.AsSpan().ContainsAny('>', '|') && SurroundingWords.NameReport(Traditional.Fold(text));

    // The body's name often stands on the line above.
    private static string WithOrganization(List<string> texts, int first, string title)
    {
        for (var above = first - 1; above >= 0 && first - above <= 2; above--)
        {
            var text = texts[above];
            if (StartsWithBody(title) || text.Length is < 2 or > LongestLine || SurroundingWords.IsSentence(text) || IsFurniture(text))
            {
                break;
            }

            title = text + title;
        }

        return title;
    }

    // "办公室" on a line of its own is the end of a name.
    private static bool StartsWithBody(string title) => Parse(title).Organization is not ("" or "办公室" or "办公厅");

    // A printed line of the opening: it has a comma, begins as sentences do that cite what they follow, or says something of such reports.
    private static bool IsBrokenSentence(string text) =>
        text.Contains(',', StringComparison.Ordinal) || CitesBasis().IsMatch(text)
        || (text.Contains("报告的", StringComparison.Ordinal) && !YearPattern().IsMatch(text));

    // Breadcrumbs, dates, index numbers and buttons of a web page.
    private static bool IsFurniture(string text) => text.AsSpan().ContainsAny(FurnitureMarks)
        || (text.AsSpan().ContainsAnyInRange('0', '9') && !YearAtEnd().IsMatch(text));

    // The body stands before the year, or between the year and the subject: "2024年某某镇政府信息公开工作年度报告".
    private static Title Parse(string text)
    {
        var year = YearPattern().Match(text);
        var words = text.StartsWith("关于", StringComparison.Ordinal) ? text[2..] : text;
        var plain = Traditional.Fold(words);
        var subject = Math.Max(plain.LastIndexOf("信息公开", StringComparison.Ordinal), plain.LastIndexOf("政务公开", StringComparison.Ordinal));
        var body = subject < 0 ? words : words[..subject];
        var isSubjectCut = subject == plain.LastIndexOf("信息公开", StringComparison.Ordinal);
        // "某某镇人民政府信息公开…" leaves out the second 政府: what stands there is the body's.
        var isOfSubject = body.EndsWith("政府", StringComparison.Ordinal) && !body.EndsWith("人民政府", StringComparison.Ordinal);
        body = isOfSubject && isSubjectCut ? body[..^2] : body;
        if (YearPattern().Match(body) is { Success: true } before)
        {
            body = before.Index > 0 ? body[..before.Index] : body[before.Length..].TrimStart('度');
        }

        return new Title(text, body.Trim('(', ')', '"'), year.Success ? Years.Parse(year.Groups["year"].Value) : 0);
    }

    [GeneratedRegex("^(根据|按照?|依照|依据|遵照|为|现将|现按|为了)", PatternOptions.Linear)]
    private static partial Regex CitesBasis();

    [GeneratedRegex("(?<year>" + Years.Digits + ")年", PatternOptions.Linear)]
    private static partial Regex YearPattern();

    [GeneratedRegex(Years.Digits + "年度?(政府(信息(公开(工作)?)?)?)?$", PatternOptions.Linear)]
    private static partial Regex YearAtEnd();
}
