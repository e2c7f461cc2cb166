using Validation.Engine.Documents;
using Validation.Template;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>
/// Reads a table from the places of its words on pages. The lines of a table are not there, nor its cells: labels are found by the
/// template, rows by the labels, columns by the numbers and their headings. Where places do not tell, the row is unclear.
/// </summary>
internal static class PageRecords
{
    /// <summary>The rows of the table that stands in these lines; none where they have no words with places.</summary>
    public static IReadOnlyList<TableRecord> Read(TableTemplate table, IReadOnlyList<Paragraph> lines)
    {
        var words = TableWords.Of(lines);
        return words.Count == 0 ? [] : table.Rows.Count == 1 ? PageSingleRow.Read(table.Rows[0], words) : ReadRows(table, words);
    }

    private static List<TableRecord> ReadRows(TableTemplate table, List<TableWord> words)
    {
        var labels = new PageLabels(table, words);
        if (labels.Rows.Count == 0)
        {
            return [];
        }

        var rows = PageRows.Of(table, words, labels);
        var width = table.Rows.Max(row => row.Cells.Count);
        var wide = rows.Where(row => Width(table, row, width) == width).Select(row => row.Cells).ToList();
        var columns = PageColumns.Find(width, labels.Columns(table.Rows[0]), wide);
        var cells = rows.ToDictionary(row => row, row => Cells(table, row, Width(table, row, width), columns, labels.Edge));
        foreach (var rival in rows.Where(row => cells[row] is null).SelectMany(row => row.Rivals).ToList())
        {
            cells[rival] = null;
        }

        return [.. rows.Select(row => RecordOf(table, row, labels, cells[row], words))];
    }

    private static IReadOnlyList<Token>? Cells(TableTemplate table, PageRow row, int count, PageColumns? columns, double edge)
    {
        if (count > 1)
        {
            return PageCells.Place(row, columns, count, table == ApplicationsTemplate.Table ? count : 0);
        }

        var empty = PagePlace.Between(row.Line.Page, edge, row.Line.Y, edge + row.Line.Height, row.Line.Bottom);
        return PageCells.PlaceOne(row, columns is null ? empty : columns.Place(columns.Count / 2, row.Line));
    }

    // A row of another label has as many cells as it has numbers, one or all.
    private static int Width(TableTemplate table, PageRow row, int width) =>
        row.Index >= 0 ? table.Rows[row.Index].Cells.Count : row.Cells.Count == 1 && table != ApplicationsTemplate.Table ? 1 : width;

    private static TableRecord RecordOf(
        TableTemplate table, PageRow row, PageLabels labels, IReadOnlyList<Token>? cells, IReadOnlyList<TableWord> words)
    {
        var record = new TableRecord { IsGrid = true, IsUnclear = cells is null, FirstCell = 1 };
        if (row.Index >= 0)
        {
            var headings = table.Rows[row.Index].Headings.Distinct().Select(labels.Heading).ToList();
            record.Labels.AddRange(headings.SelectMany(found => found.Take(1))
                .Select(phrase => phrase.ToToken(Glued(phrase, words) + Below(phrase, words))));
            record.Labels.AddRange(headings.Exists(found => found.Count == 0) ? OtherHeadings(row, words, labels.Edge) : []);
        }

        if (row.Label is not null)
        {
            record.Labels.Add(row.Label.ToToken());
        }
        else if (row.OtherLabel.Count > 0)
        {
            record.Labels.Add(new Phrase(string.Empty, row.OtherLabel).ToToken());
        }

        record.Values.AddRange(cells ?? [.. row.Cells.Select(word => new Token(TokenKind.Value, word.Text, word.Position))]);
        return record;
    }

    private static bool IsFree(TableWord word) => !word.IsClaimed && !word.IsValue && word.Words.Length > 0;

    // "现行有效件数" and "（历史累计）" on the next line.
    private static string Below(Phrase phrase, IReadOnlyList<TableWord> words)
    {
        var box = phrase.Boxes[^1];
        var last = phrase.Words[^1].Box;
        return string.Concat(words.Where(word => IsFree(word) && word.Box.Page == box.Page
            && word.Box.CenterY > box.Bottom && word.Box.Y - box.Bottom < 0.5 * last.Height
            && word.Box.X < box.Right && word.Box.Right > box.X && word.Box.Width < 2 * box.Width).Select(word => word.Text));
    }

    // Headings that are not the template's: above the row to the right of the labels, or to the left of the row's own label.
    private static IEnumerable<Token> OtherHeadings(PageRow row, IReadOnlyList<TableWord> words, double edge)
    {
        const int MostLines = 8;
        var pieces = new List<List<TableWord>>();
        foreach (var word in words.Where(word => IsFree(word) && word.Box.Page == row.First.Page))
        {
            var (box, own) = (word.Box, row.First);
            var isAbove = box.CenterX > edge && box.Bottom <= own.Y + 1 && own.Y - box.Y < MostLines * box.Height;
            var isBeside = row.Label is not null && box.CenterX < own.X && box.Right < own.Right && box.Bottom > own.Y;
            if (!isAbove && !isBeside)
            {
                continue;
            }

            var piece = pieces.Find(piece => word.Box.Y - piece[^1].Box.Bottom < 0.8 * word.Box.Height
                && word.Box.X < piece[^1].Box.Right && word.Box.Right > piece[^1].Box.X);
            if (piece is null)
            {
                pieces.Add([word]);
            }
            else
            {
                piece.Add(word);
            }
        }

        return pieces.Select(piece => new Phrase(string.Empty, piece).ToToken());
    }

    // "三、本年度办理结果0": a number that touches a label is none of a cell.
    private static string Glued(Phrase phrase, IReadOnlyList<TableWord> words)
    {
        var last = phrase.Words[^1];
        return words.FirstOrDefault(word => word.IsValue && !word.IsClaimed && word.IsBeside(last) && word.Box.X >= last.Box.CenterX
            && word.Box.X - last.Box.Right < 0.3 * last.Box.Height)?.Text ?? string.Empty;
    }
}
