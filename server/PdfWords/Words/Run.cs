using UglyToad.PdfPig.Core;

namespace Validation.PdfWords.Words;

/// <summary>The direction of the line that a character belongs to, the place of that line, and how far the character reaches to both
/// sides of it.</summary>
internal readonly record struct Run(Direction Direction, bool IsVertical, double Base, double Low, double High, double Size)
{
    /// <summary>The line runs to the right or to the left.</summary>
    public bool IsHorizontal => Direction is Direction.Right or Direction.Left;

    /// <summary>The line runs to the right or down.</summary>
    public bool IsForward => Direction is Direction.Right or Direction.Down;

    /// <summary>The run of a character, and where on its line it begins and ends.</summary>
    public static Run Of(in Glyph glyph, PdfRectangle shown, out double x, out double y, out double along)
    {
        var matrix = glyph.Matrix;
        (x, y) = (matrix.E - shown.Left, shown.Top - matrix.F);
        var size = Math.Sqrt((matrix.C * matrix.C) + (matrix.D * matrix.D));
        var direction = DirectionOf(matrix.A, -matrix.B, matrix.C, -matrix.D);
        var isHorizontal = direction is Direction.Right or Direction.Left;
        along = glyph.Width * (isHorizontal ? matrix.A : -matrix.B);
        var line = isHorizontal ? y : x;
        var (up, down) = (glyph.Font.Ascent * size, -glyph.Font.Descent * size);
        var isUpBefore = direction is Direction.Right or Direction.Up;
        var (low, high) = isUpBefore ? (line - up, line + down) : (line - down, line + up);
        return new Run(direction, glyph.IsVertical, line, low, high, size);
    }

    // Taken from the vectors along the line and upwards, on a page whose second coordinate grows downwards.
    private static Direction DirectionOf(double alongX, double alongY, double upX, double upY)
    {
        if (Math.Abs(alongX * upY) > Math.Abs(alongY * upX))
        {
            return alongX > 0 || upY < 0 ? Direction.Right : Direction.Left;
        }

        return upX > 0 ? Direction.Down : Direction.Up;
    }
}
