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
    private readonly List<Step> _steps = [];
    private readonly List<RecordedTable> _open = [];

    // What the boxes hold that follow what is open.
    private readonly List<Step> _boxes = [];

    /// <summary>How many cells of the outermost table's open row have ended; 0: there is no such row.</summary>
    public int CellsOfOpenRow => _open.Count > 0 && _open[0].Row is { } row ? row.Cells.Count : 0;

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
        var table = _open[depth - 1];
        table.Row!.Cells.Add(table.HasText);
        table.IsCellOpen = false;
        table.HasText = false;
    }

    /// <summary>Ends a row of the table at a depth.</summary>
    /// <param name="shape">Its definition. Null: the file has none.</param>
    /// <param name="depth">The depth of its table.</param>
    /// <param name="isDeleted">It was deleted while changes were recorded.</param>
    /// <exception cref="UnreadableException">The row has other cells than its definition, or a limit is passed.</exception>
    public void EndRow(RowShape? shape, int depth, bool isDeleted = false)
    {
        Close(depth);
        if (_open.Count < depth || _open[depth - 1] is not { IsCellOpen: false, Row: { } row } table)
        {
            throw UnreadableException.Damaged();
        }

        UnreadableException.ThrowIfDamaged(shape is not null && (!shape.MayDefine(row.Cells.Count) || !shape.IsInOrder()));

        row.Shape = shape;
        row.HasEnded = true;

        // LibreOffice marks the row before a deleted one too; what was deleted shows no text.
        row.IsDeleted = isDeleted && !row.Cells.Contains(true);
        table.Row = null;
        Add(new Step(StepKind.RowEnd, Row: row));
    }

    /// <summary>Adds what a text box holds behind the paragraph or table that is open. A box holds no boxes.</summary>
    public void AddBox(StepRecorder box)
    {
        box.Close(0);
        _boxes.AddRange(box._steps);
    }

    /// <summary>Ends the record, and writes it.</summary>
    /// <exception cref="UnreadableException">A row has no end, or the document goes beyond a limit.</exception>
    public void WriteTo(DocumentBuilder builder, CancellationToken cancellationToken)
    {
        Close(0);
        AddBoxes();
        var writer = new StepWriter(builder);
        for (var i = 0; i < _steps.Count; i++)
        {
            if ((i & 0xFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            writer.Write(_steps[i]);
        }
    }

    private void Add(string text)
    {
        Add(new Step(StepKind.Paragraph, text));
        if (_open.Count > 0 && !_open[^1].HasText)
        {
            _open[^1].HasText = !string.IsNullOrWhiteSpace(text);
        }
    }

    private void Add(Step step)
    {
        _count.Add();
        _steps.Add(step);
    }

    private void AddBoxes()
    {
        if (_open.Count > 0)
        {
            return;
        }

        _steps.AddRange(_boxes);
        _boxes.Clear();
    }

    // Ends the tables that are deeper, begins those that are missing, and the cell that the next paragraph belongs to.
    private void GoTo(int depth)
    {
        UnreadableException.ThrowIfTooLarge(depth > limits.TableDepth);

        Close(depth);
        while (_open.Count < depth)
        {
            var table = new RecordedTable([]);
            _open.Add(table);
            Add(new Step(StepKind.TableStart, Table: table.Rows));
            OpenCell(table);
        }

        if (depth > 0)
        {
            OpenCell(_open[depth - 1]);
        }
    }

    private void OpenCell(RecordedTable table)
    {
        if (table.Row is null)
        {
            table.Row = new RecordedRow();
            table.Rows.Add(table.Row);
            Add(new Step(StepKind.RowStart, Row: table.Row));
        }

        if (!table.IsCellOpen)
        {
            table.IsCellOpen = true;
            Add(new Step(StepKind.CellStart));
        }
    }

    private void Close(int depth)
    {
        while (_open.Count > depth)
        {
            UnreadableException.ThrowIfDamaged(_open[^1].Row is not null);

            _open.RemoveAt(_open.Count - 1);
            Add(new Step(StepKind.TableEnd));
            AddBoxes();
        }
    }

    private sealed class RecordedTable(List<RecordedRow> rows)
    {
        public List<RecordedRow> Rows { get; } = rows;

        public RecordedRow? Row { get; set; }

        public bool IsCellOpen { get; set; }

        public bool HasText { get; set; }
    }
}
