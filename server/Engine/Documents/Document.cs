namespace Validation.Engine.Documents;

/// <summary>A document as every reader yields it: its text in reading order, with positions. Immutable.</summary>
/// <param name="Format">How it was read, such as "txt; utf-8".</param>
/// <param name="Paragraphs">All paragraphs, empty ones included: in plain text, empty lines part the rows of a table.</param>
public sealed record Document(string Format, IReadOnlyList<Paragraph> Paragraphs);

/// <summary>A paragraph, or a line of plain text.</summary>
/// <param name="Text">The text as it stands, tabs and surrounding white space included.</param>
/// <param name="Position">Where its first character stands.</param>
public readonly record struct Paragraph(string Text, Position Position);
