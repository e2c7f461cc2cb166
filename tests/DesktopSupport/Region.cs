using Validation.Tray.Icons;

namespace Validation.Tests.Desktop;

/// <summary>A part of the screen: three bytes a pixel, red first.</summary>
internal sealed record Region(int Width, int Height, byte[] Pixels)
{
    private const int Seen = 60;
    private const int Darkest = 90;

    /// <summary>How many pixels differ from those of another region.</summary>
    public int DifferentFrom(Region other) => All().Count(pixel => Gap(At(pixel), other.At(pixel)) > Seen);

    /// <summary>How many pixels are dark, such as those of letters.</summary>
    public int Dark() => All().Count(pixel => At(pixel)[0] < Darkest && At(pixel)[1] < Darkest && At(pixel)[2] < Darkest);

    /// <summary>How far the best place for a picture in this region is from it, on average for each part of a pixel; the ground is
    /// white.</summary>
    public double DistanceTo(Picture picture)
    {
        var drawn = picture.ToBytes();
        var best = double.MaxValue;
        for (var y = 0; y + picture.Size <= Height; y++)
        {
            for (var x = 0; x + picture.Size <= Width; x++)
            {
                best = Math.Min(best, DistanceAt(drawn, picture.Size, x, y));
            }
        }

        return best;
    }

    private static int Gap(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) =>
        Math.Abs(one[0] - other[0]) + Math.Abs(one[1] - other[1]) + Math.Abs(one[2] - other[2]);

    private IEnumerable<int> All() => Enumerable.Range(0, Width * Height);

    private ReadOnlySpan<byte> At(int pixel) => Pixels.AsSpan(pixel * 3, 3);

    private double DistanceAt(byte[] drawn, int size, int left, int top)
    {
        var sum = 0.0;
        for (var pixel = 0; pixel < size * size; pixel++)
        {
            var own = At(((top + (pixel / size)) * Width) + left + (pixel % size));
            var opacity = drawn[(pixel * 4) + 3] / 255.0;
            for (var part = 0; part < 3; part++)
            {
                // The drawing has blue first.
                var expected = 255 + ((drawn[(pixel * 4) + 2 - part] - 255) * opacity);
                sum += Math.Abs(expected - own[part]);
            }
        }

        return sum / (size * size * 3);
    }
}
