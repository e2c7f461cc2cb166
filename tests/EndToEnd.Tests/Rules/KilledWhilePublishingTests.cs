using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;
using Xunit.Abstractions;

namespace Validation.EndToEnd.Tests.Rules;

/// <summary>A server that is killed at any moment of a publish starts again with exactly the old version or the new one.</summary>
[Trait("Size", "Long")]
[Trait("Size", "Exhaustive")]
public sealed class KilledWhilePublishingTests(PostgresCluster postgres, ITestOutputHelper output) : IClassFixture<PostgresCluster>
{
    private static readonly int Rounds = Exhaustive.Count(all: 8, some: 5);

    [Fact]
    public Task SqliteServer_KilledWhilePublishing_HasTheOldOrTheNewVersionWhole()
    {
        return RunAsync(new ServerProcess());
    }

    [PostgresFact]
    public async Task PostgresServer_KilledWhilePublishing_HasTheOldOrTheNewVersionWhole()
    {
        var server = new ServerProcess();
        server.Options["VALIDATION__DATABASE"] = await postgres.CreateDatabaseAsync();
        await RunAsync(server);
    }

    private static string Rule(int number)
    {
        return TestRules.Finding("local-a", string.Create(CultureInfo.InvariantCulture, $"第{number}次。"));
    }

    private async Task RunAsync(ServerProcess server)
    {
        output.WriteLine(Exhaustive.Again);
        var random = new Random(Exhaustive.Seed);
        try
        {
            await server.InitializeAsync();
            var watch = Stopwatch.StartNew();
            var version = (await server.PublishAsync((await server.StatusAsync()).Version, Rule(1))).Publication.Version;
            var (inForce, sent) = (1, 1);
            // Killed before, in and after a publish alike, however long one takes on this machine.
            var longest = 2 * (int)watch.ElapsedMilliseconds;
            for (var round = 0; round < Rounds; round++)
            {
                var publishing = PublishOnAsync(server, version, inForce, sent);
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(longest)));
                await server.KillAsync();
                var (acknowledged, last, lastSent) = await publishing.InTime();
                await server.InitializeAsync();

                version = await CheckWholeAsync(server, acknowledged, last, lastSent);
                inForce = version == acknowledged ? last : lastSent;
                sent = lastSent;
                output.WriteLine($"round {round}: acknowledged {acknowledged}, sent {lastSent}, in force {version}");
            }
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>Publishes one version after the other until the server is gone.</summary>
    /// <returns>The last version that was confirmed, the number of its rule, and the number that was sent last.</returns>
    private static async Task<(string Version, int Number, int Sent)> PublishOnAsync(
        ServerProcess server, string version, int number, int sent)
    {
        try
        {
            while (true)
            {
                sent++;
                version = (await server.PublishAsync(version, Rule(sent))).Publication.Version;
                number = sent;
            }
        }
        catch (Exception gone) when (gone is RpcException or ObjectDisposedException)
        {
            // The channel goes with the server, perhaps between two calls.
            return (version, number, sent);
        }
    }

    /// <returns>The version in force.</returns>
    private static async Task<string> CheckWholeAsync(ServerProcess server, string acknowledged, int number, int sent)
    {
        var status = await server.StatusAsync();
        status.Problem.ShouldBeEmpty();
        var set = await server.RuleSetAsync();
        set.Version.ShouldBe(status.Version);
        var isNew = status.Version != acknowledged;
        if (number > 0 || isNew)
        {
            set.Overlay.ShouldBe(TestRules.Overlay(Rule(isNew ? sent : number)));
            (await server.CheckAsync()).Findings.Single(finding => finding.RuleId == "local-a").Message
                .ShouldBe(string.Create(CultureInfo.InvariantCulture, $"第{(isNew ? sent : number)}次。"));
        }

        var history = await server.Admin.HistoryAsync(new HistoryRequest { Limit = 1000 }).ResponseAsync.InTime();
        var newest = history.Entries.FirstOrDefault();
        (newest?.Version ?? set.NationalVersion).ShouldBe(status.Version);
        // Every version follows the one before, without a gap.
        history.Entries.Reverse().Select((entry, index) => (entry.Version, entry.PreviousVersion)).ShouldBe(
            Enumerable.Range(1, history.Entries.Count).Select(revision =>
                (Name(set, revision), revision == 1 ? set.NationalVersion : Name(set, revision - 1))));
        return status.Version;
    }

    private static string Name(RuleSetContent set, int revision)
    {
        return string.Create(CultureInfo.InvariantCulture, $"{set.NationalVersion}+{revision}");
    }
}
