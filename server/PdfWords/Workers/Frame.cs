using System.Buffers.Binary;

namespace Validation.PdfWords.Workers;

/// <summary>A message between server and reader: a mark for its kind, the number of the request, a length, and as many bytes. Mark and
/// number are checked before the content is used, the length before memory is taken.</summary>
internal static class Frame
{
    /// <summary>Bytes before the content.</summary>
    public const int HeaderBytes = 12;

    private const int StepBytes = 1024 * 1024;

    /// <summary>Writes a frame: mark, number, length, content.</summary>
    /// <exception cref="IOException">The other side is gone.</exception>
    public static void Write(Stream stream, uint mark, uint number, ReadOnlySpan<byte> content)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(header, mark);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], number);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], content.Length);
        stream.Write(header);
        stream.Write(content);
        stream.Flush();
    }

    /// <summary>Reads the next frame.</summary>
    /// <returns>Its number and content. Null: the stream has ended before it.</returns>
    /// <exception cref="InvalidDataException">It is another frame than expected, longer than allowed, or cut.</exception>
    public static (uint Number, byte[] Content)? Read(Stream stream, uint mark, int most)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        var read = stream.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false);
        if (read == 0)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        if (read < HeaderBytes || BinaryPrimitives.ReadUInt32LittleEndian(header) != mark || length < 0 || length > most)
        {
            throw new InvalidDataException("No such frame.");
        }

        return (BinaryPrimitives.ReadUInt32LittleEndian(header[4..]), Content(stream, length));
    }

    // Memory is taken as bytes arrive, not for the length that is announced.
    private static byte[] Content(Stream stream, int length)
    {
        var content = new byte[Math.Min(length, StepBytes)];
        for (var filled = 0; ;)
        {
            filled += stream.ReadAtLeast(content.AsSpan(filled), content.Length - filled, throwOnEndOfStream: false);
            if (filled < content.Length)
            {
                throw new InvalidDataException("The frame is cut.");
            }

            if (filled == length)
            {
                return content;
            }

            Array.Resize(ref content, (int)Math.Min(length, 2L * filled));
        }
    }
}
