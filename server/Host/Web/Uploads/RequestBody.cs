using System.Buffers;
using System.IO.Pipelines;

namespace Validation.Server.Web.Uploads;

/// <summary>
/// The body of a request, whose reading can be given up while the client still sends: the server then answers, takes what is under way
/// without looking at it, and the client gets to read the answer (RFC 9112, 9.6). A token given to the request's own stream leaves that
/// stream in the middle of a read; the connection is then closed at once, and what the client sends next resets it.
/// </summary>
/// <param name="reader">Where the body comes from. It stays open.</param>
internal sealed class RequestBody(PipeReader reader) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await using var cancel = cancellationToken.UnsafeRegister(static pipe => ((PipeReader)pipe!).CancelPendingRead(), reader);
        var result = await reader.ReadAsync(CancellationToken.None);
        if (result.IsCanceled)
        {
            reader.AdvanceTo(result.Buffer.Start);
            throw new OperationCanceledException(cancellationToken);
        }

        var read = (int)Math.Min(buffer.Length, result.Buffer.Length);
        var taken = result.Buffer.Slice(0, read);
        taken.CopyTo(buffer.Span);
        reader.AdvanceTo(taken.End);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        throw new NotSupportedException();
    }

    public override void Flush()
    {
        throw new NotSupportedException();
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        throw new NotSupportedException();
    }

    public override void SetLength(long value)
    {
        throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        throw new NotSupportedException();
    }
}
