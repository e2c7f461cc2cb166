using Validation.Engine.Documents;

namespace Validation.Engine.Reports.Tables;

/// <summary>
/// Reads text that shows its cells: rows of a table, one cell on each tab-indented line with empty lines between rows, or
/// rows of tabs or pipes.
/// </summary>
internal static class GridRecords
{
    private const int LeastJoinedCells = 3;

    private static readonly char[] Separators = ['\t', '|', '｜'];

    /// <summary>The rows, or none where the text shows no cells.</summary>
    public static IReadOnlyList<TableRecord> Read(IReadOnlyList<Paragraph> lines)
    {
        int indented = 0, separated = 0, other = 0, rows = 0;
        foreach (var line in lines)
        {
            if (line.Cells is not null)
            {
                rows++;
            }
            else if (IsIndentedCell(line))
            {
                indented++;
            }
            else if (line.Text.AsSpan().Trim().IndexOfAny(Separators) >= 0)
            {
                separated++;
            }
            else if (!string.IsNullOrWhiteSpace(line.Text))
            {
                other++;
            }
        }

        if (rows > 0)
        {
            return [.. lines.Where(line => line.Cells is not null).Select(line => Record(Row(line.Cells!), hasColumns: true))];
        }

        if (indented == 0 && separated == 0)
        {
            return [];
        }

        var found = indented > separated ? IndentedRows(lines) : SeparatedRows(lines);
        return indented + separated < other ? [] : [.. found.Select(row => Record(row, hasColumns: false))];
    }

    // A row of a document's table.
    private static List<Token> Row(IReadOnlyList<Piece> cells)
    {
        var row = new List<Token>(cells.Count);
        foreach (var cell in cells)
        {
            row.Add(Cell(cell.Text, 0, cell.Text.Length, cell.Position));
        }

        return row;
    }

    private static bool IsIndentedCell(Paragraph line) =>
        line.Text.StartsWith('\t') && line.Text.AsSpan().Trim().IndexOfAny(Separators) < 0;

    private static IEnumerable<List<Token>> IndentedRows(IReadOnlyList<Paragraph> lines)
    {
        var row = new List<Token>();
        foreach (var line in lines)
        {
            if (line.Text.StartsWith('\t'))
            {
                row.Add(Cell(line.Text, 1, line.Text.Length, line.Position));
            }
            else if (row.Count > 0 && !string.IsNullOrWhiteSpace(line.Text) && row[^1].Kind != TokenKind.Value)
            {
                row[^1] = Continue(row[^1], line);
            }
            else if (row.Count > 0)
            {
                yield return row;
                row = [];
            }
        }

        if (row.Count > 0)
        {
            yield return row;
        }
    }

    // A cell of several lines: those after the first are not indented.
    private static Token Continue(Token cell, Paragraph line)
    {
        var position = cell.Text.Length == 0 ? line.Position : cell.Position;
        var text = cell.Text + line.Text.Trim();
        return new Token(CellText.Classify(text), text, position);
    }

    private static IEnumerable<List<Token>> SeparatedRows(IReadOnlyList<Paragraph> lines)
    {
        foreach (var line in lines)
        {
            if (string.IsNullOrWhiteSpace(line.Text))
            {
                continue;
            }

            var row = new List<Token>();
            for (var start = 0; start <= line.Text.Length;)
            {
                var length = line.Text.AsSpan(start).IndexOfAny(Separators);
                var end = length < 0 ? line.Text.Length : start + length;
                row.Add(Cell(line.Text, start, end, line.Position));
                start = end + 1;
            }

            yield return WithoutEdges(row, line.Text.AsSpan().Trim());
        }
    }

    // Pipes before the first cell and behind the last one are the edges of the table.
    private static List<Token> WithoutEdges(List<Token> row, ReadOnlySpan<char> line)
    {
        var first = line[0] is '|' or '｜' ? 1 : 0;
        var last = line.Length > 1 && line[^1] is '|' or '｜' ? 1 : 0;
        return row.GetRange(first, row.Count - first - last);
    }

    private static Token Cell(string line, int start, int end, Position position)
    {
        while (start < end && char.IsWhiteSpace(line[start]))
        {
            start++;
        }

        var text = line[start..end].TrimEnd();
        return new Token(CellText.Classify(text), text, position.Shift(start));
    }

    // Labels end with the last text before the first number; a text among the numbers stands in the place of one.
    private static TableRecord Record(List<Token> cells, bool hasColumns)
    {
        var firstText = cells.FindIndex(cell => cell.Kind == TokenKind.Text);
        var firstValue = cells.FindIndex(Math.Max(firstText, 0), cell => cell.Kind == TokenKind.Value);
        var labelsEnd = cells.GetRange(0, firstValue < 0 ? cells.Count : firstValue).FindLastIndex(cell => cell.Kind == TokenKind.Text) + 1;
        var isUnclear = cells.Count(HoldsSeveralNumbers) >= LeastJoinedCells;
        var record = new TableRecord { IsGrid = true, FirstCell = labelsEnd, Row = cells, HasColumns = hasColumns, IsUnclear = isUnclear };
        record.Labels.AddRange(cells.Take(labelsEnd).Where(cell => cell.Kind == TokenKind.Text));
        record.Values.AddRange(cells.Skip(labelsEnd).Select(AsValue));
        return record;
    }

    // "3\n0\n12": rows whose cells were joined, each number in a line of its own.
    private static bool HoldsSeveralNumbers(Token cell)
    {
        if (!cell.Text.Contains('\n', StringComparison.Ordinal))
        {
            return false;
        }

        var numbers = 0;
        foreach (var line in cell.Text.AsSpan().EnumerateLines())
        {
            var number = line.Trim();
            if (number.ContainsAnyExceptInRange('0', '9'))
            {
                return false;
            }

            numbers += number.IsEmpty ? 0 : 1;
        }

        return numbers > 1;
    }

    private static Token AsValue(Token cell) => cell.Kind == TokenKind.Text ? cell with { Kind = TokenKind.Value } : cell;
}
