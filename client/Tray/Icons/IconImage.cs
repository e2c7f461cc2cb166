using System.Buffers.Binary;

namespace Validation.Tray.Icons;

/// <summary>A picture in the form in which Windows keeps icons.</summary>
internal static class IconImage
{
    private const int HeaderLength = 40;
    private const int EntryLength = 16;
    private const int BitsPerPixel = 32;

    /// <summary>One image: a header, the pixels from the bottom, and a mask, which is empty because the pixels have an opacity.</summary>
    public static byte[] ToResource(Picture picture)
    {
        var size = picture.Size;
        var maskRow = (size + 31) / 32 * 4;
        var row = size * 4;
        var image = new byte[HeaderLength + (row * size) + (maskRow * size)];
        BinaryPrimitives.WriteInt32LittleEndian(image, HeaderLength);
        BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(4), size);
        // The height counts the mask.
        BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(8), size * 2);
        BinaryPrimitives.WriteInt16LittleEndian(image.AsSpan(12), 1);
        BinaryPrimitives.WriteInt16LittleEndian(image.AsSpan(14), BitsPerPixel);
        var pixels = picture.ToBytes();
        for (var y = 0; y < size; y++)
        {
            pixels.AsSpan(y * row, row).CopyTo(image.AsSpan(HeaderLength + ((size - 1 - y) * row)));
        }

        return image;
    }

    /// <summary>An .ico file with several sizes.</summary>
    public static byte[] ToFile(IReadOnlyList<Picture> pictures)
    {
        var images = pictures.Select(ToResource).ToList();
        var file = new byte[6 + (EntryLength * images.Count) + images.Sum(image => image.Length)];
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(2), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(4), (short)images.Count);
        var offset = 6 + (EntryLength * images.Count);
        for (var i = 0; i < images.Count; i++)
        {
            var entry = file.AsSpan(6 + (EntryLength * i), EntryLength);
            (entry[0], entry[1]) = ((byte)pictures[i].Size, (byte)pictures[i].Size);
            BinaryPrimitives.WriteInt16LittleEndian(entry[4..], 1);
            BinaryPrimitives.WriteInt16LittleEndian(entry[6..], BitsPerPixel);
            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], images[i].Length);
            BinaryPrimitives.WriteInt32LittleEndian(entry[12..], offset);
            images[i].CopyTo(file.AsSpan(offset));
            offset += images[i].Length;
        }

        return file;
    }
}
