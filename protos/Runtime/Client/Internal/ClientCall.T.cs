using System.IO.Compression;
using System.IO.Pipelines;
using Grpc.Core;
using Grpc.Core.Internal;

namespace Grpc.Net.Client.Internal;

/// <summary>The way of a call's messages.</summary>
internal sealed class ClientCall<TRequest, TResponse> : ClientCall
    where TRequest : class
    where TResponse : class
{
    private static readonly StreamPipeReaderOptions PipeOptions = new(bufferSize: 16 * 1024);

    private readonly Method<TRequest, TResponse> _method;
    private readonly string? _host;
    private readonly bool _compress;
    private HttpResponseMessage? _response;
    private PipeReader? _pipe;

    public ClientCall(GrpcChannel channel, Method<TRequest, TResponse> method, string? host, CallOptions options)
        : base(channel, options)
    {
        _method = method;
        _host = host;
        _compress = RequestHeaders.AsksForGzip(options.Headers);
        Begin();
    }

    public bool HasSingleResponse => _method.Type is MethodType.Unary or MethodType.ClientStreaming;

    public HttpContent SendSingle(TRequest request) => new SingleContent<TRequest, TResponse>(this, request);

    public IClientStreamWriter<TRequest> SendStream(StreamedContent content) => new RequestStream<TRequest, TResponse>(this, content);

    public IAsyncStreamReader<TResponse> GetStream(HttpContent content) =>
        new ResponseStream<TRequest, TResponse>(this, OpenAsync(content));

    /// <summary>Makes the whole call, and gives its only response.</summary>
    public async Task<TResponse> GetSingleAsync(HttpContent content)
    {
        var reader = await OpenAsync(content);
        var response = reader is null ? null : await ReadAsync(reader, single: true);
        return response ?? throw Failure();
    }

    /// <summary>Writes a request's frame to the transport.</summary>
    public async Task WriteAsync(Stream stream, TRequest request, WriteOptions? writeOptions, CancellationToken cancellationToken)
    {
        var flags = writeOptions?.Flags ?? default;
        using var message = new OutgoingMessage(Settings.MaxSend, CompressionLevel.Fastest);
        var compress = _compress && !flags.HasFlag(WriteFlags.NoCompress);
        await stream.WriteAsync(message.Frame(_method.RequestMarshaller.ContextualSerializer, request, compress), cancellationToken);
        if (!flags.HasFlag(WriteFlags.BufferHint))
        {
            await stream.FlushAsync(cancellationToken);
        }
    }

    /// <summary>Waits for a response; at the end of the responses it ends the call.</summary>
    /// <returns>The response; null if the call has ended.</returns>
    public async Task<TResponse?> ReadAsync(FrameReader reader, bool single)
    {
        try
        {
            var deserializer = _method.ResponseMarshaller.ContextualDeserializer;
            var response = single
                ? await reader.ReadSingleAsync(deserializer, Token)
                : await reader.ReadAsync(deserializer, Token);
            if (response is not null && !single)
            {
                return response;
            }

            var (status, trailers) = ResponseHeaders.ReadEnd(_response!.TrailingHeaders);
            if (single && response is null && status.StatusCode == StatusCode.OK)
            {
                status = new Status(StatusCode.Internal, "The call ended with success, but without its response message.");
            }

            TryFinish(status, trailers);
            End();
            return GetStatus().StatusCode == StatusCode.OK ? response : null;
        }
        catch (Exception e)
        {
            Fail(e);
            return null;
        }
    }

    /// <summary>Ends the call because of an exception, unless it has ended.</summary>
    public void Fail(Exception failure)
    {
        Cancel(FailureStatus.Of(failure, DeadlineHasPassed));
        End();
    }

    protected override void Release() => _response?.Dispose();

    // Nobody reads any more.
    private void End()
    {
        _pipe?.Complete();
        Release();
    }

    /// <summary>Sends the request and waits for the response's headers.</summary>
    /// <returns>Gives the responses; null if the call has ended.</returns>
    private async Task<FrameReader?> OpenAsync(HttpContent content)
    {
        try
        {
            using var request = await RequestHeaders.CreateAsync(this, _method, _host, _compress);
            request.Content = content;
            _response = await Channel.SendAsync(request, Token);
            Token.ThrowIfCancellationRequested();
            return await ReadHeadersAsync(_response);
        }
        catch (Exception e)
        {
            Fail(e);
            return null;
        }
    }

    private async Task<FrameReader?> ReadHeadersAsync(HttpResponseMessage response)
    {
        if (ResponseHeaders.Refusal(response) is { } refusal)
        {
            Cancel(refusal);
            return null;
        }

        SetHeaders(ResponseHeaders.Read(response.Headers));
        if (response.Headers.Contains(GrpcHeaders.Status))
        {
            var (status, trailers) = ResponseHeaders.ReadEnd(response.Headers);
            var isBare = HasSingleResponse && status.StatusCode == StatusCode.OK;
            TryFinish(
                isBare ? new Status(StatusCode.Internal, "The call ended with success, but without its response message.") : status,
                trailers);
            Release();
            return null;
        }

        _pipe = PipeReader.Create(await response.Content.ReadAsStreamAsync(Token), PipeOptions);
        var encoding = ResponseHeaders.First(response.Headers, GrpcHeaders.Encoding);
        return new FrameReader(_pipe, Settings.MaxReceive, encoding, StatusCode.Internal);
    }
}
