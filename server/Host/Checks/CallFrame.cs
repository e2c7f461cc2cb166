using Grpc.Core;
using Validation.Server.Store;

namespace Validation.Server.Checks;

/// <summary>Runs calls and gives every end that is not an answer its status. No exception leaves with its message, unless it was made for
/// the client: that may quote a document. Thread-safe.</summary>
internal sealed class CallFrame(Drain drain, ILogger<CallFrame> log)
{
    /// <summary>Runs a call that still has a moment when the server shuts down.</summary>
    /// <exception cref="RpcException">Whatever went wrong.</exception>
    public async Task<T> AnswerAsync<T>(ServerCallContext context, Func<CancellationToken, Task<T>> call)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, drain.Over);
        try
        {
            return drain.Begun.IsCancellationRequested ? throw new OperationCanceledException(drain.Begun) : await call(stop.Token);
        }
        catch (Exception fault)
        {
            var refusal = Refusal(fault, context);
            ServerLog.CallRefused(log, refusal.StatusCode);
            throw refusal;
        }
    }

    private RpcException Refusal(Exception fault, ServerCallContext context)
    {
        if (fault is RpcException known)
        {
            return known;
        }

        if (context.CancellationToken.IsCancellationRequested)
        {
            return new RpcException(new Status(StatusCode.Cancelled, Texts.Cancelled));
        }

        if (fault is OperationCanceledException && drain.Begun.IsCancellationRequested)
        {
            return new RpcException(new Status(StatusCode.Unavailable, Texts.Stopping));
        }

        if (fault is StoreException trouble)
        {
            ServerLog.StoreFailed(log, trouble.InnerException?.Message ?? trouble.Message);
            return new RpcException(new Status(StatusCode.Unavailable, trouble.Message));
        }

        ServerLog.CallFailed(log, Fault.Describe(fault));
        return new RpcException(new Status(StatusCode.Internal, Texts.Fault));
    }
}
