using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Validation.Server.Options;
using Validation.Server.Telemetry;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Support;

/// <summary>What a server measures of itself.</summary>
internal static class Figures
{
    /// <summary>Figures that nobody collects.</summary>
    public static CheckFigures None { get; } = new(
        new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>(),
        new PrincipalTags(new ServerOptions()),
        new RefusalCounts(TimeProvider.System));

    /// <summary>The text that Prometheus gets.</summary>
    public static Task<string> ScrapeAsync(this RunningServer server)
    {
        return server.Http.GetStringAsync("/metrics").InTime();
    }

    /// <summary>The sum of a figure's values over all lines that have all of the labels, such as "rule=\"t3-balance\"".</summary>
    public static double Sum(string scrape, string name, params string[] labels)
    {
        return scrape.Split('\n')
            .Where(line => line.StartsWith($"{name}{{", StringComparison.Ordinal) || line.StartsWith($"{name} ", StringComparison.Ordinal))
            .Where(line => labels.All(label => line.Contains(label, StringComparison.Ordinal)))
            .Sum(line => double.Parse(line[(line.LastIndexOf('}') + 1)..].Trim().Split(' ')[0], CultureInfo.InvariantCulture));
    }
}
