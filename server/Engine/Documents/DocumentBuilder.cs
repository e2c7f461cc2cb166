using Validation.V1;

namespace Validation.Engine.Documents;

/// <summary>
/// Makes a document of what a reader of a format with paragraphs and tables comes across, in its order: numbers the places, puts the cells
/// of a row into their columns, and takes layout apart — a row that holds tables, long prose or a single cell is no row of a table to a
/// reader of reports, and its content follows as if there were none. Holds the limits of text, paragraphs, cells and nesting.
/// </summary>
internal sealed class DocumentBuilder(EngineLimits limits)
{
    // The longest label of the template has 60 characters; a cell that holds more than this is there for the layout.
    private const int LongestCell = 300;

    private readonly Stack<OpenTable> _tables = new();
    private readonly List<Paragraph> _paragraphs = [];
    private int _order;
    private int _paragraphCount;
    private int _tableCount;
    private int _cellCount;
    private long _characters;

    /// <summary>Adds a paragraph to the document, or to the open cell.</summary>
    /// <param name="text">The text, without the paragraph's end.</param>
    /// <param name="place">Where it stands; the builder adds the numbers of paragraphs and cells. Null: these alone.</param>
    public void AddParagraph(string text, Place? place = null)
    {
        _characters += text.Length;
        _paragraphCount += _tables.Count == 0 ? 1 : 0;
        _order++;
        var most = (long?)limits.Paragraphs + limits.TableCells;
        if (_characters > limits.TextCharacters || _paragraphCount > limits.Paragraphs || _order > most)
        {
            throw UnreadableException.TooLarge();
        }

        Content().Add(new Paragraph(text, new Position(_order, 1, place?.At(Here()) ?? Here())));
    }

    /// <summary>Begins a table, in the document or in the open cell.</summary>
    public void BeginTable()
    {
        if (_tables.Count >= limits.TableDepth)
        {
            throw UnreadableException.TooLarge();
        }

        _tables.Push(new OpenTable(++_tableCount));
    }

    /// <summary>Ends the innermost table, and its row if one is open.</summary>
    public void EndTable()
    {
        EndRow();
        var table = _tables.Pop();
        Content().AddRange(table.Paragraphs);
        if (_tables.Count > 0)
        {
            _tables.Peek().HoldsTable = true;
        }
    }

    /// <summary>Begins a row; ends the one before it.</summary>
    public void BeginRow()
    {
        EndRow();
        _tables.Peek().BeginRow();
    }

    /// <summary>Ends the open row, if there is one.</summary>
    public void EndRow()
    {
        var table = _tables.Peek();
        EndCell();
        if (!table.IsRowOpen)
        {
            return;
        }

        if (IsLayout(table))
        {
            foreach (var cell in table.Row)
            {
                table.Paragraphs.AddRange(cell.Content);
            }
        }
        else if (table.Row.Count > 0)
        {
            Count(table.Column);
            table.Paragraphs.Add(RowOf(table));
        }

        table.EndRow();
    }

    /// <summary>Leaves columns of the open row empty.</summary>
    public void SkipColumns(int columns) => _tables.Peek().Column += columns;

    /// <summary>Begins a cell; ends the one before it.</summary>
    /// <param name="columns">How many columns it spans, at least 1.</param>
    /// <param name="rows">How many rows it spans, at least 1: for formats in which the rows below leave it out.</param>
    /// <param name="isContinued">It is the continuation of the cell above.</param>
    /// <param name="place">Where it stands; the builder adds the numbers of tables and cells. Null: these alone.</param>
    public void BeginCell(int columns = 1, int rows = 1, bool isContinued = false, Place? place = null)
    {
        EndCell();
        var table = _tables.Peek();
        var first = table.NextFree(columns, rows);
        _order++;
        Count(1);
        if (first + columns > limits.TableColumns)
        {
            throw UnreadableException.TooLarge();
        }

        table.CellNumber += isContinued ? 0 : 1;
        table.IsCellOpen = true;
        table.Row.Add(new OpenCell(first, isContinued, new Position(_order, 1, place?.At(Here()) ?? Here())));
    }

    /// <summary>Ends the open cell, if there is one.</summary>
    public void EndCell() => _tables.Peek().IsCellOpen = false;

    /// <summary>The document; what is still open ends.</summary>
    /// <exception cref="UnreadableException">There is no text in it.</exception>
    public Document Build(string format)
    {
        while (_tables.Count > 0)
        {
            EndTable();
        }

        return _paragraphs.Exists(paragraph => !string.IsNullOrWhiteSpace(paragraph.Text))
            ? new Document(format, _paragraphs)
            : throw new UnreadableException(Reason.EmptyDocument);
    }

    // Cells as the file has them, and columns as rows have them: merged cells may make many of few.
    private void Count(int cells)
    {
        _cellCount += cells;
        if (_cellCount > 2L * limits.TableCells)
        {
            throw UnreadableException.TooLarge();
        }
    }

    private List<Paragraph> Content() => _tables.Count == 0 ? _paragraphs : _tables.Peek().Content;

    private ParagraphPlace Here() => _tables.TryPeek(out var table)
        ? new ParagraphPlace(_paragraphCount, table.Number, table.RowNumber, table.CellNumber)
        : new ParagraphPlace(_paragraphCount);

    private static bool IsLayout(OpenTable table) =>
        table.HoldsTable || table.Row is [{ Column: 0 }]
        || table.Row.Exists(cell => cell.Content.Sum(part => part.Text.Length) > LongestCell);

    private static Paragraph RowOf(OpenTable table)
    {
        var cells = new Piece[table.Column];
        for (int column = 0, next = 0; column < cells.Length; column++)
        {
            var isFirst = next < table.Row.Count && table.Row[next].Column == column;
            var position = table.Row[isFirst ? next : Math.Max(0, next - 1)].Position;
            cells[column] = isFirst && !table.Row[next].IsContinued
                ? new Piece(table.Row[next].Text(), table.Row[next].TextPosition())
                : new Piece(string.Empty, position);
            next += isFirst ? 1 : 0;
        }

        var text = string.Join('\t', cells.Select(cell => cell.Text));
        return new Paragraph(text, cells[0].Position) { Cells = cells };
    }

    private sealed class OpenTable(int number)
    {
        // The rows that a cell above still takes, for each column.
        private readonly List<int> _taken = [];

        public int Number { get; } = number;

        public List<Paragraph> Paragraphs { get; } = [];

        public List<OpenCell> Row { get; } = [];

        public bool IsRowOpen { get; private set; }

        public bool IsCellOpen { get; set; }

        public bool HoldsTable { get; set; }

        public int RowNumber { get; private set; }

        public int CellNumber { get; set; }

        public int Column { get; set; }

        /// <summary>Text between cells, which a damaged file may hold, stays with the table.</summary>
        public List<Paragraph> Content => IsCellOpen ? Row[^1].Content : Paragraphs;

        public void BeginRow()
        {
            IsRowOpen = true;
            RowNumber++;
            CellNumber = 0;
            Column = 0;
        }

        public void EndRow()
        {
            IsRowOpen = false;
            HoldsTable = false;
            Row.Clear();
            for (var column = 0; column < _taken.Count; column++)
            {
                _taken[column] = Math.Max(0, _taken[column] - 1);
            }
        }

        /// <summary>The first column, from the current one on, that no cell above takes. The cell takes it and those beside.</summary>
        public int NextFree(int columns, int rows)
        {
            if (!IsRowOpen)
            {
                BeginRow();
            }

            while (Column < _taken.Count && _taken[Column] > 0)
            {
                Column++;
            }

            var first = Column;
            Column += columns;
            for (var column = first; rows > 1 && column < Column; column++)
            {
                while (_taken.Count <= column)
                {
                    _taken.Add(0);
                }

                _taken[column] = rows;
            }

            return first;
        }
    }

    private sealed record OpenCell(int Column, bool IsContinued, Position Position)
    {
        public List<Paragraph> Content { get; } = [];

        public string Text() => Content.Count == 1 ? Content[0].Text : string.Join('\n', Content.Select(part => part.Text));

        public Position TextPosition() => Position;
    }
}
