using Validation.V1;

namespace Validation.Engine.Documents.Building;

/// <summary>
/// Makes a document of what a reader of a format with paragraphs and tables comes across, in its order: numbers the places, puts the cells
/// of a row into their columns, and takes layout apart — a row of a single cell, or one that holds tables or long prose and no number
/// behind a label beside them, is no row of a table, and its content follows as if there were none. Holds the
/// limits of text, paragraphs, cells and nesting. A call that nothing was begun for begins it, or has nothing to end: damaged files may
/// have their ends in any order.
/// </summary>
internal sealed class DocumentBuilder(EngineLimits limits)
{
    private readonly Stack<OpenTable> _tables = new();
    private readonly List<Block> _blocks = [];

    // The numbers that the paragraphs of the open cell have in common.
    private ParagraphPlace? _place;
    private int _order;
    private int _number;
    private int _tableCount;
    private long _paragraphCount;
    private long _cellCount;
    private long _columnCount;
    private long _characters;

    /// <summary>The document shows pictures: one without any text is then a scan, and not empty.</summary>
    public bool HasPictures { get; set; }

    /// <summary>There is some text so far, in paragraphs or in tables that have ended.</summary>
    public bool HasText => _blocks.Exists(block => !string.IsNullOrWhiteSpace(block.Text));

    /// <summary>Adds a paragraph to the document, or to the open cell. Its lines become paragraphs with one number and order.</summary>
    /// <param name="text">The text, without the paragraph's end; line feeds part its lines.</param>
    /// <param name="place">Where it stands; the builder adds the numbers of paragraphs and cells. Null: these alone.</param>
    public void AddParagraph(string text, Place? place = null)
    {
        text = Radicals.Replace(text);
        _characters += text.Length;
        var table = Innermost;
        _number += table is null ? 1 : 0;
        _order++;

        // A cell has one paragraph at least, which its own limit covers.
        _paragraphCount += table is { IsCellEmpty: true } ? 0 : 1;
        UnreadableException.ThrowIfTooLarge(_characters > limits.TextCharacters || _paragraphCount > limits.Paragraphs);

        _place = table is null ? null : _place ?? PlaceIn(table, table.CellNumber);
        var numbers = _place ?? new ParagraphPlace(_number);
        var position = new Position(_order, 1, place?.At(numbers) ?? numbers);
        var content = table is null ? _blocks : table.Content;

        // Its lines have their columns in common, so that every character keeps a place of its own.
        foreach (var line in text.AsSpan().Split('\n'))
        {
            content.Add(new Paragraph(text[line], position.Shift(line.Start.Value)));
        }
    }

    /// <summary>Begins a table, in the document or in the open cell.</summary>
    public void BeginTable()
    {
        UnreadableException.ThrowIfTooLarge(_tables.Count >= limits.TableDepth);

        _tables.Push(new OpenTable(++_tableCount));
        _place = null;
    }

    /// <summary>Ends the innermost table, and its row if one is open.</summary>
    public void EndTable()
    {
        if (_tables.Count == 0)
        {
            return;
        }

        EndRow();
        var table = _tables.Pop();
        AddBehind(table);
        _place = null;
        if (Innermost is { } outer)
        {
            outer.AddTable(table.Blocks);
        }
        else
        {
            _blocks.AddRange(table.Blocks);
        }
    }

    /// <summary>Begins a row; ends the one before it.</summary>
    public void BeginRow()
    {
        EndRow();
        OpenedTable().BeginRow();
    }

    /// <summary>Ends the open row, if there is one. A row without cells is none.</summary>
    public void EndRow()
    {
        if (Innermost is not { IsRowOpen: true } table)
        {
            return;
        }

        EndCell();
        table.TakeColumnsOfCellsAbove();
        if (table.IsLayout)
        {
            table.FlattenRow();
        }
        else if (table.CellCount > 0)
        {
            // Columns as rows have them: merged cells may make many of few.
            _columnCount += table.Column;
            UnreadableException.ThrowIfTooLarge(_columnCount > 2L * limits.TableCells);
            table.AddRow();
        }

        table.EndRow();
    }

    /// <summary>Leaves columns of the open row empty, or as a part of the cell before them.</summary>
    public void SkipColumns(int columns)
    {
        var table = OpenedRow();
        CheckColumns(table.Column, columns);
        table.Column += Math.Max(columns, 0);
    }

    /// <summary>Begins a cell; ends the one before it.</summary>
    /// <param name="columns">How many columns it spans, at least 1.</param>
    /// <param name="rows">How many rows it spans, at least 1: for formats in which the rows below leave it out.</param>
    /// <param name="isContinued">
    /// It is the continuation of the cell above, if there is one that begins in the same column; its text is not read.
    /// </param>
    /// <param name="place">Where it stands; the builder adds the numbers of tables and cells. Null: these alone.</param>
    public void BeginCell(int columns = 1, int rows = 1, bool isContinued = false, Place? place = null)
    {
        EndCell();
        var table = OpenedRow();
        columns = Math.Max(columns, 1);
        table.TakeColumnsOfCellsAbove();
        CheckColumns(table.Column, columns);
        _order++;
        _cellCount++;
        UnreadableException.ThrowIfTooLarge(_cellCount > limits.TableCells);

        isContinued = isContinued && table.HasCellAbove(table.Column);
        table.CellNumber += isContinued ? 0 : 1;

        // What continues the cell above has no number; before the first cell it has that of the first.
        _place = PlaceIn(table, Math.Max(1, table.CellNumber));
        table.BeginCell(columns, rows, isContinued, new Position(_order, 1, place?.At(_place) ?? _place));
    }

    /// <summary>Ends the open cell, if there is one.</summary>
    public void EndCell()
    {
        Innermost?.EndCell();
        _place = null;
    }

    /// <summary>
    /// Begins what a drawing holds that hangs on a paragraph of the open cell. Drawings lie over a table and hang on whatever cell is next
    /// to them: beside text of the cell's own it is read behind the table, in any other cell it is what the cell holds.
    /// </summary>
    public void BeginBox() => Innermost?.BeginBox();

    /// <summary>Ends what the drawing holds.</summary>
    public void EndBox() => Innermost?.EndBox();

    /// <summary>The document; what is still open ends.</summary>
    /// <param name="format">How it was read.</param>
    /// <exception cref="UnreadableException">There is no text in it: NO_TEXT if there are pictures, else EMPTY_DOCUMENT.</exception>
    public Document Build(string format)
    {
        while (_tables.Count > 0)
        {
            EndTable();
        }

        return HasText
            ? new Document(format, _blocks)
            : throw new UnreadableException(HasPictures ? Reason.NoText : Reason.EmptyDocument);
    }

    // Places are numbered in the order of reading.
    private void AddBehind(OpenTable table)
    {
        var last = 0;
        foreach (var block in table.Behind)
        {
            table.Blocks.Add(block is TableRow row
                ? row with { Cells = [.. row.Cells.Select(cell => cell with { Position = Moved(cell.Position) })] }
                : block with { Position = Moved(block.Position) });
        }

        Position Moved(Position position)
        {
            _order += position.Order == last ? 0 : 1;
            last = position.Order;
            return position with { Order = _order };
        }
    }

    private ParagraphPlace PlaceIn(OpenTable table, int cell) => new(_number, table.Number, table.RowNumber, cell);

    private OpenTable? Innermost => _tables.TryPeek(out var table) ? table : null;

    private OpenTable OpenedTable()
    {
        if (_tables.Count == 0)
        {
            BeginTable();
        }

        return _tables.Peek();
    }

    private OpenTable OpenedRow()
    {
        var table = OpenedTable();
        if (!table.IsRowOpen)
        {
            table.BeginRow();
        }

        return table;
    }

    private void CheckColumns(int first, int columns)
    {
        UnreadableException.ThrowIfTooLarge((long)first + columns > Math.Min(limits.TableColumns, short.MaxValue));
    }
}
