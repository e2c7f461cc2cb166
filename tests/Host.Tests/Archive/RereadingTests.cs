using Microsoft.Extensions.DependencyInjection;
using Validation.Server.Archive;
using Validation.Server.Store;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Archive;

/// <summary>A newer engine reads the originals again that an older one read.</summary>
[Collection(PostgresTests.Name)]
public sealed class RereadingTests(PostgresCluster postgres) : IDisposable
{
    private const string Newer = "9.1.0";

    private readonly Databases _databases = new(postgres);

    public static TheoryData<string> All => Databases.Names;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Reports_OfAnOlderEngine_AreReadAgainOnceByTwoServers(string database)
    {
        var option = await _databases.OptionAsync(database);
        const int Reports = 12;
        var old = new List<FiledReport>();
        await using (var server = await RunningServer.StartSmallAsync(option))
        {
            for (var number = 0; number < Reports; number++)
            {
                old.Add((await server.FileAsync(await WarmUpReport.ReadAsync(number))).Report);
            }

            (await StatusAsync(server)).Read.ShouldBe(Reports);
        }

        await using var first = await StartNewerAsync(option);
        await using var second = await StartNewerAsync(option);

        await Administration.UntilAsync(async () => (await StatusAsync(first)).Read == Reports).InTime();
        var status = await StatusAsync(second);
        (status.Reports, status.Current, status.EngineVersion).ShouldBe((Reports, 1, Newer));
        (status.Waiting, status.Failed).ShouldBe((0, 0));
        foreach (var before in old)
        {
            var after = await first.GetAsync(before.Id);
            after.Report.EngineVersion.ShouldBe(Newer);
            after.Content.Year.ShouldBe(before.Year);
        }

        // Each changed the archive once when it was filed, and once when it was read again, whichever server did.
        (await first.Services.GetRequiredService<ArchiveReader>().VersionAsync(default)).Changes.ShouldBe(2 * Reports);
    }

    [Fact]
    public async Task Report_ThatTheNewerEngineCannotRead_StaysAsItWasAndSaysSo()
    {
        var option = await _databases.OptionAsync("SQLite");
        FiledReport kept;
        GetFiledReportReply before;
        await using (var server = await RunningServer.StartSmallAsync(option))
        {
            kept = (await server.FileAsync(await WarmUpReport.ReadAsync(1))).Report;
            before = await server.GetAsync(kept.Id);
            await server.FileAsync(await WarmUpReport.ReadAsync(2), Archives.Slip("某某单位"));
            // An original in which this engine finds no report.
            var found = await server.Services.GetRequiredService<ArchiveReader>().FindAsync(kept.Id, default);
            await using var connection = await server.Services.GetRequiredService<StoreDialect>().OpenAsync(default);
            await using var command = connection.CreateCommand();
            command.CommandText = $"UPDATE filed_originals SET content = @content WHERE report_number = {found!.Number}";
            var content = command.CreateParameter();
            (content.ParameterName, content.Value) = ("@content", ArchivePack.Pack("会议通知。"u8.ToArray())[0]);
            command.Parameters.Add(content);
            (await command.ExecuteNonQueryAsync()).ShouldBe(1);
        }

        await using var newer = await StartNewerAsync(option);

        await Administration.UntilAsync(async () => (await StatusAsync(newer)).Waiting == 0).InTime();
        var status = await StatusAsync(newer);
        (status.Read, status.Failed).ShouldBe((1, 1));
        var after = await newer.GetAsync(kept.Id);
        after.Content.ShouldBe(before.Content);
        after.Report.EngineVersion.ShouldBe(kept.EngineVersion);
        after.Report.RereadProblem.ShouldStartWith($"引擎 {Newer} 没有从原件中再读出报告");
    }

    [Fact]
    public async Task Claim_OfAServerThatIsGone_RunsOut()
    {
        var dialect = await _databases.NewAsync("SQLite");
        var filing = new NewFiling(
            new FiledReport { Id = "r1", Organization = "某某单位", Year = 2024, Sha256 = "x", EngineVersion = "0.1.0" },
            ["某某单位"], null, ArchivePack.Pack(new byte[3]), ArchivePack.Pack(new Report()), []);
        await new ArchiveStore(dialect).FileAsync(filing, new StoredAudit(1, "", "", "archive_file", "done", "", 1, null), default);
        var store = new RereadStore(dialect);
        var rank = EngineRank.Of("0.2.0");

        (await store.ClaimAsync(rank, now: 1_000, until: 2_000, default))!.Report.Id.ShouldBe("r1");
        (await store.ClaimAsync(rank, now: 1_999, until: 3_000, default)).ShouldBeNull();
        (await store.ClaimAsync(rank, now: 2_000, until: 3_000, default)).ShouldNotBeNull();
        (await store.ClaimAsync(EngineRank.Of("0.1.0"), now: 9_000, until: 10_000, default)).ShouldBeNull();
    }

    [Theory]
    [InlineData("0.2.0", "0.10.0")]
    [InlineData("0.2.9", "0.3.0")]
    [InlineData("0.99.99", "1.0.0")]
    [InlineData("nonsense", "0.0.1")]
    public void Rank_OfALaterVersion_IsHigher(string earlier, string later)
    {
        EngineRank.Of(earlier).ShouldBeLessThan(EngineRank.Of(later));
    }

    public void Dispose()
    {
        _databases.Dispose();
    }

    private static Task<RunningServer> StartNewerAsync(string option)
    {
        return RunningServer.StartWithAsync(services => services.AddSingleton(new ReadingEngine(Newer)), option);
    }

    private static Task<ArchiveStatus> StatusAsync(RunningServer server)
    {
        return server.Archive().GetStatusAsync(new GetArchiveStatusRequest()).ResponseAsync.InTime();
    }
}
