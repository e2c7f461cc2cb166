namespace Validation.Engine.Documents.Building;

/// <summary>What a call to a <see cref="DocumentBuilder"/> does.</summary>
internal enum StepKind
{
    Paragraph,
    TableStart,
    TableEnd,
    RowStart,
    RowEnd,
    CellStart, // Begins a cell; ends the one before it.
    Columns, // Leaves columns of the row out, before the next cell.
    BoxStart, // Begins what boxes hold that hang on the paragraph before.
    BoxEnd, // Ends what the boxes hold.
}

/// <summary>A call to a <see cref="DocumentBuilder"/>, to be made later.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Text">The paragraph's text.</param>
/// <param name="Columns">The cell's columns, or those that are left out.</param>
/// <param name="Rows">The cell's rows.</param>
/// <param name="IsContinued">The cell continues the one above.</param>
/// <param name="Place">Where the paragraph or the cell stands. Null: nothing but its number is told.</param>
internal readonly record struct Step(
    StepKind Kind,
    string Text = "",
    int Columns = 1,
    int Rows = 1,
    bool IsContinued = false,
    Place? Place = null);
