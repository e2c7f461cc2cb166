namespace Validation.Engine.Documents.Pdf;

/// <summary>A word that a page shows.</summary>
/// <param name="Text">The text.</param>
/// <param name="Box">Where it stands.</param>
internal readonly record struct PageWord(string Text, PagePlace Box);
