using Validation.Template;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>Reads a table that is a single row of numbers under headings, without a label: 表四.</summary>
internal static class PageSingleRow
{
    /// <summary>The row; none where the headings are not there.</summary>
    public static IReadOnlyList<TableRecord> Read(RowTemplate row, IReadOnlyList<TableWord> words)
    {
        var finder = new PhraseFinder(words);
        var columns = row.Cells.Select(cell => cell.Column).ToHashSet(StringComparer.Ordinal);
        var found = new List<Phrase>();
        foreach (var heading in row.Headings.Distinct().OrderByDescending(heading => heading.Length))
        {
            found.AddRange(finder.FindAll(heading));
        }

        var headings = found.Where(phrase => columns.Contains(phrase.Label)).ToList();
        if (headings.Count * 2 < row.Cells.Count)
        {
            return [];
        }

        var isWhole = headings.Count == row.Cells.Count;
        var ordered = headings.OrderBy(phrase => phrase.First.X).ToList();
        isWhole &= ordered.Select(phrase => phrase.Label).SequenceEqual(row.Cells.Select(cell => cell.Column));

        var below = headings.Max(phrase => (phrase.Boxes[^1].Page, phrase.Boxes[^1].Bottom));
        var line = LineUnder(row, words, below, headings[^1].Words[^1]);
        var boxes = isWhole ? ordered.ConvertAll(phrase => phrase.Boxes[^1]) : [];
        var grid = PageColumns.Find(row.Cells.Count, boxes, [line.Cells]);
        var cells = PageCells.Place(line, grid, row.Cells.Count, DisputesTemplate.Groups[0].Cells.Count);
        var record = new TableRecord { IsGrid = true, IsUnclear = cells is null };
        record.Labels.AddRange(found.Select(phrase => phrase.ToToken()));
        record.Values.AddRange(cells ?? [.. line.Cells.Select(word => new Token(TokenKind.Value, word.Text, word.Position))]);
        return [record];
    }

    // The values under the headings, down to the first text.
    private static PageRow LineUnder(RowTemplate row, IReadOnlyList<TableWord> words, (int Page, double Bottom) below, TableWord last)
    {
        var cells = new List<TableWord>();
        var isUnclear = false;
        foreach (var word in words.Where(word => !word.IsClaimed && (word.Box.Page, word.Box.CenterY).CompareTo(below) > 0))
        {
            var isLong = word.Words.Length > row.Cells.Count;
            var isApart = cells.Count > 0
                && (word.Box.Page != cells[^1].Box.Page || word.Box.Y - cells[^1].Box.Bottom > 1.5 * word.Box.Height);
            if (isLong || isApart || (!word.IsValue && !word.IsUnknown && !cells.Exists(word.IsBeside)))
            {
                break;
            }

            isUnclear |= word.IsUnknown;
            cells.Add(word);
        }

        var place = cells.Count > 0 ? cells[0].Box : last.Box with { Y = last.Box.Bottom + 1 };
        var line = new PageRow([place]) { IsUnclear = isUnclear };
        line.Cells.AddRange(cells);
        line.OtherLabel.Add(last);
        return line;
    }
}
