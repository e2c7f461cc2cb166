using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using Validation.Engine;
using Validation.Server.Archive;
using Validation.Server.Checks;
using Validation.Server.Store;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Archive;

/// <summary>Drafts are compared with what is on file.</summary>
[Collection(PostgresTests.Name)]
public sealed class FiledReportsTests(PostgresCluster postgres) : IDisposable
{
    private readonly Databases _databases = new(postgres);

    public static TheoryData<string> All => Databases.Names;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Draft_LastYearsReportIsOnFile_IsComparedWithItOnEveryServer(string database)
    {
        var option = await _databases.OptionAsync(database);
        await using var first = await RunningServer.StartAsync(null, option);
        await using var second = await RunningServer.StartAsync(null, option);
        (await CheckAsync(first)).Provenance.Prior.ShouldBeNull();

        var filed = (await first.FileAsync(await LastYearAsync())).Report;

        filed.Year.ShouldBe(2023);
        var prior = (await CheckAsync(first)).Provenance.Prior;
        (prior.Source, prior.Sha256, prior.Year, prior.FileName).ShouldBe((PriorSource.Archive, filed.Sha256, 2023, "年报.txt"));
        await Administration.UntilAsync(async () => (await CheckAsync(second)).Provenance.Prior is not null).InTime();
        (await CheckAsync(second, draft => draft.Use = DraftUse.WithoutArchive)).Provenance.Prior.ShouldBeNull();
        var brought = ByteString.CopyFromUtf8($"{await LastYearAsync()}\n");
        var own = await CheckAsync(second, draft => draft.PriorContent = brought);
        (own.Provenance.Prior.Source, own.Provenance.Prior.Sha256 == filed.Sha256).ShouldBe((PriorSource.Request, false));

        // What is filed is compared too.
        var current = await second.FileAsync(await WarmUpReport.ReadAsync());
        current.Findings.ShouldBe((await CheckAsync(second)).Findings);

        var remove = new RemoveFiledReportRequest { Id = filed.Id, Author = "李四", Reason = "传错了" };
        await second.Archive().RemoveAsync(remove).ResponseAsync.InTime();
        (await CheckAsync(second)).Provenance.Prior.ShouldBeNull();
        await Administration.UntilAsync(async () => (await CheckAsync(first)).Provenance.Prior is null).InTime();
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Government_ReportsOfBodiesUnderIt_AreAtHandAndTheMissingNamed(string database)
    {
        await using var server = await RunningServer.StartSmallAsync(await _databases.OptionAsync(database));
        await server.ImportBodiesAsync(
            "某某县人民政府,某某县政府,", "某某县民政局,某某民政,某某县人民政府", "某某县教育局,,某某县政府", "某某县水利局,,某某县人民政府",
            "国家税务总局某某县税务局,,某某县人民政府", "别县民政局,,别县人民政府");
        var names = new[] { "某某民政", "某某县水利局", "国家税务总局某某县税务局", "别县民政局" };
        foreach (var (name, number) in names.Select((name, number) => (name, number)))
        {
            await server.FileAsync(await WarmUpReport.ReadAsync(number), Archives.Slip(name, 2024));
        }

        await server.FileAsync(await WarmUpReport.ReadAsync(9), Archives.Slip("某某县教育局", 2023));

        var government = Related(server, "某某县政府", 2024);
        var under = government.Subordinates!;
        under.Missing.ShouldBe(["某某县教育局"]);
        under.Reports.Count.ShouldBe(2);
        under.Reports.ShouldAllBe(one => one.IsOnFile && one.Report.Applications != null && one.Report.Sections.Count == 0);
        government.Peers.ShouldBeNull();

        var bureau = Related(server, "某某县民政局", 2024);
        (bureau.Prior, bureau.Subordinates).ShouldBe((null, null));
        bureau.Peers!.Select(peer => peer.Sha256).Order().ShouldBe(
            new[] { Drafts.Hash(await WarmUpReport.ReadAsync(1)), Drafts.Hash(await WarmUpReport.ReadAsync(2)) }.Order());
        Related(server, "某某县教育局", 2024).Prior!.Sha256.ShouldBe(Drafts.Hash(await WarmUpReport.ReadAsync(9)));
        Related(server, "某某县教育局", 2025).Prior.ShouldBeNull();
    }

    [Fact]
    public async Task Draft_StoreIsOutOfReach_IsCheckedAllTheSameAndSaysWhyNothingWasCompared()
    {
        await using var server = await RunningServer.StartAsync(null, await _databases.OptionAsync("SQLite"));
        await server.FileAsync(await LastYearAsync());
        var dialect = server.Services.GetRequiredService<StoreDialect>();
        await Databases.ExecuteAsync(dialect, "ALTER TABLE filed_contents RENAME TO lost");

        var reply = await CheckAsync(server);

        reply.Verdict.ShouldNotBe(Verdict.NotDecided);
        reply.Provenance.Prior.ShouldBeNull();
        reply.Provenance.NotEvaluated.ShouldContain(
            rule => rule.Reason.Contains(ArchiveTexts.OutOfReach, StringComparison.Ordinal));
        await Databases.ExecuteAsync(dialect, "ALTER TABLE lost RENAME TO filed_contents");
        (await CheckAsync(server)).Provenance.Prior.ShouldNotBeNull();
    }

    public void Dispose()
    {
        _databases.Dispose();
    }

    private static RelatedReports Related(RunningServer server, string organization, int year)
    {
        var report = new Report { Organization = organization, Year = year };
        return server.Services.GetRequiredService<IRelatedReports>().Of(report, CancellationToken.None);
    }

    private static async Task<string> LastYearAsync()
    {
        return (await WarmUpReport.ReadAsync()).Replace("2024", "2023", StringComparison.Ordinal);
    }

    private static async Task<ValidateReply> CheckAsync(RunningServer server, Action<ValidateRequest>? say = null)
    {
        var draft = Drafts.Request("a", await WarmUpReport.ReadAsync());
        say?.Invoke(draft);
        return await server.Client.ValidateAsync(draft).ResponseAsync.InTime();
    }
}
