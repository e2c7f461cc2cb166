using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;
using Validation.Server.Checks;
using Validation.Server.Outcomes;

namespace Validation.Server.Grpc;

/// <summary>The public health protocol. <see cref="HealthReporter"/> tells it the states. A watcher hears of the shutdown before its
/// call ends with UNAVAILABLE.</summary>
internal sealed class HealthService(Drain drain) : HealthServiceImpl, IDisposable
{
    private readonly CancellationTokenSource _end = new();

    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        // What was told before the end is still written: the package empties its queue when the token is cancelled.
        using var call = new EndingCall(context, _end.Token);
        try
        {
            await base.Watch(request, responseStream, call);
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException or InvalidOperationException)
        {
            // The client or its connection went in the middle of a message.
        }

        throw drain.Begun.IsCancellationRequested
            ? new RpcException(new Status(StatusCode.Unavailable, CommonTexts.Stopping))
            : new RpcException(new Status(StatusCode.Cancelled, GrpcTexts.Cancelled));
    }

    /// <summary>Ends the calls of all watchers, once they have heard what they were told.</summary>
    public void End()
    {
        _end.Cancel();
    }

    public void Dispose()
    {
        _end.Dispose();
    }
}
