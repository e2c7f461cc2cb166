namespace Validation.Engine.Documents.Printing;

/// <summary>A word that a page shows.</summary>
/// <param name="Text">The text.</param>
/// <param name="Box">Where it stands on the page as it is shown, turned if the file says so. From the font's ascent to its descent.</param>
public readonly record struct PageWord(string Text, PagePlace Box);
