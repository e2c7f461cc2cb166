using System.Buffers;
using System.Text.RegularExpressions;
using Validation.Engine.Documents;
using Validation.Engine.Reports.Articles;

namespace Validation.Engine.Reports.Tables.Rows;

/// <summary>
/// Reads text that shows its cells: rows of a table, one cell on each tab-indented line with empty lines between rows, or
/// rows of tabs or pipes.
/// </summary>
internal static partial class GridRecords
{
    private const int LeastJoinedCells = 3;

    private static readonly SearchValues<char> Separators = SearchValues.Create("\t|｜");

    /// <summary>The rows, or none where the text shows no cells.</summary>
    public static List<TableRecord> Read(IReadOnlyList<TextLine> lines)
    {
        var rows = lines.Select(static line => line.Cells).OfType<IReadOnlyList<Piece>>()
            .Select(static cells => cells.Select(static cell => Cell(cell.Text, .., cell.Position)).ToList()).ToList();
        if (rows.Count > 0)
        {
            return rows.ConvertAll(static row => Record(row, hasColumns: true));
        }

        int indented = 0, separated = 0, others = 0;
        foreach (var line in lines)
        {
            if (line.Text.AsSpan().Trim().ContainsAny(Separators))
            {
                separated++;
            }
            else if (line.Text.StartsWith('\t'))
            {
                indented++;
            }
            else if (!string.IsNullOrWhiteSpace(line.Text))
            {
                others++;
            }
        }

        var found = indented + separated < Math.Max(1, others) ? [] : indented > separated ? IndentedRows(lines) : SeparatedRows(lines);
        return [.. found.Select(static row => Record(row, hasColumns: false))];
    }

    private static List<List<Token>> IndentedRows(IReadOnlyList<TextLine> lines)
    {
        List<List<Token>> rows = [[]];
        foreach (var line in lines)
        {
            var row = rows[^1];
            if (line.Text.StartsWith('\t'))
            {
                row.Add(Cell(line.Text, 1.., line.Position));
            }
            else if (row.Count > 0 && !string.IsNullOrWhiteSpace(line.Text) && row[^1].Kind != TokenKind.Value)
            {
                // A cell of several lines: those after the first are not indented.
                var text = row[^1].Text + line.Text.Trim();
                row[^1] = new Token(CellText.Classify(text), text, row[^1].Text.Length == 0 ? line.Position : row[^1].Position);
            }
            else if (row.Count > 0)
            {
                rows.Add([]);
            }
        }

        return rows.FindAll(static row => row.Count > 0);
    }

    private static IEnumerable<List<Token>> SeparatedRows(IReadOnlyList<TextLine> lines)
    {
        foreach (var line in lines.Where(static line => !string.IsNullOrWhiteSpace(line.Text)))
        {
            var row = new List<Token>(line.Text.AsSpan().CountAny(Separators) + 1);
            foreach (var cell in line.Text.AsSpan().SplitAny(Separators))
            {
                row.Add(Cell(line.Text, cell, line.Position));
            }

            // Pipes before the first cell and behind the last one are the edges of the table.
            var text = line.Text.AsSpan().Trim();
            row.RemoveRange(0, text[0] is '|' or '｜' ? 1 : 0);
            row.RemoveRange(row.Count - 1, text.Length > 1 && text[^1] is '|' or '｜' ? 1 : 0);
            yield return row;
        }
    }

    private static Token Cell(string line, Range range, Position position)
    {
        var cell = line.AsSpan()[range];
        var start = range.Start.Value + cell.Length - cell.TrimStart().Length;
        var text = line.Substring(start, cell.Trim().Length);
        return new Token(CellText.Classify(text), text, position.Shift(start));
    }

    // Labels end with the last text before the first number; a text among the numbers stands in the place of one.
    private static TableRecord Record(List<Token> cells, bool hasColumns)
    {
        var firstText = cells.FindIndex(static cell => cell.Kind == TokenKind.Text);
        var firstValue = cells.FindIndex(Math.Max(firstText, 0), static cell => cell.Kind == TokenKind.Value);
        var last = (firstValue < 0 ? cells.Count : firstValue) - 1;

        // Rows whose cells were joined: which number is whose is not known.
        var isUnclear = cells.Count(static cell => cell.Text.Contains('\n', StringComparison.Ordinal) && Numbers().IsMatch(cell.Text))
            >= LeastJoinedCells;
        var record = new TableRecord { IsGrid = true, Row = cells, HasColumns = hasColumns, IsUnclear = isUnclear };
        record.DivideAt(last < 0 ? 0 : cells.FindLastIndex(last, static cell => cell.Kind == TokenKind.Text) + 1);
        return record;
    }

    // "3\n0\n12": several numbers, each in a line of its own.
    [GeneratedRegex(@"^\s*[0-9]+(?:\s*\n\s*[0-9]+)+\s*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();
}
