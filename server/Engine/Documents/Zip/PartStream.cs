using System.IO.Compression;
using System.IO.Hashing;

namespace Validation.Engine.Documents.Zip;

/// <summary>
/// The content of an entry, inflated while it is read. The end of the stream is reached only when length and checksum are what the
/// directory says; a reader that has come so far has read what was written.
/// </summary>
/// <param name="package">Counts what is inflated.</param>
/// <param name="entry">The entry, stored or deflated.</param>
/// <param name="packed">Its bytes in the file.</param>
internal sealed class PartStream(Package package, ZipEntry entry, Stream packed) : Stream
{
    private readonly Stream _content =
        entry.Method == ZipEntry.Stored ? packed : new DeflateStream(packed, CompressionMode.Decompress);
    private readonly Crc32 _crc = new();
    private long _length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Reads what is left, so that it is checked.</summary>
    /// <exception cref="UnreadableException">The content is not what the directory says, or goes beyond a limit.</exception>
    public void Finish()
    {
        Span<byte> buffer = stackalloc byte[512];
        while (Read(buffer) > 0)
        {
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    /// <exception cref="UnreadableException">The content is not what the directory says, or goes beyond a limit.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = _content.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw UnreadableException.Damaged();
        }

        _length += read;
        var isEnd = read == 0 && !buffer.IsEmpty;
        var isOther = isEnd && (_length != entry.Length || _crc.GetCurrentHashAsUInt32() != entry.Crc);
        UnreadableException.ThrowIfDamaged(isOther || _length > entry.Length);

        _crc.Append(buffer[..read]);
        package.CountInflated(read);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }
}
