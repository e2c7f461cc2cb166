using Validation.Engine.Documents;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Tables.Rows;
using Validation.Form;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>
/// Reads a table from the places of its words on pages. The lines of a table are not there, nor its cells: labels are found by the
/// template, rows by the labels, columns by the numbers and their headings. Where places do not tell, the row is unclear.
/// </summary>
internal sealed class PageRecords(TableTemplate table, List<TableWord> words, PageLabels labels)
{
    private readonly IReadOnlyList<PageRow> _rows = PageRows.Of(table, words, labels);

    // The words that no label of the template explains, those below one another in one.
    private List<Phrase> Others => field ??= FindOthers();

    /// <summary>The rows of the table that stands in these lines; none where they have no words with places.</summary>
    public static IReadOnlyList<TableRecord> Read(TableTemplate table, IReadOnlyList<TextLine> lines) =>
        TableWord.Of(lines) is { Count: > 0 } words ? new PageRecords(table, words, new PageLabels(table, words)).Read() : [];

    private IReadOnlyList<TableRecord> Read()
    {
        var width = table.Rows.Max(row => row.Cells.Count);
        var wide = _rows.Where(row => Width(row) == width).Select(row => row.Cells).ToList();
        var columns = PageColumns.Find(width, labels.Columns(table.Rows[0]), wide);
        var cells = _rows.ToDictionary(row => row, row => Cells(row, columns));
        foreach (var rival in _rows.Where(row => row.IsCrowded && cells[row] is null).SelectMany(row => row.Rivals).ToList())
        {
            cells[rival] = null;
        }

        return [.. _rows.Select(row => RecordOf(row, cells[row]))];
    }

    private IReadOnlyList<Token>? Cells(PageRow row, PageColumns? columns)
    {
        if (row.IsUnclear || row.Cells.Exists(word => word.IsUnknown))
        {
            return null;
        }

        var (width, edge) = (Width(row), labels.Edge);
        var middle = columns?.Middle(row.Line);
        return width == 1 ? new PageColumns([(middle?.X ?? edge, middle?.Right ?? (edge + row.Line.Height))]).Cells(row, group: 0)
            : PageColumns.OnePerColumn(row.Cells, width) ?? columns?.Cells(row, FormSums.GroupWidth(table));
    }

    // A row of another label has as many cells as it has numbers, one or all.
    private int Width(PageRow row) => row.Index >= 0 ? table.Rows[row.Index].Cells.Count
        : row.Cells.Count == 1 && table != ApplicationsTemplate.Table ? 1 : table.Rows.Max(row => row.Cells.Count);

    private TableRecord RecordOf(PageRow row, IReadOnlyList<Token>? cells)
    {
        var record = new TableRecord { IsGrid = true, IsUnclear = cells is null, FirstCell = 1 };
        var headings = row.Index < 0 ? [] : table.Rows[row.Index].Headings.CountBy(heading => heading)
            .Select(heading => HeadingsOf(row, heading.Key).Take(heading.Value).ToList()).ToList();
        record.Labels.AddRange(headings.SelectMany(found => found).Select(phrase => phrase.ToToken(More(phrase))));
        record.Labels.AddRange(headings.Exists(found => found.Count == 0) ? OtherHeadings(row) : []);

        // That of a single row is one of its headings.
        if (row.Label is { } label && table.Rows.Count > 1)
        {
            record.Labels.Add(label.ToToken());
        }

        record.Values.AddRange(cells ?? [.. row.Cells.Select(word => new Token(TokenKind.Value, word.Text, word.Position))]);
        return record;
    }

    // A heading that other rows have as well stands between the row and the one above.
    private IEnumerable<Phrase> HeadingsOf(PageRow row, string heading)
    {
        var isOnce = table.Rows.Count(other => other.Headings.Contains(heading)) == 1;
        var above = _rows.LastOrDefault(other => other.Place.Order.CompareTo(row.Place.Order) < 0)?.Place.Order ?? default;
        return labels.Heading(heading).Where(phrase =>
            isOnce || (phrase.Order.CompareTo(above) > 0 && phrase.Order.CompareTo(row.Place.Order) < 0));
    }

    // What touches a heading and is none of a cell: the number in "三、本年度办理结果0", and "（历史累计）" below "现行有效件数".
    private string More(Phrase phrase)
    {
        var (box, last) = (phrase.Boxes[^1], phrase.Words[^1].Box);
        var glued = words.Find(word => word.IsValue && !word.IsClaimed && word.Box.IsBeside(last)
            && word.Box.X >= last.CenterX && word.Box.X - last.Right < 0.3 * last.Height);
        var below = Others.Where(other => table.ColumnLabels.Contains(phrase.Label) && other.First.CenterY > box.Bottom
            && IsBelow(other.Words[0], box, 0.5) && other.First.Width < 2 * box.Width);
        return string.Concat(below.SelectMany(other => other.Words).Select(word => word.Text).Prepend(glued?.Text));
    }

    // Headings that are not the template's: above the row to the right of the labels, or to the left of the row's own label.
    private IEnumerable<Token> OtherHeadings(PageRow row)
    {
        const int MostLines = 8;
        var own = row.Place.First;
        return Others.Where(other => other.First is var box && box.Page == own.Page
            && (box.CenterX > labels.Edge ? box.Bottom <= own.Y + 1 && own.Y - box.Y < MostLines * other.Words[0].Box.Height
                : box.CenterX < own.X && box.Right < own.Right && box.Bottom > own.Y))
            .Select(other => other.ToToken());
    }

    private List<Phrase> FindOthers()
    {
        var others = new List<List<TableWord>>();
        foreach (var word in words.Where(word => word.IsFree))
        {
            var other = others.Find(other => IsBelow(word, other[^1].Box, 0.8));
            others.AddRange(other is null ? [other = []] : []);
            other!.Add(word);
        }

        return others.ConvertAll(other => new Phrase(string.Empty, other));
    }

    private static bool IsBelow(TableWord word, PagePlace box, double mostSpace) => word.Box.Page == box.Page
        && word.Box.Y - box.Bottom < mostSpace * word.Box.Height && word.Box.Overlap(box) > 0;
}
