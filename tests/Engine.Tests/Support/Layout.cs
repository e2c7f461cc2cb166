namespace Validation.Engine.Tests.Support;

/// <summary>The ways in which the tables of a report arrive as text.</summary>
public enum Layout
{
    /// <summary>One cell on each tab-indented line, an empty line between rows, a lone tab for a merged cell.</summary>
    IndentedCells,

    /// <summary>One cell on each line, nothing between rows.</summary>
    PlainCells,

    /// <summary>Tab separated rows.</summary>
    TabRows,

    /// <summary>Rows with pipes.</summary>
    PipeRows,

    /// <summary>Text of a PDF: values behind the label on one line, labels wrapped, group labels broken, empty lines between all.</summary>
    PdfText,

    /// <summary>Text of a PDF whose values stand in the middle of wrapped labels.</summary>
    PdfMiddle,

    /// <summary>Text of a PDF whose group labels stand between the rows of their group.</summary>
    PdfCentred,

    /// <summary>Text of a PDF with the column headings in any order, character by character.</summary>
    PdfShuffled,

    /// <summary>One cell on each line, an empty line behind each.</summary>
    SpacedCells,

    /// <summary>One cell on each tab-indented line, nothing between rows.</summary>
    TightIndentedCells,

    /// <summary>Tab separated rows with an empty column before the first.</summary>
    TabRowsEmptyFirst,

    /// <summary>Tab separated rows with an empty column behind the last.</summary>
    TabRowsEmptyLast,

    /// <summary>Tab separated rows whose empty cells at the end are cut off.</summary>
    TabRowsCutOff,

    /// <summary>Rows with pipes, none at the edges.</summary>
    PipeRowsNoEdges,

    /// <summary>Rows with pipes, one at the right edge only.</summary>
    PipeRowsRightEdge,

    /// <summary>A Markdown table: edges, and a line of dashes under the headings.</summary>
    Markdown,

    /// <summary>A Markdown table without edges.</summary>
    MarkdownNoEdges,

    /// <summary>One cell on each line, each with a pipe behind it.</summary>
    PipeBehindCells,

    /// <summary>One cell on each line, a line with a pipe between them.</summary>
    PipeBetweenCells,

    /// <summary>A line with a pipe before each row, a pipe behind each cell.</summary>
    PipeBeforeRows,
}
