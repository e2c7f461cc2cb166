using System.Globalization;
using System.Text.RegularExpressions;

namespace Validation.Engine.Documents.Printing;

/// <summary>
/// Takes away what stands on the edge of pages and is no text of the document: their numbers, and a line that most pages repeat. A line of
/// a table is never taken for it.
/// </summary>
internal static partial class PageFurniture
{
    private const int LeastRepeated = 4;
    private const double MostDrift = 2;
    private const double WidestNumber = 12;
    private const double WidestMarked = 6;

    /// <summary>Removes it from the lines of the pages.</summary>
    public static void Remove(IReadOnlyList<List<PageLine>> pages)
    {
        // A number below a repeated line, or the other way round.
        for (var round = 0; round < 2; round++)
        {
            RemoveNumbers(pages, isTop: false);
            RemoveNumbers(pages, isTop: true);
            RemoveRepeated(pages, isTop: false);
            RemoveRepeated(pages, isTop: true);
        }
    }

    private static PageLine? Edge(List<PageLine> page, bool isTop) => page.Count == 0 ? null : isTop ? page[0] : page[^1];

    private static void RemoveEdge(List<PageLine> page, bool isTop) => page.RemoveAt(isTop ? 0 : page.Count - 1);

    // Numbers that count the pages, at least two of them at the same height, or such as "- 1 -" and 第1页 that can be nothing else.
    private static void RemoveNumbers(IReadOnlyList<List<PageLine>> pages, bool isTop)
    {
        var numbers = new List<(int Page, string Key, bool IsCertain, double Y)>();
        for (var i = 0; i < pages.Count; i++)
        {
            // A row of a table is wider.
            var line = Edge(pages[i], isTop);
            var isShort = line is { Text.Length: < 30 } && line.Box.Width < WidestNumber * line.Box.Height;
            var match = isShort ? PageNumber().Match(line!.Text) : Match.Empty;
            if (match.Success)
            {
                var offset = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) - i;
                var isCertain = match.Groups["mark"].Length > 0 && line!.Box.Width < WidestMarked * line.Box.Height;
                numbers.Add((i, $"{offset} {match.Groups["before"].Value}", isCertain, line!.Box.Y));
            }
        }

        var counting = numbers.GroupBy(number => number.Key, StringComparer.Ordinal).SelectMany(counted => counted.Where(number =>
            number.IsCertain || counted.Any(other => other.Page != number.Page && Math.Abs(other.Y - number.Y) <= MostDrift)));
        foreach (var number in counting)
        {
            RemoveEdge(pages[number.Page], isTop);
        }
    }

    private static void RemoveRepeated(IReadOnlyList<List<PageLine>> pages, bool isTop)
    {
        var edges =
            from page in pages.Index()
            let line = Edge(page.Item, isTop)
            where line is not null && IsPossible(line)
            select (Page: page.Index, Line: line!, Text: Digits().Replace(line.Text, "0"));
        foreach (var repeated in edges.GroupBy(edge => edge.Text, StringComparer.Ordinal))
        {
            var first = repeated.First().Line.Box;
            if (repeated.Count() > 1 && repeated.Count() * 5 >= pages.Count * 2
                && repeated.All(edge => Math.Abs(edge.Line.Box.Y - first.Y) <= MostDrift))
            {
                // Once it stays: it may be a mark that matters, such as 秘密. One that counts the pages is none: a browser prints the address
                // and 1/6 below each.
                var offsets = repeated.Select(edge => NumberAtTheEnd(edge.Line.Text) - edge.Page).Distinct().ToList();
                foreach (var (page, _, _) in repeated.Skip(offsets is [not null] ? 0 : 1))
                {
                    RemoveEdge(pages[page], isTop);
                }
            }
        }
    }

    // The number of the page where a line ends in it, as in "1/6" or 第1页; null where it does not.
    private static int? NumberAtTheEnd(string text) => NumberBehindText().Match(text) is { Success: true } match
        ? int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : null;

    // Text, and no row of numbers.
    private static bool IsPossible(PageLine line) =>
        line.Text.Count(char.IsLetter) >= LeastRepeated
            && line.Words.Count(word => word.Text.Length < 12 && !word.Text.Any(char.IsLetter)) < 3;

    // Words behind the number and a point or a comma are those of a label, such as "1.本": pages may begin with one and the next.
    [GeneratedRegex(
        @"^(?<before>(?<mark>[-—–－_~·•]+|第)?\D{0,10}?)(?<number>[0-9]{1,4})(?:(?:[^0-9.．、]\D{0,9})?|\D{1,8}[0-9]{1,4}\D{0,4})$",
        PatternOptions.Linear)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"[^0-9](?<number>[0-9]{1,4})(?:\D{0,4}|\D{1,5}[0-9]{1,4}\D{0,4})$", PatternOptions.Linear)]
    private static partial Regex NumberBehindText();

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
