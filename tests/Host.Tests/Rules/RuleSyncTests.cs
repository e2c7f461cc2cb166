using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Validation.Server.Rules;
using Validation.Server.Store;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;
using Action = Validation.V1.Publication.Types.Action;

namespace Validation.Server.Tests.Rules;

/// <summary>Several servers with one store, and stores that fail.</summary>
[Collection(PostgresTests.Name)]
[Trait("Size", "Long")]
public sealed class RuleSyncTests(PostgresCluster postgres) : IDisposable
{
    private readonly Databases _databases = new(postgres);

    public static TheoryData<string> All => Databases.Names;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Publish_OnOneServer_ReachesTheOther(string database)
    {
        var option = await _databases.OptionAsync(database);
        await using var one = await RunningServer.StartSmallAsync(option);
        await using var other = await RunningServer.StartSmallAsync(option);
        using var watch = other.Admin.Watch(new WatchRequest { KnownVersion = (await other.StatusAsync()).Version });
        (await watch.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeTrue();

        var published = await one.PublishAsync(TestRules.Finding("local-a"));

        (await watch.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeTrue();
        watch.ResponseStream.Current.Version.ShouldBe(published.Publication.Version);
        watch.ResponseStream.Current.Publication.ShouldBe(published.Publication);
        var report = await WarmUpReport.ReadAsync(1);
        (await other.CheckAsync(report)).Timeless().ShouldBe((await one.CheckAsync(report)).Timeless());
        (await other.HistoryAsync()).ShouldBe(await one.HistoryAsync());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Publish_ByManyOnTwoServersAtOnce_OneWinsAndAllAgree(string database)
    {
        var option = await _databases.OptionAsync(database);
        await using var one = await RunningServer.StartSmallAsync(option, "QueuedDocuments=100");
        await using var other = await RunningServer.StartSmallAsync(option, "QueuedDocuments=100");
        for (var round = 1; round <= 3; round++)
        {
            var expected = (await one.StatusAsync()).Version;
            var attempts = Enumerable.Range(0, 6)
                .Select(number => AttemptAsync(number % 2 == 0 ? one : other, $"local-{round}-{number}", expected));

            var outcomes = await Task.WhenAll(attempts);

            var winner = outcomes.OfType<Publication>().ShouldHaveSingleItem();
            winner.Version.ShouldEndWith($"+{round}");
            await one.ReachesAsync(winner.Version);
            await other.ReachesAsync(winner.Version);
        }

        var history = (await one.HistoryAsync()).Entries;
        history.Count(entry => entry.Action == Action.Published).ShouldBe(3);
        history.Count(entry => entry.Action == Action.Refused).ShouldBe(15);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Restart_OfTheSameStore_GivesByteEqualFindings(string database)
    {
        var option = await _databases.OptionAsync(database);
        var report = await WarmUpReport.ReadAsync(1);
        ValidateReply before;
        await using (var server = await RunningServer.StartSmallAsync(option))
        {
            await server.PublishAsync(TestRules.Finding("local-a"));
            before = await server.CheckAsync(report);
        }

        await using var again = await RunningServer.StartSmallAsync(option);

        (await again.CheckAsync(report)).Timeless().ShouldBe(before.Timeless());
        (await again.StatusAsync()).Problem.ShouldBeEmpty();
    }

    /// <summary>The N-th step of keeping the last good file fails, once or for ever: what is published is in force and in the store, and
    /// the trouble is shown for as long as it lasts.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    [InlineData(1, true)]
    [InlineData(6, true)]
    [InlineData(7, true)]
    [InlineData(8, true)]
    public async Task Publish_DiskFails_IsInForceAndTheTroubleShown(int step, bool forEver)
    {
        using var folder = new TemporaryFolder();
        var disk = new FailingDisk(new Disk(new DataFolder(folder.PathOf("data"))), step, forEver, halfWay: true);
        await using var server = await RunningServer.StartWithAsync(
            services => services.AddSingleton<IDisk>(disk), $"DataFolder={folder.PathOf("data")}");

        var published = await server.PublishAsync(TestRules.Finding("local-a"));
        await server.PublishAsync(TestRules.Finding("local-b"));

        published.Publication.Version.ShouldEndWith("+1");
        (await server.StatusAsync()).Version.ShouldEndWith("+2");
        if (forEver)
        {
            await Administration.UntilAsync(async () => (await server.StatusAsync()).Problem.Length > 0).InTime();
            (await server.Http.GetStringAsync("/readyz").InTime()).ShouldStartWith("ready\n");
        }
    }

    /// <summary>The N-th call of the store fails, once or for ever: nothing half is published; with the store back all is well.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Publish_StoreFails_LeavesTheOldOrTheNewWhole(bool forEver)
    {
        using var folder = new TemporaryFolder();
        var store = new FailingStore(new RuleStore(new SqliteDialect(new DataFolder(folder.PathOf("data")))));
        await using var server = await RunningServer.StartWithAsync(
            services => services.AddSingleton<IRuleStore>(store), $"DataFolder={folder.PathOf("data")}");
        for (var step = 1; step <= 6; step++)
        {
            var before = (await server.StatusAsync()).Version;
            store.FailAt(step, forEver);
            var outcome = await AttemptAsync(server, "local-a", before, step);
            store.Mend();
            await Administration.UntilAsync(async () => (await server.StatusAsync()).Problem.Length == 0).InTime();

            var now = await server.Admin.GetRuleSetAsync(new GetRuleSetRequest()).ResponseAsync.InTime();
            now.Version.ShouldBe(outcome?.Version ?? before);
            (await store.NewestAsync(CancellationToken.None))!.Version.ShouldBe(now.Version);
        }

        server.Log.Lines.ShouldContain(line => line.EventName == nameof(RuleLog.RuleTroubleOver));
    }

    [Fact]
    public async Task Program_WithANewerNationalSet_PublishesItWithTheOverlayOnce()
    {
        using var folder = new TemporaryFolder();
        var option = $"DataFolder={folder.PathOf("data")}";
        await using (var old = await RunningServer.StartSmallAsync(option))
        {
            await old.PublishAsync(TestRules.Finding("local-a"));
        }

        var newer = SmallNationalSet.In(folder.PathOf("newer"), "9999.1");
        for (var start = 0; start < 2; start++)
        {
            await using var server = await RunningServer.StartWithAsync(services => services.AddSingleton(newer), option);
            var status = await server.StatusAsync();
            (status.Version, status.Problem).ShouldBe(("9999.1+2", ""));
            var renewal = (await server.HistoryAsync()).Entries[0];
            (renewal.Action, renewal.Principal, renewal.PreviousVersion)
                .ShouldBe((Action.NationalSetRenewed, RuleTexts.SystemPrincipal, $"{SmallNationalSet.Version}+1"));
            (await server.CheckAsync(await WarmUpReport.ReadAsync(1))).Findings.ShouldContain(finding => finding.RuleId == "local-a");
        }

        await using (var older = await RunningServer.StartSmallAsync(option))
        {
            (await older.StatusAsync()).Version.ShouldBe("9999.1+2");
            await older.RollbackAsync($"{SmallNationalSet.Version}+1");
        }

        // What was taken back on purpose does not come again with the next start.
        await using var last = await RunningServer.StartWithAsync(services => services.AddSingleton(newer), option);
        (await last.StatusAsync()).Version.ShouldBe($"{SmallNationalSet.Version}+3");
    }

    [Fact]
    public async Task Program_WhoseNationalSetClashesWithTheOverlay_KeepsTheOldOneAndSaysSo()
    {
        using var folder = new TemporaryFolder();
        var option = $"DataFolder={folder.PathOf("data")}";
        await using (var old = await RunningServer.StartSmallAsync(option))
        {
            await old.PublishAsync(TestRules.Finding("local-a"));
        }

        var newer = SmallNationalSet.In(folder.PathOf("newer"), "9999.1", TestRules.Finding("local-a"));
        await using var server = await RunningServer.StartWithAsync(services => services.AddSingleton(newer), option);

        var status = await server.StatusAsync();
        status.Version.ShouldBe($"{SmallNationalSet.Version}+1");
        status.Problem.ShouldContain("9999.1");
        status.Problem.ShouldContain("local-a");
        // The overlay can still be mended.
        (await server.PublishAsync(TestRules.Finding("local-b"))).Publication.Version.ShouldBe($"{SmallNationalSet.Version}+2");
    }

    public void Dispose()
    {
        _databases.Dispose();
    }

    /// <returns>Null: refused, or the store failed.</returns>
    private static async Task<Publication?> AttemptAsync(RunningServer server, string id, string expected, int number = 0)
    {
        try
        {
            var request = Administration.Request(TestRules.Overlay(TestRules.Finding(id, $"第{number}版")), expected);
            return (await server.Admin.PublishAsync(request).ResponseAsync.InTime()).Publication;
        }
        catch (RpcException refusal)
        {
            refusal.StatusCode.ShouldBeOneOf(StatusCode.FailedPrecondition, StatusCode.Unavailable);
            return null;
        }
    }
}
