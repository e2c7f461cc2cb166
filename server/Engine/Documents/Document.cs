namespace Validation.Engine.Documents;

/// <summary>A document as every reader yields it: its text in reading order, with positions. Immutable.</summary>
/// <param name="Format">How it was read, such as "txt; utf-8" or "docx".</param>
/// <param name="Paragraphs">All paragraphs, empty ones included: in plain text, empty lines part the rows of a table.</param>
public sealed record Document(string Format, IReadOnlyList<Paragraph> Paragraphs);

/// <summary>A paragraph, a line of plain text, a printed line of a page, or a row of a table.</summary>
/// <param name="Text">The text as it stands, tabs and surrounding white space included; of a row, its cells with tabs between them.</param>
/// <param name="Position">Where its first character stands.</param>
public readonly record struct Paragraph(string Text, Position Position)
{
    /// <summary>
    /// The cells of a row of a table, one for each column: a merged cell stands in its first column and row, in the others an empty one.
    /// Null: not a row.
    /// </summary>
    public IReadOnlyList<Piece>? Cells { get; init; }

    /// <summary>The words of a printed line with their boxes, from left to right (pdf). Null: the format has no such thing.</summary>
    public IReadOnlyList<Piece>? Words { get; init; }
}

/// <summary>A part of a paragraph that has a place of its own: a cell, or a printed word.</summary>
/// <param name="Text">The text; of a cell, its paragraphs with line feeds between them.</param>
/// <param name="Position">Where its first character stands.</param>
public readonly record struct Piece(string Text, Position Position);
