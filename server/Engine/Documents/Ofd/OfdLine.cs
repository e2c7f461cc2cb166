namespace Validation.Engine.Documents.Ofd;

/// <summary>The line that a character stands on: which way it runs, and how far the type reaches to both sides of it, in points.</summary>
/// <param name="IsHorizontal">It runs to the right or to the left, not up or down.</param>
/// <param name="IsForward">It runs to the right or down.</param>
/// <param name="Base">Its second coordinate if it is horizontal, else its first.</param>
/// <param name="Low">The smaller edge of the type in that coordinate.</param>
/// <param name="High">The larger edge.</param>
/// <param name="Size">The size of the type.</param>
internal readonly record struct OfdLine(bool IsHorizontal, bool IsForward, double Base, double Low, double High, double Size)
{
    // What most fonts reach above and below their line, in parts of the size: the boxes of words in a PDF are made of the same.
    private const double Ascent = 0.95;
    private const double Descent = 0.35;

    /// <summary>The line of a character, and between which coordinates the character stands on it.</summary>
    public static OfdLine Of(in OfdGlyph glyph, out double from, out double to)
    {
        var ((x, y), (alongX, alongY), (upX, upY)) = (glyph.Start, glyph.Along, glyph.Up);
        var size = Math.Sqrt((upX * upX) + (upY * upY));
        var isHorizontal = Math.Abs(alongX * upY) > Math.Abs(alongY * upX);
        var isForward = isHorizontal ? alongX > 0 || upY < 0 : upX > 0;
        var (start, along) = isHorizontal ? (x, alongX) : (y, alongY);
        (from, to) = along < 0 ? (start + along, start) : (start, start + along);
        var line = isHorizontal ? y : x;

        // Type stands upwards of a line that runs to the right, and to the right of one that runs down.
        var isUpBefore = isHorizontal == isForward;
        var (low, high) = isUpBefore
            ? (line - (Ascent * size), line + (Descent * size))
            : (line - (Descent * size), line + (Ascent * size));
        return new OfdLine(isHorizontal, isForward, line, low, high, size);
    }

    /// <summary>A character of the other line may belong to the same word: both are one line, of one size.</summary>
    public bool IsSame(in OfdLine other)
    {
        const double MostShift = 0.5;
        const double OtherSize = 0.02;
        return IsHorizontal == other.IsHorizontal && IsForward == other.IsForward && Math.Abs(Base - other.Base) <= MostShift
            && Math.Abs(Size - other.Size) <= OtherSize * Size;
    }
}
