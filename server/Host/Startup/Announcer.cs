using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Validation.Server.Access;
using Validation.Server.Checks;

namespace Validation.Server.Startup;

/// <summary>Says in the log where the server listens and when it goes, and lets the calls end before their connections do.</summary>
internal sealed class Announcer(IServer server, IDocumentCheck check, AccessWarning access, Drain drain, ILogger<Announcer> log)
    : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var joined = string.Join(' ', addresses);
        StartupLog.Started(log, joined, check.RuleSetVersion, check.EngineVersion);
        if (access.Text is { Length: > 0 } warning)
        {
            StartupLog.AccessUndecided(log, warning);
        }

        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        StartupLog.Stopping(log);
        return drain.EndAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        return Task.CompletedTask;
    }

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        StartupLog.Stopped(log);
        return Task.CompletedTask;
    }
}
