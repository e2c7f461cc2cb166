using System.Net;

namespace Validation.Runtime.Tests.Support;

/// <summary>A gRPC request body that goes on until a test ends it.</summary>
public sealed class StreamingBody : HttpContent
{
    private readonly TaskCompletionSource<Stream> _stream = new();
    private readonly TaskCompletionSource _end = new();

    public async Task WriteAsync(byte[] bytes)
    {
        var stream = await _stream.Task.Soon();
        await stream.WriteAsync(bytes).AsTask().Soon();
        await stream.FlushAsync().Soon();
    }

    public void End() => _end.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.FlushAsync();
        _stream.SetResult(stream);
        await _end.Task;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        End();
        base.Dispose(disposing);
    }
}
