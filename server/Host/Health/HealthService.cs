using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.Extensions.Primitives;
using Validation.Server.Checks;
using Validation.Server.Rules;
using Validation.V1;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Validation.Server.Health;

/// <summary>The public health protocol. Every service of this server is in the state of the server as a whole. Under the name "rules"
/// stands whether the rules are as they should be: a server with old rules, or with some in quarantine, goes on serving. A watcher hears of
/// the shutdown before its call ends with UNAVAILABLE.</summary>
internal sealed class HealthService(ServerState state, RuleBook book, Drain drain) : Grpc.Health.V1.Health.HealthBase
{
    /// <summary>The name that the rules go by.</summary>
    public const string Rules = "rules";

    private static readonly HashSet<string> Known =
        new(StringComparer.Ordinal) { "", Rules, Validator.Descriptor.FullName, RuleAdmin.Descriptor.FullName };

    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        return Known.Contains(request.Service)
            ? Task.FromResult(Now(request.Service))
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
                await TellAsync(request.Service, responseStream, context.CancellationToken, end.Token);
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
        string service, IServerStreamWriter<HealthCheckResponse> watcher, CancellationToken call, CancellationToken end)
    {
        HealthCheckResponse? told = null;
        while (true)
        {
            // The order matters: a change between the two is seen the next time round.
            var change = new CompositeChangeToken([state.Watch(), book.Watch()]);
            var now = Now(service);
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

    private HealthCheckResponse Now(string service)
    {
        var well = state.Lack is null
            && (service != Rules || (book.Problem.Length == 0 && book.Current.Quarantined.Count == 0));
        return new HealthCheckResponse { Status = well ? ServingStatus.Serving : ServingStatus.NotServing };
    }
}
