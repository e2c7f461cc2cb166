namespace Validation.Tray.Icons;

/// <summary>Numbers as lines, because an icon must be readable where the system has no font for it.</summary>
internal static class Digits
{
    // Each digit is one line in a box from (0, 0) to (1, 1).
    private static readonly (float X, float Y)[][] Lines =
    [
        [(0.5f, 0), (0.9f, 0.12f), (1, 0.4f), (1, 0.6f), (0.9f, 0.88f), (0.5f, 1), (0.1f, 0.88f), (0, 0.6f), (0, 0.4f), (0.1f, 0.12f),
            (0.5f, 0)],
        [(0.1f, 0.22f), (0.55f, 0), (0.55f, 1)],
        [(0.02f, 0.2f), (0.2f, 0.03f), (0.5f, 0), (0.85f, 0.06f), (1, 0.26f), (0.9f, 0.46f), (0, 1), (1, 1)],
        [(0.05f, 0.06f), (0.5f, 0), (0.88f, 0.08f), (0.95f, 0.25f), (0.8f, 0.43f), (0.4f, 0.46f), (0.85f, 0.53f), (1, 0.73f),
            (0.88f, 0.93f), (0.5f, 1), (0, 0.94f)],
        [(0.75f, 1), (0.75f, 0), (0, 0.7f), (1, 0.7f)],
        [(0.95f, 0), (0.12f, 0), (0.06f, 0.45f), (0.5f, 0.38f), (0.9f, 0.48f), (1, 0.7f), (0.88f, 0.92f), (0.5f, 1), (0, 0.95f)],
        [(0.9f, 0.03f), (0.5f, 0), (0.12f, 0.2f), (0, 0.65f), (0.1f, 0.9f), (0.5f, 1), (0.9f, 0.9f), (1, 0.68f), (0.88f, 0.47f),
            (0.5f, 0.4f), (0.1f, 0.5f), (0, 0.65f)],
        [(0, 0), (1, 0), (0.35f, 1)],
        [(0.5f, 0.46f), (0.14f, 0.38f), (0.06f, 0.2f), (0.2f, 0.03f), (0.5f, 0), (0.8f, 0.03f), (0.94f, 0.2f), (0.86f, 0.38f),
            (0.5f, 0.46f), (0.1f, 0.56f), (0, 0.75f), (0.14f, 0.95f), (0.5f, 1), (0.86f, 0.95f), (1, 0.75f), (0.9f, 0.56f), (0.5f, 0.46f)],
        [(0.1f, 0.97f), (0.5f, 1), (0.88f, 0.8f), (1, 0.35f), (0.9f, 0.1f), (0.5f, 0), (0.1f, 0.1f), (0, 0.32f), (0.12f, 0.53f),
            (0.5f, 0.6f), (0.9f, 0.5f), (1, 0.35f)],
    ];

    /// <summary>One digit in a box.</summary>
    public static Shape Of(int digit, float left, float top, float width, float height, float pen) =>
        Shapes.Line(pen, Array.ConvertAll(Lines[digit], point => (left + (point.X * width), top + (point.Y * height))));
}
