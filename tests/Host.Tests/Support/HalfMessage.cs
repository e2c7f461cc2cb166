using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;

namespace Validation.Server.Tests.Support;

/// <summary>The body of a call that announces a message and never sends the rest of it.</summary>
internal sealed class HalfMessage : HttpContent
{
    private const int Prefix = 5;

    private readonly byte[] _sent;
    private readonly CancellationTokenSource _over = new();

    /// <param name="announced">Bytes of the message.</param>
    /// <param name="sent">Bytes that come.</param>
    public HalfMessage(int announced, int sent)
    {
        _sent = new byte[Prefix + sent];
        BinaryPrimitives.WriteInt32BigEndian(_sent.AsSpan(1), announced);
        Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(_sent);
        await stream.FlushAsync();
        await Task.Delay(Timeout.InfiniteTimeSpan, _over.Token);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        _over.Cancel();
        base.Dispose(disposing);
    }
}
