using Grpc.Core;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.EndToEnd.Tests.Rules;

/// <summary>Two server processes with one store.</summary>
[Trait("Size", "Long")]
public sealed class SharedStoreTests(PostgresCluster postgres) : IClassFixture<PostgresCluster>
{
    [Fact]
    public async Task SqliteServers_PublishAtOnce_OneWins()
    {
        var one = new ServerProcess();
        await RunAsync(one, other => other.Options["VALIDATION__DATAFOLDER"] = one.DataFolder);
    }

    [PostgresFact]
    public async Task PostgresServers_PublishAtOnce_OneWins()
    {
        var database = await postgres.CreateDatabaseAsync();
        var one = new ServerProcess();
        one.Options["VALIDATION__DATABASE"] = database;
        await RunAsync(one, other => other.Options["VALIDATION__DATABASE"] = database);
    }

    /// <summary>A watcher of a server that was stopped or killed comes back, and hears of the newest version only.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Watcher_OfAServerThatWentAway_HearsOfTheNewestWhenItIsBack(bool killed)
    {
        var server = new ServerProcess();
        try
        {
            await server.InitializeAsync();
            var version = (await server.StatusAsync()).Version;
            using (var watch = server.Admin.Watch(new WatchRequest()))
            {
                (await watch.NextAsync())!.Version.ShouldBe(version);
                version = (await server.PublishAsync(version, TestRules.Finding("local-a"))).Publication.Version;
                (await watch.NextAsync())!.Version.ShouldBe(version);
                await (killed ? server.Process.KillAsync() : server.Process.TerminateAsync());
                (await watch.NextAsync()).ShouldBeNull();
                await server.Process.ExitAsync(Waiting.Longest);
            }

            await server.KillAsync();
            await server.InitializeAsync();
            var known = version;
            using var same = server.Admin.Watch(new WatchRequest { KnownVersion = known });
            (await same.NextAsync())!.Heartbeat.ShouldBeTrue();
            for (var turn = 0; turn < 3; turn++)
            {
                version = (await server.PublishAsync(version, TestRules.Finding($"local-b{turn}"))).Publication.Version;
            }

            using var late = server.Admin.Watch(new WatchRequest { KnownVersion = known });
            (await late.NextAsync())!.Version.ShouldBe(version);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task RunAsync(ServerProcess one, Action<ServerProcess> share)
    {
        var other = new ServerProcess();
        share(other);
        try
        {
            await Task.WhenAll(one.InitializeAsync(), other.InitializeAsync());
            for (var round = 0; round < 2; round++)
            {
                var version = (await one.StatusAsync()).Version;
                var outcomes = await Task.WhenAll(
                    AttemptAsync(one, version, $"local-a{round}"), AttemptAsync(other, version, $"local-b{round}"));

                var winner = outcomes.OfType<string>().ShouldHaveSingleItem();
                await Administrator.UntilAsync(async () =>
                    (await one.StatusAsync()).Version == winner && (await other.StatusAsync()).Version == winner).InTime();
                (await one.RuleSetAsync()).ShouldBe(await other.RuleSetAsync());
                (await one.CheckAsync()).ShouldBe(await other.CheckAsync());
            }
        }
        finally
        {
            await other.DisposeAsync();
            await one.DisposeAsync();
        }
    }

    private static async Task<string?> AttemptAsync(ServerProcess server, string expected, string id)
    {
        try
        {
            return (await server.PublishAsync(expected, TestRules.Finding(id))).Publication.Version;
        }
        catch (RpcException refusal) when (refusal.StatusCode == StatusCode.FailedPrecondition)
        {
            return null;
        }
    }
}
