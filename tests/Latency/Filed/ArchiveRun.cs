using System.Diagnostics;
using System.Globalization;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Validation.Engine.Rules.Compiling;
using Validation.Server.Store;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Latency.Filed;

/// <summary>One measurement: a store with many reports on file, and a server of its own process that is asked for them.</summary>
/// <param name="bodies">How many bodies have reports.</param>
/// <param name="years">On how many years each.</param>
/// <param name="database">The connection string of an empty PostgreSQL database. Null: SQLite.</param>
internal sealed class ArchiveRun(int bodies, int years, string? database)
{
    private const int Year = 2001;
    private const int LongestLookUp = 5;
    private const int LongestOverview = 500;
    private const int LongestPage = 200;
    private const string Superior = "某某县人民政府";

    private static readonly TimeSpan LongestTrial = TimeSpan.FromMinutes(2);

    private const string Candidate = """
        rules:
        - override: t3-balance
          severity: warning
          reason: 试
        - id: local-hotline
          title: 热线电话
          severity: info
          basis: 试
          why: 试
          applies: report.organization.contains('一')
          assert: section(6).text.contains('12345')
          at: section(6)
          message: 第六部分没有写热线电话。
          tests:
          - name: 写了热线
            report: {organization: 一局, sections: {6: "咨询电话：12345。"}}
            findings: []
          - name: 没有写热线
            report: {organization: 一局, sections: {6: "无其他需要报告的事项。"}}
            findings: [{section: 6}]
        """;

    /// <summary>Fills the store and measures.</summary>
    /// <returns>Whether all is within the limits.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await using var server = new MeasuredServer { Database = database };
        await FillAsync(server.DataFolder, cancellationToken);
        await server.StartAsync(cancellationToken);
        try
        {
            return await MeasureAsync(server, cancellationToken);
        }
        catch (RpcException fault) when (fault.StatusCode == StatusCode.DeadlineExceeded)
        {
            Console.WriteLine($"A call was not answered. {await server.DescribeAsync()}");
            throw;
        }
    }

    private async Task<bool> MeasureAsync(MeasuredServer server, CancellationToken cancellationToken)
    {
        var archive = new Archive.ArchiveClient(server.Calls);
        await ImportAsync(new BodyAdmin.BodyAdminClient(server.Calls), cancellationToken);
        var status = await archive.GetStatusAsync(new GetArchiveStatusRequest(), cancellationToken: cancellationToken);
        Console.WriteLine(Invariant($"{status.Current} reports on file, {(database is null ? "SQLite" : "PostgreSQL")}"));
        var lookUp = await LookUpAsync(archive, cancellationToken);
        var overview = await OverviewAsync(archive, cancellationToken);
        await ListAsync(archive, cancellationToken);
        var page = await PagesAsync(archive, server, cancellationToken);
        var trial = await TryAsync(archive, server, cancellationToken);
        await ExportAsync(archive, server, cancellationToken);
        return status.Current == (long)bodies * years
            && lookUp < LongestLookUp && overview < LongestOverview && page < LongestPage && trial < LongestTrial;
    }

    private async Task FillAsync(string folder, CancellationToken cancellationToken)
    {
        var rules = NationalRuleSet.Read(Path.GetDirectoryName(MeasuredServer.Program("server/Host", "rules/ruleset.yaml"))!).Compile();
        StoreDialect dialect = database is null ? new SqliteDialect(new DataFolder(folder)) : new PostgresDialect(database);
        var took = await new ArchiveFill(dialect, new GeneratedReports(rules)).RunAsync(bodies, years, cancellationToken);
        dialect.Forget();
        Console.WriteLine(Invariant($"filled in {took.TotalSeconds:F0} s"));
    }

    private async Task ImportAsync(BodyAdmin.BodyAdminClient client, CancellationToken cancellationToken)
    {
        var csv = new StringBuilder("名称,上级\n");
        // One more than have filed.
        for (var body = 0; body <= bodies; body++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{GeneratedReports.Body(body)},{Superior}\n");
        }

        var request = new ImportBodiesRequest { Csv = ByteString.CopyFromUtf8(csv.ToString()) };
        await client.ImportAsync(request, cancellationToken: cancellationToken);
    }

    /// <returns>The median, in milliseconds.</returns>
    private async Task<double> LookUpAsync(Archive.ArchiveClient archive, CancellationToken cancellationToken)
    {
        const int Calls = 2_000;
        var random = new Random(1);
        return await MeasureAsync("look-up of last year's report, with its content", Calls, async () =>
        {
            var request = new GetFiledReportRequest
            {
                Organization = GeneratedReports.Body(random.Next(bodies)), Year = Year + random.Next(years), IncludeReport = true,
            };
            var reply = await archive.GetAsync(request, cancellationToken: cancellationToken);
            Ensure(reply.Content?.Year == request.Year && reply.Report.Organization == request.Organization);
        });
    }

    /// <returns>The median of the slower kind, in milliseconds.</returns>
    private async Task<double> OverviewAsync(Archive.ArchiveClient archive, CancellationToken cancellationToken)
    {
        const int Calls = 40;
        var random = new Random(2);
        var slowest = 0.0;
        foreach (var superior in new[] { "", Superior })
        {
            var name = superior.Length == 0 ? "overview of a year" : "overview of a year below a body";
            slowest = Math.Max(slowest, await MeasureAsync(name, Calls, async () =>
            {
                var request = new OverviewRequest { Year = Year + random.Next(years), Superior = superior, IncludeBodies = true };
                var reply = await archive.OverviewAsync(request, cancellationToken: cancellationToken);
                Ensure(reply.Filed == bodies && reply.Missing == 1 && reply.Standings.Count == bodies + 1 && reply.Rules.Count > 0);
            }));
        }

        return slowest;
    }

    private static async Task ListAsync(Archive.ArchiveClient archive, CancellationToken cancellationToken)
    {
        const int Calls = 100;
        var first = new ListFiledReportsRequest();
        var rejected = new ListFiledReportsRequest
        {
            Filter = new FiledReportFilter { Year = Year, Verdicts = { Verdict.Reject } },
        };
        var below = new ListFiledReportsRequest { Filter = new FiledReportFilter { Superior = Superior } };
        await MeasureAsync("first page", Calls, ListAsync(first));
        await MeasureAsync("page of rejected reports of the oldest year", Calls, ListAsync(rejected));
        await MeasureAsync("page below a body", Calls, ListAsync(below));

        Func<Task> ListAsync(ListFiledReportsRequest request) => async () =>
            Ensure((await archive.ListAsync(request, cancellationToken: cancellationToken)).Reports.Count > 0);
    }

    /// <returns>The median of the slowest page, in milliseconds.</returns>
    private async Task<double> PagesAsync(Archive.ArchiveClient archive, MeasuredServer server, CancellationToken cancellationToken)
    {
        var found = await archive.OverviewAsync(new OverviewRequest { Year = Year }, cancellationToken: cancellationToken);
        using var pages = new PageWaits(server.WebAddress, bodies, years, Year, Superior);
        return await pages.RunAsync(found.Rules[0].RuleId, cancellationToken);
    }

    private async Task<TimeSpan> TryAsync(Archive.ArchiveClient archive, MeasuredServer server, CancellationToken cancellationToken)
    {
        var candidate = new RuleOverlay { Files = { new RuleFile { Path = "trial.yaml", Text = Candidate } } };
        var before = server.Figures.Processor;
        var begun = Stopwatch.GetTimestamp();
        var last = new TryRulesReply();
        var silence = TimeSpan.Zero;
        using var call = archive.TryRules(new TryRulesRequest { Candidate = candidate }, cancellationToken: cancellationToken);
        for (var heard = begun; await call.ResponseStream.MoveNext(cancellationToken); heard = Stopwatch.GetTimestamp())
        {
            last = call.ResponseStream.Current;
            silence = new[] { silence, Stopwatch.GetElapsedTime(heard) }.Max();
        }

        var took = Stopwatch.GetElapsedTime(begun);
        Ensure(last.Summary?.Reports == (long)bodies * years && last.Summary.Rules is [{ Appeared: > 0 }, { Changed: > 0 }]);
        var (processor, memory) = (server.Figures.Processor - before, server.Figures.Memory >> 20);
        Console.WriteLine(Invariant(
            $"trial on all: {took.TotalSeconds:F1} s, {processor.TotalSeconds:F1} s of processor time, {memory} MiB afterwards"));
        Console.WriteLine(Invariant($"longest silence of the trial: {silence.TotalMilliseconds:F0} ms"));
        return took;
    }

    private static async Task ExportAsync(Archive.ArchiveClient archive, MeasuredServer server, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        var (bytes, most, parts) = (0L, 0L, 0);
        using var call = archive.Export(new ExportRequest { Format = ExportFormat.Csv }, cancellationToken: cancellationToken);
        while (await call.ResponseStream.MoveNext(cancellationToken))
        {
            bytes += call.ResponseStream.Current.Content.Length;
            most = parts++ % 100 == 0 ? Math.Max(most, server.Figures.Memory) : most;
        }

        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        Console.WriteLine(Invariant($"all as CSV: {seconds:F1} s, {bytes >> 20} MiB, server at most {most >> 20} MiB"));
    }

    private static async Task<double> MeasureAsync(string name, int calls, Func<Task> call)
    {
        // The first calls compile what is needed, on both sides.
        for (var i = 0; i < calls / 4; i++)
        {
            await call();
        }

        var waits = new List<double>(calls);
        for (var i = 0; i < calls; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await call();
            waits.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        waits.Sort();
        var (median, late) = (waits[calls / 2], waits[calls * 95 / 100]);
        Console.WriteLine(Invariant($"{name}: median {median:F1} ms, 95th percentile {late:F1} ms, most {waits[^1]:F1} ms"));
        return median;
    }

    private static void Ensure(bool holds)
    {
        if (!holds)
        {
            throw new InvalidOperationException("The server's reply is not what was filed.");
        }
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
