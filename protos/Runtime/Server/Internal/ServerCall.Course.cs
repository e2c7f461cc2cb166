using Grpc.Core;
using Grpc.Core.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>The call's beginning and end.</summary>
internal sealed partial class ServerCall
{
    private CallDeadline? _deadline;

    public void Start()
    {
        var headers = HttpContext.Request.Headers;
        var encoding = (string?)headers[GrpcHeaders.Encoding];
        HttpContext.Response.ContentType = GrpcHeaders.ContentType;
        _reader = new FrameReader(HttpContext.Request.BodyReader, _settings.MaxReceive, encoding, StatusCode.Unimplemented);
        if (encoding is not (null or GrpcHeaders.Identity or GrpcHeaders.Gzip))
        {
            HttpContext.Response.Headers[GrpcHeaders.AcceptEncoding] = GrpcHeaders.SupportedEncodings;
        }

        if (_settings.CompressResponses && AcceptsGzip(headers[GrpcHeaders.AcceptEncoding]))
        {
            SetCompression(true);
        }

        if (headers.TryGetValue(GrpcHeaders.Timeout, out var timeout))
        {
            StartDeadline(timeout.ToString());
        }
    }

    /// <summary>Ends the call when the method has returned or failed.</summary>
    public async Task EndAsync(Exception? failure, IMethod method)
    {
        int state;
        do
        {
            // A method may return without waiting for its last write.
            await _write.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            state = Interlocked.CompareExchange(ref _state, Ended, Idle);
        }
        while (state == Writing);

        if (state == Idle)
        {
            Settle(failure, method);
            WriteStatus(method.FullName);
        }
        else
        {
            await _deadline!.Ended;
        }
    }

    public ValueTask DisposeAsync()
    {
        _outgoing?.Dispose();
        return _deadline?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    private static bool AcceptsGzip(string? encodings)
    {
        foreach (var part in encodings.AsSpan().Split(','))
        {
            if (encodings.AsSpan(part).Trim().Equals(GrpcHeaders.Gzip, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private void StartDeadline(string text)
    {
        if (GrpcTimeout.TryParse(text, out var timeout))
        {
            _deadline = new CallDeadline(_settings.Time, timeout, HttpContext.RequestAborted, EndByDeadlineAsync);
        }
        else
        {
            ServerLog.InvalidTimeoutIgnored(_settings.Logger);
        }
    }

    // The client gets its answer at the deadline, also from a method that does not look at its token.
    private async Task EndByDeadlineAsync()
    {
        if (Interlocked.CompareExchange(ref _state, Ended, Idle) != Idle)
        {
            // A write is under way, which the token ends; then the method ends and with it the call.
            return;
        }

        SettleDeadline(MethodCore);
        WriteStatus(MethodCore);
        await HttpContext.Response.CompleteAsync();
        HttpContext.Features.Get<IHttpResetFeature>()?.Reset(0);
    }

    private void WriteStatus(string method)
    {
        try
        {
            ResponseStatus.Write(HttpContext.Response, StatusCore, _responseTrailers);
        }
        catch (InvalidOperationException e)
        {
            // A trailer that HTTP cannot carry, such as one that is not ASCII.
            ServerLog.ErrorExecutingServiceMethod(_settings.Logger, method, e);
            ResponseStatus.Write(HttpContext.Response, new Status(StatusCode.Internal, "The trailers cannot be sent."), null);
        }
    }

    private void Settle(Exception? failure, IMethod method)
    {
        if (_deadline is { HasPassed: true })
        {
            SettleDeadline(method.FullName);
        }
        else if (failure is RpcException refusal)
        {
            ServerLog.RpcFailed(_settings.Logger, method.FullName, refusal.StatusCode);
            StatusCore = refusal.Status;
            foreach (var entry in refusal.Trailers)
            {
                ResponseTrailersCore.Add(entry);
            }
        }
        else if (failure is not null)
        {
            StatusCore = StatusOf(failure, method);
        }
    }

    private void SettleDeadline(string method)
    {
        ServerLog.DeadlineExceeded(_settings.Logger, method);
        StatusCore = new Status(StatusCode.DeadlineExceeded, "Deadline Exceeded");
    }

    private Status StatusOf(Exception failure, IMethod method)
    {
        if (_clientIsGone || HttpContext.RequestAborted.IsCancellationRequested)
        {
            ServerLog.CallCancelled(_settings.Logger, method.FullName);
            return new Status(StatusCode.Cancelled, "The call was cancelled.");
        }

        if (failure is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return new Status(StatusCode.ResourceExhausted, "The request body exceeds the server's limit.");
        }

        ServerLog.ErrorExecutingServiceMethod(_settings.Logger, method.FullName, failure);
        const string Plain = "Exception was thrown by handler.";
        return new Status(StatusCode.Unknown, _settings.DetailedErrors ? $"{Plain} {Describe(failure)}" : Plain);
    }

    private static string Describe(Exception failure)
    {
        var text = $"{failure.GetType().Name}: {failure.Message}";
        return failure.InnerException is null ? text : $"{text} {Describe(failure.InnerException)}";
    }
}
