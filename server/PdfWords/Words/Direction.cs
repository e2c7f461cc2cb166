namespace Validation.PdfWords.Words;

/// <summary>The way in which a line of text runs.</summary>
internal enum Direction
{
    Right,
    Down,
    Left,
    Up,
}
