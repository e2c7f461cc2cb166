namespace Validation.Engine.Documents.Building;

/// <summary>
/// Records paragraphs and cells in the order of a file whose rows are defined at their ends, as those of Word are, and hands them on as a
/// document once the columns of every table are known. Depth 0 is the document, 1 a table, 2 a table in a cell of it, and so on.
/// </summary>
/// <param name="limits">How deep tables may be, and how much there may be in all.</param>
/// <param name="count">Counts the steps of the document that this is a text box of. Null: this is the document.</param>
internal sealed class StepRecorder(EngineLimits limits, StepCount? count = null)
{
    private readonly StepCount _count = count ?? new StepCount(limits);

    // Paragraphs, as strings, and tables, in their order.
    private readonly List<object> _parts = [];
    private readonly List<RecordedTable> _open = [];

    // What the boxes hold that follow what is open.
    private readonly List<object> _boxes = [];

    /// <summary>How many cells of the outermost table's open row have ended; 0: there is no such row.</summary>
    public int CellsOfOpenRow => _open.Count > 0 && _open[0].OpenRow is { } row ? row.Cells.Count : 0;

    /// <summary>Whether no paragraph outside has followed the last table yet.</summary>
    public bool IsTableOpen => _open.Count > 0;

    /// <summary>Begins the record of what a text box of the document holds.</summary>
    public StepRecorder BeginBox() => new(limits, _count);

    /// <summary>Adds a paragraph at a depth of tables, 0 for outside of all.</summary>
    /// <exception cref="UnreadableException">A row that is open deeper down has no end, or a limit is passed.</exception>
    public void AddParagraph(string text, int depth)
    {
        GoTo(depth);
        Add(text);
        AddBoxes();
    }

    /// <summary>Adds the last paragraph of a cell, and ends the cell.</summary>
    /// <exception cref="UnreadableException">A row that is open deeper down has no end, or a limit is passed.</exception>
    public void EndCell(string text, int depth)
    {
        GoTo(depth);
        Add(text);
        var row = _open[depth - 1].OpenRow!;
        row.Cells.Add(row.Parts.FindIndex(row.Starts[^1], static part => part is string own && !string.IsNullOrWhiteSpace(own)) >= 0);
    }

    /// <summary>Ends a row of the table at a depth.</summary>
    /// <param name="shape">Its definition. Null: the file has none.</param>
    /// <param name="depth">The depth of its table.</param>
    /// <param name="isDeleted">It was deleted while changes were recorded.</param>
    /// <exception cref="UnreadableException">The row has other cells than its definition, or a limit is passed.</exception>
    public void EndRow(RowShape? shape, int depth, bool isDeleted = false)
    {
        Close(depth);
        if (_open.Count < depth || _open[depth - 1] is not { OpenRow: { IsCellOpen: false } row } table)
        {
            throw UnreadableException.Damaged();
        }

        if (shape is not null && row.Parts.Exists(static part => part is RecordedTable))
        {
            // LibreOffice ends the last cell twice where a table stands in a cell before and text behind that table.
            row.DropBlankCells(shape.Cells.Count);
        }

        UnreadableException.ThrowIfDamaged(shape is not null && (!shape.MayDefine(row.Cells.Count) || !shape.IsInOrder()));

        row.Shape = shape;

        // LibreOffice marks the row before a deleted one too; what was deleted shows no text.
        row.IsDeleted = isDeleted && !row.Cells.Contains(true);
        table.OpenRow = null;
        _count.Add();
    }

    /// <summary>Adds what a text box holds behind the paragraph or table that is open. A box holds no boxes.</summary>
    public void AddBox(StepRecorder box)
    {
        box.Close(0);
        _boxes.AddRange(box._parts);
    }

    /// <summary>Ends the record, and writes it.</summary>
    /// <exception cref="UnreadableException">A row has no end, or the document goes beyond a limit.</exception>
    public void WriteTo(DocumentBuilder builder, CancellationToken cancellationToken)
    {
        Close(0);
        AddBoxes();
        new RecordWriter(builder, cancellationToken).Write(_parts);
    }

    private void Add(object part)
    {
        _count.Add();
        var parts = _open.Count == 0 ? _parts : _open[^1].OpenRow?.Parts ?? _open[^1].Parts;
        parts.Add(part);
    }

    private void AddBoxes()
    {
        if (_open.Count == 0)
        {
            _parts.AddRange(_boxes);
            _boxes.Clear();
        }
    }

    // Ends the tables that are deeper, begins those that are missing, and the cell that the next paragraph belongs to.
    private void GoTo(int depth)
    {
        UnreadableException.ThrowIfTooLarge(depth > limits.TableDepth);

        Close(depth);
        while (_open.Count < depth)
        {
            var table = new RecordedTable();
            Add(table);
            _open.Add(table);
            OpenCell(table);
        }

        if (depth > 0)
        {
            OpenCell(_open[depth - 1]);
        }
    }

    private void OpenCell(RecordedTable table)
    {
        if (table.OpenRow is null)
        {
            _count.Add();
            table.OpenRow = new RecordedRow();
            table.Parts.Add(table.OpenRow);
        }

        if (!table.OpenRow.IsCellOpen)
        {
            _count.Add();
            table.OpenRow.Starts.Add(table.OpenRow.Parts.Count);
        }
    }

    private void Close(int depth)
    {
        while (_open.Count > depth)
        {
            UnreadableException.ThrowIfDamaged(_open[^1].OpenRow is not null);

            _open.RemoveAt(_open.Count - 1);
            _count.Add();
            AddBoxes();
        }
    }
}
