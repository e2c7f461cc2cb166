using System.Net;
using Grpc.Core;

namespace Grpc.Net.Client.Internal;

/// <summary>The body of a call with one request.</summary>
internal sealed class SingleContent<TRequest, TResponse> : GrpcContent
    where TRequest : class
    where TResponse : class
{
    private readonly ClientCall<TRequest, TResponse> _call;
    private readonly TRequest _request;

    public SingleContent(ClientCall<TRequest, TResponse> call, TRequest request)
    {
        _call = call;
        _request = request;
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        try
        {
            await _call.WriteAsync(stream, _request, WithoutFlush(_call.Options.WriteOptions), cancellationToken);
        }
        catch (RpcException e)
        {
            // The transport would hide what is wrong behind an exception of its own.
            _call.Cancel(e.Status);
            throw;
        }
    }

    // The end of the body, which follows at once, flushes.
    private static WriteOptions WithoutFlush(WriteOptions? options) => new((options?.Flags ?? default) | WriteFlags.BufferHint);
}
