using System.Text.Json;
using System.Text.RegularExpressions;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Deploy;

/// <summary>What the dashboard asks for is what a server tells.</summary>
[Collection(AloneTests.Name)]
public sealed partial class DashboardTests
{
    private static readonly string File = Path.Combine(SourceTree.Root, "server", "deploy", "grafana", "validation.json");

    [Fact]
    public async Task Queries_OfTheDashboard_NameFiguresThatAServerTells()
    {
        await using var server = await RunningServer.StartSmallAsync("Telemetry:Prometheus=true");
        await server.PublishAsync(TestRules.FailingOn("local-a", "坏字"), TestRules.Finding("local-b"));
        await server.CheckAsync(await WarmUpReport.ReadAsync());
        await server.CheckAsync(await WarmUpReport.ReadAsync() + "\n坏字\n");
        await Administration.RefusedAsync(server.Admin.PublishAsync(new PublishRequest()));

        var scrape = await server.ScrapeAsync();
        var told = scrape.Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToList();
        var queries = Queries();

        queries.Count.ShouldBeGreaterThan(20);
        foreach (var query in queries)
        {
            var names = Name().Matches(query).Select(match => match.Value).ToList();
            names.ShouldNotBeEmpty(query);
            names.ShouldAllBe(name => told.Any(line => line.StartsWith(name + "{", StringComparison.Ordinal)), query);
            var labels = Labels().Matches(query).SelectMany(match => match.Groups["names"].Value.Split(", "))
                .Where(label => label is not ("instance" or "le"));
            labels.ShouldAllBe(label => told.Any(line =>
                line.StartsWith(names[0], StringComparison.Ordinal) && line.Contains($"{label}=\"", StringComparison.Ordinal)), query);
        }
    }

    [Fact]
    public void Panels_OfTheDashboard_DoNotOverlap()
    {
        using var dashboard = JsonDocument.Parse(System.IO.File.ReadAllText(File));
        var taken = new HashSet<(int, int)>();
        foreach (var panel in dashboard.RootElement.GetProperty("panels").EnumerateArray())
        {
            var place = panel.GetProperty("gridPos");
            int Side(string name) => place.GetProperty(name).GetInt32();
            for (var x = Side("x"); x < Side("x") + Side("w"); x++)
            {
                x.ShouldBeLessThan(24);
                taken.Add((x, Side("y"))).ShouldBeTrue(panel.GetProperty("title").GetString());
            }
        }
    }

    private static List<string> Queries()
    {
        using var dashboard = JsonDocument.Parse(System.IO.File.ReadAllText(File));
        return
        [
            .. dashboard.RootElement.GetProperty("panels").EnumerateArray()
                .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
                .Select(target => target.GetProperty("expr").GetString()!),
        ];
    }

    [GeneratedRegex(@"\b(validation|dotnet|kestrel)_\w+(?=\{)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"sum by \((?<names>[^)]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Labels();
}
