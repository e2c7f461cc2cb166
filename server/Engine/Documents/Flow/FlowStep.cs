namespace Validation.Engine.Documents.Flow;

/// <summary>What a step of a record is.</summary>
internal enum FlowStepKind
{
    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A table begins.</summary>
    TableStart,

    /// <summary>A row begins.</summary>
    RowStart,

    /// <summary>A cell begins.</summary>
    CellStart,

    /// <summary>A row ends.</summary>
    RowEnd,

    /// <summary>A table ends.</summary>
    TableEnd,
}

/// <summary>A step of a record.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A paragraph's text.</param>
/// <param name="Row">The row that begins or ends.</param>
/// <param name="Rows">The rows of the table that begins, complete once the record is.</param>
internal readonly record struct FlowStep(FlowStepKind Kind, string? Text = null, FlowRow? Row = null, List<FlowRow>? Rows = null);
