namespace Validation.Engine.Documents;

/// <summary>A document as every reader yields it: its text in reading order, with positions. Immutable.</summary>
/// <param name="Format">How it was read, such as "txt; utf-8" or "docx".</param>
/// <param name="Blocks">
/// All paragraphs, printed lines and rows of tables; empty paragraphs included: in plain text, empty lines part the rows of a table.
/// </param>
public sealed record Document(string Format, IReadOnlyList<Block> Blocks);

/// <summary>
/// A part of a document: a <see cref="Paragraph"/>, a <see cref="PrintedLine"/> or a <see cref="TableRow"/>. The row and not the table is
/// the unit: between the rows of a table may stand paragraphs, where it lays out the page.
/// </summary>
/// <param name="Text">The text as it stands, tabs and surrounding white space included.</param>
/// <param name="Position">Where its first character stands.</param>
public abstract record Block(string Text, Position Position);

/// <summary>A paragraph, or a line of plain text.</summary>
/// <param name="Text">The text.</param>
/// <param name="Position">Where its first character stands.</param>
public sealed record Paragraph(string Text, Position Position) : Block(Text, Position);

/// <summary>A line of a format that says where its words stand on the page and nothing of paragraphs and tables.</summary>
/// <param name="Text">The words with spaces between them, but for Han words that all but touch.</param>
/// <param name="Position">Where the line stands.</param>
/// <param name="Words">The words with their boxes, from left to right.</param>
public sealed record PrintedLine(string Text, Position Position, IReadOnlyList<Piece> Words) : Block(Text, Position);

/// <summary>A row of a table.</summary>
/// <param name="Text">The text of its columns with tabs between them; merged cells stand in their first column and row.</param>
/// <param name="Cells">The cells that begin in it, from left to right, at least one. Those that it lacks are parts of cells above.</param>
/// <param name="Columns">How many columns it has, those of merged cells included.</param>
public sealed record TableRow(string Text, IReadOnlyList<TableCell> Cells, int Columns) : Block(Text, Cells[0].Position);

/// <summary>A cell of a row.</summary>
/// <param name="Text">The text, its paragraphs with line feeds between them; empty if it continues the cell above.</param>
/// <param name="Position">Where its first character stands.</param>
/// <param name="Column">Its first column, from 0.</param>
/// <param name="Columns">How many columns it spans, at least 1.</param>
/// <param name="IsContinued">It is a part of the cell above.</param>
public readonly record struct TableCell(string Text, Position Position, int Column, int Columns, bool IsContinued);

/// <summary>A part of a line that has a place of its own: a cell, or a printed word.</summary>
/// <param name="Text">The text; of a cell, its paragraphs with line feeds between them.</param>
/// <param name="Position">Where its first character stands.</param>
public readonly record struct Piece(string Text, Position Position);
