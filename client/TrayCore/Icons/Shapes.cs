namespace Validation.Tray.Icons;

/// <summary>The shapes that the icons are made of.</summary>
internal static class Shapes
{
    public static Shape Disc(float x, float y, float radius) => (px, py) => Length(px - x, py - y) - radius;

    public static Shape Ring(float x, float y, float radius, float width) =>
        (px, py) => MathF.Abs(Length(px - x, py - y) - radius) - (width / 2);

    /// <summary>A box with round corners.</summary>
    public static Shape Box(float left, float top, float right, float bottom, float corner)
    {
        var (x, y) = ((left + right) / 2, (top + bottom) / 2);
        var (halfWidth, halfHeight) = (((right - left) / 2) - corner, ((bottom - top) / 2) - corner);
        return (px, py) =>
        {
            var (dx, dy) = (MathF.Abs(px - x) - halfWidth, MathF.Abs(py - y) - halfHeight);
            return Length(MathF.Max(dx, 0), MathF.Max(dy, 0)) + MathF.Min(MathF.Max(dx, dy), 0) - corner;
        };
    }

    /// <summary>A line through some points, with round ends.</summary>
    public static Shape Line(float width, params (float X, float Y)[] points) => (px, py) =>
    {
        var nearest = float.MaxValue;
        for (var i = 1; i < points.Length; i++)
        {
            nearest = MathF.Min(nearest, ToSegment(px, py, points[i - 1], points[i]));
        }

        return nearest - (width / 2);
    };

    private static float ToSegment(float px, float py, (float X, float Y) from, (float X, float Y) to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var square = (dx * dx) + (dy * dy);
        var along = square == 0 ? 0 : Math.Clamp((((px - from.X) * dx) + ((py - from.Y) * dy)) / square, 0, 1);
        return Length(px - from.X - (along * dx), py - from.Y - (along * dy));
    }

    private static float Length(float x, float y) => MathF.Sqrt((x * x) + (y * y));
}
