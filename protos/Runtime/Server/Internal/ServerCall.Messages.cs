using System.Buffers;
using Grpc.Core;
using Grpc.Core.Internal;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>The way of the messages.</summary>
internal sealed partial class ServerCall
{
    // The call is idle, or has one write under way, or has ended: its status is sent. Who moves it on from idle may use the response.
    private const int Idle = 0;
    private const int Writing = 1;
    private const int Ended = 2;

    private FrameReader _reader = null!;
    private OutgoingMessage? _outgoing;
    private Task _write = Task.CompletedTask;
    private bool _compress;
    private int _reading;
    private volatile bool _clientIsGone;
    private int _state;

    /// <summary>Waits for the next request.</summary>
    /// <returns>The request; null at the end.</returns>
    public async ValueTask<T?> ReadAsync<T>(Marshaller<T> marshaller, CancellationToken cancellationToken)
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Volatile.Read(ref _state) == Ended)
        {
            throw new InvalidOperationException("Messages cannot be read after the call has ended.");
        }

        if (Interlocked.Exchange(ref _reading, 1) == 1)
        {
            throw new InvalidOperationException("A message cannot be read while another is being read.");
        }

        try
        {
            var token = cancellationToken.CanBeCanceled ? cancellationToken : _deadline?.Token ?? default;
            return await _reader.ReadAsync(marshaller.ContextualDeserializer, token);
        }
        catch (Exception e) when (IsLostConnection(e))
        {
            _clientIsGone = true;
            throw;
        }
        finally
        {
            Volatile.Write(ref _reading, 0);
        }
    }

    /// <summary>Waits for the only request.</summary>
    public async ValueTask<T> ReadSingleAsync<T>(Marshaller<T> marshaller)
        where T : class
    {
        try
        {
            return await _reader.ReadSingleAsync(marshaller.ContextualDeserializer, _deadline?.Token ?? default)
                ?? throw new RpcException(new Status(StatusCode.Internal, "The call ended without its request message."));
        }
        catch (Exception e) when (IsLostConnection(e))
        {
            _clientIsGone = true;
            throw;
        }
    }

    public Task WriteAsync<T>(T message, Marshaller<T> marshaller, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        BeginWrite();
        if (CancellationTokenCore.IsCancellationRequested)
        {
            EndWrite();
            throw AfterTheEnd();
        }

        return _write = WriteFrameAsync(message, marshaller, flush: !HasFlag(WriteFlags.BufferHint), cancellationToken);
    }

    /// <summary>Writes the only response; it leaves together with the status.</summary>
    public Task WriteSingleAsync<T>(T? message, Marshaller<T> marshaller)
        where T : class
    {
        if (message is null)
        {
            throw new RpcException(new Status(StatusCode.Cancelled, "No message returned from method."));
        }

        BeginWrite();
        return _write = WriteFrameAsync(message, marshaller, flush: false, CancellationToken.None);
    }

    /// <summary>Streams may be long and slow: what bounds other requests must not end them.</summary>
    public void LiftBodyLimits()
    {
        if (HttpContext.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }

        if (HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }
    }

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        var response = HttpContext.Response;
        if (response.HasStarted)
        {
            throw new InvalidOperationException("Response headers can only be sent once per call.");
        }

        if (responseHeaders is not null)
        {
            if (responseHeaders.GetValue(GrpcHeaders.EncodingRequest) is { } encoding)
            {
                SetCompression(encoding == GrpcHeaders.Gzip);
            }

            ResponseStatus.Append(response.Headers, responseHeaders);
        }

        BeginWrite();
        return _write = FlushHeadersAsync();
    }

    private bool HasFlag(WriteFlags flag) => WriteOptionsCore is { } options && options.Flags.HasFlag(flag);

    private void SetCompression(bool compress)
    {
        _compress = compress;
        if (compress)
        {
            HttpContext.Response.Headers[GrpcHeaders.Encoding] = GrpcHeaders.Gzip;
        }
        else
        {
            HttpContext.Response.Headers.Remove(GrpcHeaders.Encoding);
        }
    }

    private void BeginWrite()
    {
        switch (Interlocked.CompareExchange(ref _state, Writing, Idle))
        {
            case Writing:
                throw new InvalidOperationException("A message cannot be written while the previous write is in progress.");
            case Ended:
                throw AfterTheEnd();
        }
    }

    private static InvalidOperationException AfterTheEnd() => new("A message cannot be written after the call has ended.");

    // A reset stream or a lost connection; the reading may fail so before the token is cancelled.
    private static bool IsLostConnection(Exception failure) =>
        failure is ConnectionAbortedException || (failure is IOException && failure is not BadHttpRequestException);

    private void EndWrite() => Interlocked.CompareExchange(ref _state, Idle, Writing);

    private async Task FlushHeadersAsync()
    {
        try
        {
            await HttpContext.Response.BodyWriter.FlushAsync(CancellationTokenCore);
        }
        finally
        {
            EndWrite();
        }
    }

    private async Task WriteFrameAsync<T>(T message, Marshaller<T> marshaller, bool flush, CancellationToken cancellationToken)
    {
        _outgoing ??= new OutgoingMessage(_settings.MaxSend, _settings.Level);
        try
        {
            var compress = _compress && !HasFlag(WriteFlags.NoCompress);
            var frame = _outgoing.Frame(marshaller.ContextualSerializer, message, compress);
            var response = HttpContext.Response;
            if (!response.HasStarted)
            {
                await response.StartAsync(CancellationToken.None);
            }

            if (flush)
            {
                await response.BodyWriter.WriteAsync(frame, cancellationToken.CanBeCanceled ? cancellationToken : CancellationTokenCore);
            }
            else
            {
                response.BodyWriter.Write(frame.Span);
            }
        }
        finally
        {
            _outgoing.Dispose();
            EndWrite();
        }
    }
}
