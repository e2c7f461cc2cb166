using Grpc.Core;
using Grpc.Health.V1;
using Validation.Server.Checks;
using Validation.V1;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Validation.Server.Health;

/// <summary>The public health protocol. Every service of this server is in the state of the server as a whole. A watcher hears of the
/// shutdown before its call ends with UNAVAILABLE.</summary>
internal sealed class HealthService(ServerState state, Drain drain) : Grpc.Health.V1.Health.HealthBase
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal) { "", Validator.Descriptor.FullName };

    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        return Known.Contains(request.Service)
            ? Task.FromResult(Now())
            : throw new RpcException(new Status(StatusCode.NotFound, Texts.NoSuchService));
    }

    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, drain.Begun);
        try
        {
            if (Known.Contains(request.Service))
            {
                await TellAsync(responseStream, context.CancellationToken, end.Token);
            }
            else
            {
                var unknown = new HealthCheckResponse { Status = ServingStatus.ServiceUnknown };
                await responseStream.WriteAsync(unknown, context.CancellationToken);
                await Task.Delay(Timeout.InfiniteTimeSpan, end.Token);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException)
        {
            throw drain.Begun.IsCancellationRequested
                ? new RpcException(new Status(StatusCode.Unavailable, Texts.Stopping))
                : new RpcException(new Status(StatusCode.Cancelled, Texts.Cancelled));
        }
    }

    /// <summary>Writes the state and each new one, up to the end; the state at the end is still written.</summary>
    private async Task TellAsync(
        IServerStreamWriter<HealthCheckResponse> watcher, CancellationToken call, CancellationToken end)
    {
        HealthCheckResponse? told = null;
        while (true)
        {
            // The order matters: a change between the two is seen the next time round.
            var change = state.Watch();
            var now = Now();
            if (!now.Equals(told))
            {
                await watcher.WriteAsync(now, call);
                told = now;
            }

            end.ThrowIfCancellationRequested();
            var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using var registration = change.RegisterChangeCallback(_ => changed.TrySetResult(), state: null);
            await changed.Task.WaitAsync(call);
        }
    }

    private HealthCheckResponse Now()
    {
        return new HealthCheckResponse { Status = state.Lack is null ? ServingStatus.Serving : ServingStatus.NotServing };
    }
}
