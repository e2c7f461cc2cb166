using Tmds.DBus.Protocol;
using Validation.Tray.Icons;

namespace Validation.Panel.Item;

/// <summary>Pictures in the form in which StatusNotifierItem takes them: width, height, and for each pixel opacity, red, green and blue,
/// a byte each, from the top left.</summary>
internal static class Pixmaps
{
    // What panels ask for at usual scales; each takes the next larger one.
    private static readonly int[] Sizes = [16, 22, 24, 32, 48, 64];

    /// <summary>An empty list of pictures.</summary>
    public static Array<Struct<int, int, Array<byte>>> None => [];

    /// <summary>The icon of a state in several sizes.</summary>
    /// <param name="state">The state.</param>
    /// <param name="count">How many drafts have errors.</param>
    public static Array<Struct<int, int, Array<byte>>> Of(IconState state, int count) =>
        new(Sizes.Select(size => Struct.Create(size, size, new Array<byte>(ToArgb(StateIcon.Draw(state, count, size))))));

    /// <summary>The pixels of a picture.</summary>
    public static byte[] ToArgb(Picture picture)
    {
        var pixels = picture.ToBytes();
        for (var at = 0; at < pixels.Length; at += 4)
        {
            // Blue, green, red, opacity.
            Array.Reverse(pixels, at, 4);
        }

        return pixels;
    }
}
