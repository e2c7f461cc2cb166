using Microsoft.Extensions.Diagnostics.HealthChecks;
using Validation.Server.Rules;

namespace Validation.Server.Health;

/// <summary>The server's state as a health check of ASP.NET: unhealthy when it takes no work, degraded when it does although something is
/// wrong with the rules.</summary>
internal sealed class ServerStateCheck(ServerState state, RuleBook book, RuleAlarms alarms) : IHealthCheck
{
    public const string Name = "state";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var failing = alarms.Current;
        return Task.FromResult(
            state.Lack is { } lack ? HealthCheckResult.Unhealthy(lack)
            : book.Problem.Length > 0 ? HealthCheckResult.Degraded(book.Problem)
            : failing.Count > 0 ? HealthCheckResult.Degraded(string.Join('\n', failing.Select(RuleTexts.RuleFailsOften)))
            : HealthCheckResult.Healthy());
    }
}
