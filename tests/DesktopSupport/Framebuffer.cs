using System.Buffers.Binary;

namespace Validation.Tests.Desktop;

/// <summary>What a display shows, in the file that its server draws into: an X Window Dump (XWDFile.h), whose numbers have the highest byte
/// first. To read it costs next to nothing, where a program that takes a picture needs a tenth of a second of the processor.</summary>
internal sealed class Framebuffer(string file)
{
    private const int PixelBytes = 4;
    private const int ColourBytes = 12;

    // The numbers of the header, counted from its beginning.
    private const int HeaderBytes = 0;
    private const int ByteOrder = 7;
    private const int BitsPerPixel = 11;
    private const int BytesPerLine = 12;
    private const int Colours = 19;

    /// <summary>The pixels of a part of it as they are now.</summary>
    public async Task<Region> ReadAsync(Area area)
    {
        var dump = await File.ReadAllBytesAsync(file);
        (Number(dump, BitsPerPixel), Number(dump, ByteOrder)).ShouldBe((8 * PixelBytes, 0));
        var first = Number(dump, HeaderBytes) + (Number(dump, Colours) * ColourBytes);
        var line = Number(dump, BytesPerLine);
        var pixels = new byte[area.Width * area.Height * 3];
        for (var y = 0; y < area.Height; y++)
        {
            for (var x = 0; x < area.Width; x++)
            {
                // Blue first.
                var from = first + ((area.Y + y) * line) + ((area.X + x) * PixelBytes);
                var to = ((y * area.Width) + x) * 3;
                (pixels[to], pixels[to + 1], pixels[to + 2]) = (dump[from + 2], dump[from + 1], dump[from]);
            }
        }

        return new Region(area.Width, area.Height, pixels);
    }

    private static int Number(byte[] dump, int place) => BinaryPrimitives.ReadInt32BigEndian(dump.AsSpan(place * sizeof(int)));
}
