using System.IO.Compression;
using Google.Protobuf;

namespace Validation.Server.Store;

/// <summary>Packs what the archive keeps: compressed (Brotli, RFC 7932), and cut into parts that are small enough for a row, so that a
/// backup and a reader hold one part at a time.</summary>
internal static class ArchivePack
{
    /// <summary>The most bytes of a part.</summary>
    public const int PartBytes = 512 * 1024;

    // Above this the reports get hardly smaller and the packing several times slower.
    private const int Quality = 5;

    /// <summary>Packs the bytes of a file.</summary>
    /// <returns>The parts, at least one.</returns>
    public static IReadOnlyList<byte[]> Pack(ReadOnlyMemory<byte> content)
    {
        return Pack(stream => stream.Write(content.Span));
    }

    /// <summary>Packs a message of the contract.</summary>
    /// <returns>The parts, at least one.</returns>
    public static IReadOnlyList<byte[]> Pack(IMessage message)
    {
        return Pack(message.WriteTo);
    }

    /// <summary>Unpacks all parts, in their order.</summary>
    /// <exception cref="InvalidDataException">They are damaged.</exception>
    public static byte[] Unpack(IEnumerable<byte[]> parts)
    {
        using var packed = new MemoryStream();
        foreach (var part in parts)
        {
            packed.Write(part);
        }

        packed.Position = 0;
        using var whole = new MemoryStream();
        using (var unpacking = new BrotliStream(packed, CompressionMode.Decompress, leaveOpen: true))
        {
            unpacking.CopyTo(whole);
        }

        return whole.ToArray();
    }

    private static List<byte[]> Pack(Action<Stream> write)
    {
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, new BrotliCompressionOptions { Quality = Quality }, leaveOpen: true))
        {
            write(packing);
        }

        return [.. packed.GetBuffer().AsSpan(0, (int)packed.Length).ToArray().Chunk(PartBytes)];
    }
}
