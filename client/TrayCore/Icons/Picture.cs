namespace Validation.Tray.Icons;

/// <summary>A square picture with smooth edges on a transparent ground. Shapes are given in units of its side, from the top left
/// corner.</summary>
internal sealed class Picture
{
    private readonly float[] _pixels;

    /// <summary>A picture whose pixels are all transparent.</summary>
    /// <param name="size">Its side in pixels.</param>
    public Picture(int size)
    {
        Size = size;
        _pixels = new float[size * size * 4];
    }

    /// <summary>The side in pixels.</summary>
    public int Size { get; }

    /// <summary>Paints a shape over what is there.</summary>
    public void Fill(Shape shape, Colour colour)
    {
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                // Half a pixel inside the edge is whole, half a pixel outside is nothing: what a slanted edge covers of a pixel, nearly.
                var distance = shape((x + 0.5f) / Size, (y + 0.5f) / Size) * Size;
                Blend((y * Size) + x, colour, Math.Clamp(0.5f - distance, 0, 1));
            }
        }
    }

    /// <summary>The pixels from the top, four bytes each: blue, green, red, and opacity, which is not multiplied into the others.</summary>
    public byte[] ToBytes() => Array.ConvertAll(_pixels, value => (byte)MathF.Round(value * 255));

    private void Blend(int pixel, Colour colour, float opacity)
    {
        if (opacity <= 0)
        {
            return;
        }

        var at = _pixels.AsSpan(pixel * 4, 4);
        var below = at[3] * (1 - opacity);
        var sum = opacity + below;
        at[0] = ((colour.Blue * opacity) + (at[0] * below)) / sum;
        at[1] = ((colour.Green * opacity) + (at[1] * below)) / sum;
        at[2] = ((colour.Red * opacity) + (at[2] * below)) / sum;
        at[3] = sum;
    }
}

/// <summary>How far a point is from the edge of a shape; negative inside.</summary>
internal delegate float Shape(float x, float y);

/// <summary>A colour; each part from 0 to 1.</summary>
internal readonly record struct Colour(float Red, float Green, float Blue)
{
    public static Colour White { get; } = new(1, 1, 1);

    public static Colour Of(int rgb) => new(((rgb >> 16) & 0xFF) / 255f, ((rgb >> 8) & 0xFF) / 255f, (rgb & 0xFF) / 255f);
}
