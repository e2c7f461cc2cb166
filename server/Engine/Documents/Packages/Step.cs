namespace Validation.Engine.Documents.Packages;

/// <summary>What a call to a <see cref="DocumentBuilder"/> does.</summary>
internal enum StepKind
{
    /// <summary>Adds a paragraph.</summary>
    Paragraph,

    /// <summary>Begins a table.</summary>
    TableStart,

    /// <summary>Ends the table.</summary>
    TableEnd,

    /// <summary>Begins a row.</summary>
    RowStart,

    /// <summary>Ends the row.</summary>
    RowEnd,

    /// <summary>Begins a cell; ends the one before it.</summary>
    CellStart,

    /// <summary>Leaves columns out.</summary>
    Columns,

    /// <summary>Begins what boxes hold that hang on the paragraph before.</summary>
    BoxStart,

    /// <summary>Ends what the boxes hold.</summary>
    BoxEnd,
}

/// <summary>A call to a <see cref="DocumentBuilder"/>.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Text">The paragraph's text.</param>
/// <param name="Columns">The cell's columns, or those that are left out.</param>
/// <param name="Rows">The cell's rows.</param>
/// <param name="IsContinued">The cell continues the one above.</param>
internal readonly record struct Step(StepKind Kind, string Text = "", int Columns = 1, int Rows = 1, bool IsContinued = false);
