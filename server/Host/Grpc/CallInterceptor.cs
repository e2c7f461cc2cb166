using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Validation.Server.Access;
using Validation.Server.Checks;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.Server.Store;
using Validation.Server.Telemetry;
using Validation.Server.Wording;

namespace Validation.Server.Grpc;

/// <summary>Gives every call its end when the server stops, and every end that is not an answer its status. No exception leaves with its
/// message, unless it was made for the client: that may quote a document. Thread-safe.</summary>
internal sealed class CallInterceptor(Drain drain, CheckFigures figures, ServerOptions options, ILogger<CallInterceptor> log) : Interceptor
{
    /// <summary>Gives the call a moment to end when the server stops.</summary>
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        return RunAsync(context, async call => Bounded(await continuation(request, call), context), drain.Over);
    }

    /// <summary>Gives the call a moment to end when the server stops.</summary>
    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        return RunAsync(context, call => RunAsync(continuation(requestStream, responseStream, call)), drain.Over);
    }

    /// <summary>Gives the call a moment to end when the server stops.</summary>
    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        return RunAsync(context, call => continuation(requestStream, call), drain.Over);
    }

    /// <summary>Ends the call as soon as the server is told to stop: it only tells of changes.</summary>
    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        return RunAsync(context, call => RunAsync(continuation(request, responseStream, call)), drain.Begun);
    }

    /// <summary>The reply. Throws if it is larger than the server sends.</summary>
    private TResponse Bounded<TResponse>(TResponse reply, ServerCallContext context)
    {
        var limit = MessageLimits.OfReplies(options, context.Method);
        return (reply as IMessage)?.CalculateSize() > limit
            ? throw GrpcStatus.Exception(new Refusal(RefusalKind.ReplyTooLarge, GrpcTexts.ReplyTooLarge(limit)) { LimitBytes = limit })
            : reply;
    }

    private static async Task<bool> RunAsync(Task call)
    {
        await call;
        return true;
    }

    private async Task<T> RunAsync<T>(ServerCallContext context, Func<ServerCallContext, Task<T>> run, CancellationToken end)
    {
        var ended = context.GetHttpContext().Caller()?.Ended ?? CancellationToken.None;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end, ended);
        using var call = new EndingCall(context, either.Token);
        try
        {
            return drain.Begun.IsCancellationRequested ? throw new OperationCanceledException(drain.Begun) : await run(call);
        }
        catch (Exception fault)
        {
            var refusal = RefusalOf(fault, context, ended);
            var status = refusal.StatusCode.ToString();
            CallLog.CallRefused(log, status);
            figures.Refused("grpc", EnumWord<StatusCode>.Of(refusal.StatusCode), context.GetHttpContext().Principal());
            throw refusal;
        }
    }

    private RpcException RefusalOf(Exception fault, ServerCallContext context, CancellationToken ended)
    {
        if (ended.IsCancellationRequested)
        {
            return GrpcStatus.Exception(new Refusal(RefusalKind.Unauthenticated, GrpcTexts.KeyEnded));
        }

        if (fault is RpcException known)
        {
            return known;
        }

        if (context.CancellationToken.IsCancellationRequested)
        {
            return GrpcStatus.OfLostClient(isStopping: false);
        }

        // Reading or writing a stream whose connection closes throws an IOException.
        if (fault is OperationCanceledException or IOException && drain.Begun.IsCancellationRequested)
        {
            return GrpcStatus.OfLostClient(isStopping: true);
        }

        if (fault is StoreException trouble)
        {
            StoreLog.StoreFailed(log, trouble.InnerException?.Message ?? trouble.Message);
            return GrpcStatus.Exception(new Refusal(RefusalKind.Unavailable, trouble.Message));
        }

        CallLog.CallFailed(log, FaultText.Of(fault));
        return GrpcStatus.Exception(new Refusal(RefusalKind.Fault, CommonTexts.Fault));
    }
}
