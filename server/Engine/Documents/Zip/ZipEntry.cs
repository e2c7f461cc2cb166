namespace Validation.Engine.Documents.Zip;

/// <summary>An entry of a zip file as its directory has it. [APPNOTE] 4.3.12</summary>
/// <param name="Name">Its path, with slashes.</param>
/// <param name="Method">How it is packed: <see cref="Stored"/> or <see cref="Deflated"/>; others are not read.</param>
/// <param name="IsEncrypted">It needs a password.</param>
/// <param name="Crc">The checksum of its content.</param>
/// <param name="Start">Where its bytes begin in the file.</param>
/// <param name="PackedLength">How many bytes it has in the file; they are all there.</param>
/// <param name="Length">How many bytes its content should have.</param>
/// <param name="Header">Where its header begins in the directory.</param>
/// <param name="Local">Where its own header begins, before its bytes.</param>
internal readonly record struct ZipEntry(
    string Name, int Method, bool IsEncrypted, uint Crc, int Start, int PackedLength, long Length, int Header, int Local)
{
    /// <summary>Method 0: the bytes stand as they are.</summary>
    public const int Stored = 0;

    /// <summary>Method 8: packed with DEFLATE (RFC 1951).</summary>
    public const int Deflated = 8;
}
