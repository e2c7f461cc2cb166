using Validation.Engine.Documents.Building;

namespace Validation.Engine.Documents.Rtf;

/// <summary>
/// The paragraphs, rows and text boxes of a document as their ends are met. Ends that writers forget are found where nothing is lost by it.
/// </summary>
internal sealed class RtfBody
{
    private readonly Stack<(StepRecorder Flow, RtfText Text, RtfRow Row)> _outside = new();
    private readonly StepRecorder _main;
    private StepRecorder _flow;
    private RtfRow _nestedRow = new();
    private bool _isNestedRow;

    /// <summary>A document that is empty yet.</summary>
    public RtfBody(EngineLimits limits)
    {
        _flow = _main = new StepRecorder(limits);
    }

    /// <summary>Whether what was read so far ends with a paragraph outside of tables, or with nothing.</summary>
    public bool IsOutside => Text.IsBlank && !_flow.IsTableOpen;

    /// <summary>The text since the last end of a paragraph or cell.</summary>
    public RtfText Text { get; private set; } = new();

    /// <summary>The definition that is open or was the last.</summary>
    public RtfRow Row { get; private set; } = new();

    /// <summary>Begins the definition of a row.</summary>
    public void BeginRowDefinition() => Row.Reset(_isNestedRow ? 0 : _flow.CellsOfOpenRow);

    /// <summary>Begins or ends the definition of a row of a table in a table.</summary>
    public void ExchangeRows() => (Row, _nestedRow, _isNestedRow) = (_nestedRow, Row, !_isNestedRow);

    /// <summary>Ends a paragraph and adds it to the document.</summary>
    /// <exception cref="UnreadableException">A row that is open deeper down has no end.</exception>
    public void AddParagraph(in RtfState state)
    {
        EndForgottenRow(state is { IsInTable: false, TableDepth: 0 });
        _flow.AddParagraph(Text.Take(), DepthOf(state));
    }

    /// <summary>Ends a cell of the table at a depth.</summary>
    /// <exception cref="UnreadableException">A row that is open deeper down has no end.</exception>
    public void EndCell(int depth)
    {
        EndForgottenRow(false);
        _flow.EndCell(Text.Take(), depth);
    }

    /// <summary>Ends a row of the table at a depth.</summary>
    /// <exception cref="UnreadableException">The row has other cells than its definition, or text behind them.</exception>
    public void EndRow(int depth, bool isDeleted)
    {
        if (!Text.IsBlank)
        {
            // The last cell needs no end of its own where the row has one.
            UnreadableException.ThrowIfDamaged(depth > 1 || _flow.CellsOfOpenRow + 1 != Row.Count);
            _flow.EndCell(Text.Take(), depth);
        }

        Text.Take();
        Row.Unended = null;
        _flow.EndRow(Row.ToShape(), depth, isDeleted);
    }

    /// <summary>
    /// Begins a text box. It stands in a paragraph, which goes on behind it. All of them follow the document's paragraph, also boxes in
    /// boxes.
    /// </summary>
    public void BeginBox()
    {
        _outside.Push((_flow, Text, Row));
        (_flow, Text, Row) = (_flow.BeginBox(), new RtfText(), new RtfRow());
    }

    /// <summary>Ends a text box.</summary>
    /// <exception cref="UnreadableException">A row in it has no end.</exception>
    public void EndBox(in RtfState state)
    {
        End(state);
        _main.AddBox(_flow);
        (_flow, Text, Row) = _outside.Pop();
    }

    /// <summary>Ends the document, or what a text box holds.</summary>
    /// <exception cref="UnreadableException">A row that is open deeper down has no end.</exception>
    public void End(in RtfState state)
    {
        if (!Text.IsBlank)
        {
            AddParagraph(state);
        }

        Text.Take();
        EndForgottenRow(true);
    }

    /// <summary>Writes the whole document into a builder.</summary>
    /// <exception cref="UnreadableException">A row has no end or other cells than its definition, or a limit is passed.</exception>
    public void WriteTo(DocumentBuilder builder, CancellationToken cancellationToken) => _main.WriteTo(builder, cancellationToken);

    private int DepthOf(in RtfState state) =>
        state.TableDepth > 0 ? state.TableDepth : state.IsInTable || _flow.CellsOfOpenRow > 0 ? 1 : 0;

    // A row without an end has one where all of its cells have ended and what follows is outside of it: another row, or no table.
    private void EndForgottenRow(bool isOutside)
    {
        var row = _isNestedRow ? _nestedRow : Row;
        var shape = row.Unended ?? (isOutside && row.Count > 0 && row.Count == _flow.CellsOfOpenRow ? row.ToShape() : null);
        row.Unended = null;
        if (shape is not null && _flow.CellsOfOpenRow > 0)
        {
            _flow.EndRow(shape, 1);
        }
    }
}
