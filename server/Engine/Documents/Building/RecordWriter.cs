namespace Validation.Engine.Documents.Building;

/// <summary>Writes what a <see cref="StepRecorder"/> has recorded into a builder. The rows of its tables are complete.</summary>
internal sealed class RecordWriter(DocumentBuilder builder, CancellationToken cancellationToken)
{
    private const int PartsPerLook = 4096;

    private int _parts;

    /// <summary>Writes paragraphs, tables and rows in their order. A row that was deleted is left out with all that it holds.</summary>
    /// <exception cref="UnreadableException">A row has other cells than its definition, or the document goes beyond a limit.</exception>
    public void Write(List<object> parts) => parts.ForEach(Write);

    private void Write(object part)
    {
        if (_parts++ % PartsPerLook == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        switch (part)
        {
            case string text:
                builder.AddParagraph(text);
                break;
            case RecordedTable table:
                ColumnGrid.Resolve([.. table.Parts.OfType<RecordedRow>()]);
                builder.BeginTable();
                Write(table.Parts);
                builder.EndTable();
                break;
            case RecordedRow { IsDeleted: false } row:
                WriteRow(row);
                break;
            default:
                break;
        }
    }

    private void WriteRow(RecordedRow row)
    {
        builder.BeginRow();
        builder.SkipColumns(row.Columns[0]);
        var (cell, isMerged) = (0, false);
        for (var i = 0; i < row.Parts.Count; i++)
        {
            if (cell < row.Starts.Count && row.Starts[cell] == i)
            {
                isMerged = cell > 0 && row.Shape is { } shape && shape.Cells[cell].IsMerged;
                if (!isMerged)
                {
                    BeginCell(row, cell);
                }

                cell++;
            }

            // The cells that are one with others have empty paragraphs of their own.
            if (!isMerged || row.Parts[i] is not "")
            {
                Write(row.Parts[i]);
            }
        }

        builder.EndRow();
    }

    private void BeginCell(RecordedRow row, int first)
    {
        var cells = row.Shape?.Cells;
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
}
