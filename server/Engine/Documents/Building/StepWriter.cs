namespace Validation.Engine.Documents.Building;

/// <summary>Writes a record step by step. The rows of the tables it meets are complete.</summary>
internal sealed class StepWriter(DocumentBuilder builder)
{
    private readonly Stack<OpenRow> _rows = new();

    // Tables within a row that was deleted are left out with it: the row, and what is open in it.
    private RecordedRow? _deleted;

    public void Write(Step step)
    {
        if (_deleted is not null)
        {
            _deleted = step.Kind == StepKind.RowEnd && step.Row == _deleted ? null : _deleted;
            return;
        }

        switch (step.Kind)
        {
            case StepKind.TableStart:
                ColumnGrid.Resolve(step.Table!);
                builder.BeginTable();
                break;
            case StepKind.TableEnd:
                builder.EndTable();
                break;
            case StepKind.RowStart when step.Row!.IsDeleted:
                _deleted = step.Row;
                break;
            case StepKind.RowStart:
                builder.BeginRow();
                builder.SkipColumns(step.Row!.Columns[0]);
                _rows.Push(new OpenRow(step.Row));
                break;
            case StepKind.RowEnd:
                builder.EndRow();
                _rows.Pop();
                break;
            case StepKind.CellStart:
                BeginCell(_rows.Peek());
                break;
            default:
                AddParagraph(step.Text);
                break;
        }
    }

    private void BeginCell(OpenRow open)
    {
        var first = open.Next++;
        var row = open.Row;
        var cells = row.Shape?.Cells;
        open.IsMerged = first > 0 && cells is not null && cells[first].IsMerged;
        if (open.IsMerged)
        {
            return;
        }

        var end = first + 1;
        while (cells is not null && end < cells.Count && cells[end].IsMerged)
        {
            end++;
        }

        // An edge may be that of no other cell of the row: a cell without a width still is one.
        var columns = Math.Max(1, row.Columns[end] - row.Columns[first]);

        // Such cells are empty; one that is not has its own text to show.
        var isContinued = cells is not null && cells[first].IsContinued && !row.Cells[first];
        builder.BeginCell(columns, isContinued: isContinued);
    }

    // The cells that are one with others have empty paragraphs of their own.
    private void AddParagraph(string text)
    {
        if (_rows.Count == 0 || !_rows.Peek().IsMerged || text.Length > 0)
        {
            builder.AddParagraph(text);
        }
    }

    private sealed class OpenRow(RecordedRow row)
    {
        public RecordedRow Row { get; } = row;

        public int Next { get; set; }

        public bool IsMerged { get; set; }
    }
}
