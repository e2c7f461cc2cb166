using System.Buffers;
using System.IO.Pipelines;
using Validation.Server.Admission;
using Validation.Server.Outcomes;
using Validation.Server.Web.Problems;

namespace Validation.Server.Web.Uploads;

/// <summary>
/// The body of a request, whose reading can be given up while the client still sends: the server then answers, takes what is under way
/// without looking at it, and the client gets to read the answer (RFC 9112, 9.6). A token given to the request's own stream leaves that
/// stream in the middle of a read; the connection is then closed at once, and what the client sends next resets it.
/// </summary>
/// <param name="reader">Where the body comes from. It stays open.</param>
/// <param name="pace">How long the parts may take.</param>
/// <param name="time">The clock.</param>
internal sealed class RequestBody(PipeReader reader, Pace pace, TimeProvider time) : Stream
{
    private long _received;

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
        using var late = new CancellationTokenSource(pace.Left(_received), time);
        await using var cancel = cancellationToken.UnsafeRegister(static pipe => ((PipeReader)pipe!).CancelPendingRead(), reader);
        await using var giveUp = late.Token.UnsafeRegister(static pipe => ((PipeReader)pipe!).CancelPendingRead(), reader);
        var result = await ReadAsync();
        if (result.IsCanceled)
        {
            reader.AdvanceTo(result.Buffer.Start);
            cancellationToken.ThrowIfCancellationRequested();
            throw new ProblemException(new Refusal(RefusalKind.Stalled, CommonTexts.Stalled));
        }

        var read = (int)Math.Min(buffer.Length, result.Buffer.Length);
        _received += read;
        var taken = result.Buffer.Slice(0, read);
        taken.CopyTo(buffer.Span);
        reader.AdvanceTo(taken.End);
        return read;
    }

    // A chunk whose size is no number makes the server throw exceptions of several types.
    private async ValueTask<ReadResult> ReadAsync()
    {
        try
        {
            return await reader.ReadAsync(CancellationToken.None);
        }
        catch (IOException broken) when (broken.InnerException is OverflowException or FormatException)
        {
            throw new ProblemException(ProblemCode.BadRequest, WebTexts.BodyBroken);
        }
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
