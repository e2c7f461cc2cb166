using Microsoft.Extensions.Primitives;
using Validation.Server.Checks;
using Validation.Server.Health;
using Validation.Server.Rules;
using Validation.V1;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Validation.Server.Grpc;

/// <summary>Tells the health service of every change as it happens. Every service of this server is in the state of the server as a whole.
/// Under the name "rules" stands whether the rules are as they should be: a server with old rules, or with some that fail often, goes on
/// serving.</summary>
internal sealed class HealthReporter(
    ServerState state, RuleBook book, RuleAlarms alarms, Drain drain, HealthService health) : IHostedService, IDisposable
{
    /// <summary>The name that the rules go by.</summary>
    public const string Rules = "rules";

    // "" is the server as a whole.
    private static readonly string[] Services =
        ["", Validator.Descriptor.FullName, RuleAdmin.Descriptor.FullName, Operations.Descriptor.FullName];

    private readonly Lock _gate = new();
    private IDisposable? _watch;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _watch = ChangeToken.OnChange(() => new CompositeChangeToken([state.Watch(), book.Watch(), alarms.Watch()]), Tell);
        Tell();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _watch?.Dispose();
    }

    private static ServingStatus Status(bool well)
    {
        return well ? ServingStatus.Serving : ServingStatus.NotServing;
    }

    private void Tell()
    {
        lock (_gate)
        {
            var well = state.Lack is null;
            foreach (var service in Services)
            {
                health.SetStatus(service, Status(well));
            }

            health.SetStatus(Rules, Status(well && book.Problem.Length == 0 && alarms.Current.Count == 0));
        }

        if (drain.Begun.IsCancellationRequested)
        {
            health.End();
        }
    }
}
