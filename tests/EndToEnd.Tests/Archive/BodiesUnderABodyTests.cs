using System.Globalization;
using Validation.EndToEnd.Tests.Support;
using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.EndToEnd.Tests.Archive;

/// <summary>The report of a government beside those of the thirty bodies under it, which are on file.</summary>
[Trait("Size", "Long")]
public sealed class BodiesUnderABodyTests : IAsyncLifetime
{
    private const string Government = "某某县人民政府";
    private const string Rule = "x-aggregate";
    private const string NotFiled = "某某县档案局";
    private const string Received = "applications.received.total";

    private static readonly string[] Bureaus =
    [
        "发展和改革局", "教育局", "科学技术局", "工业和信息化局", "公安局", "民政局", "司法局", "财政局", "人力资源和社会保障局",
        "自然资源和规划局", "生态环境局", "住房和城乡建设局", "交通运输局", "水利局", "农业农村局", "商务局", "文化和旅游局", "卫生健康局",
        "退役军人事务局", "应急管理局", "审计局", "市场监督管理局", "统计局", "医疗保障局", "信访局", "乡村振兴局", "体育局", "林业局", "档案局",
    ];

    private readonly ServerProcess _server = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-bodies-");
    private readonly Dictionary<string, int> _sums = new(StringComparer.Ordinal);

    public Task InitializeAsync() => _server.InitializeAsync();

    [Fact]
    public async Task Government_ReportsOfThirtyBodiesOnFile_IsComparedWithTheirSum()
    {
        var under = Bureaus.Select(name => $"某某县{name}").Prepend($"{Government}办公室").Select(Body).ToList();
        under.Count.ShouldBe(30);
        using var filer = new Filer(_server);
        await ImportAsync([.. under.Select(body => body.Name), "国家税务总局某某县税务局"]);
        (await CheckAsync(Report())).Provenance.NotEvaluated.Single(rule => rule.RuleId == Rule).Reason.ShouldBe("缺下级报告");
        // What is not in the sum: the report of last year, and that of a body under vertical administration.
        await FileAsync(filer, NotFiled, 2023, new NumbersThatBalance(100, 20));
        await FileAsync(filer, "国家税务总局某某县税务局", 2024, new NumbersThatBalance(101, 20));
        foreach (var (name, numbers) in under.Where(body => body.Name != NotFiled))
        {
            await FileAsync(filer, name, 2024, numbers);
        }

        var missing = Found(await CheckAsync(Report())).ShouldHaveSingleItem();
        missing.Severity.ShouldBe(Level.Info);
        missing.Message.ShouldBe($"还缺 1 个下级的报告，没有核对汇总数：{NotFiled}。");
        missing.Cells.ShouldBeEmpty();
        (await PrintedAsync(Report())).ShouldContain(missing.Message);

        await FileAsync(filer, NotFiled, 2024, under[^1].Numbers);
        var right = await CheckAsync(Report());
        Found(right).ShouldBeEmpty();
        right.Provenance.NotEvaluated.ShouldNotContain(rule => rule.RuleId == Rule);
        (await PrintedAsync(Report())).ShouldNotContain(Rule);

        var sum = _sums[Received];
        _sums[Received]++;
        var wrong = Found(await CheckAsync(Report())).ShouldHaveSingleItem();
        wrong.Severity.ShouldBe(Level.Warning);
        wrong.Cells.ShouldHaveSingleItem().Path.ShouldBe(Received);
        (wrong.Expected, wrong.Actual).ShouldBe((Text(sum), Text(sum + 1)));
        (await PrintedAsync(Report())).ShouldContain($"30 个下级的报告相加是 {sum} 件（本级是政府办公室的报告）");
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private (string Name, NumbersThatBalance Numbers) Body(string name, int seed)
    {
        var numbers = new NumbersThatBalance(seed, 20);
        foreach (var cell in ReportTemplate.Cells.Values)
        {
            _sums[cell.Path] = _sums.GetValueOrDefault(cell.Path) + numbers[cell];
        }

        return (name, numbers);
    }

    private GeneratedReport Report() =>
        new(Government, 2024, cell => _sums[cell.Path], $"2024年，全县各级机关收到政府信息公开申请{Text(_sums[Received])}件。");

    private async Task ImportAsync(IEnumerable<string> under)
    {
        var list = Path.Combine(_folder.FullName, "名单.csv");
        await File.WriteAllLinesAsync(list, under.Select(name => $"{name},{Government}").Prepend($"{Government},").Prepend("名称,上级"));
        var run = await Cli.RunAsync("bodies", "import", list, "--server", $"http://{_server.GrpcEndpoint}");
        run.ExitCode.ShouldBe(0, run.Errors);
    }

    private static async Task FileAsync(Filer filer, string name, int year, NumbersThatBalance numbers)
    {
        var report = new GeneratedReport(name, year, cell => numbers[cell], $"{name}2024年主动公开政府信息488条，依法办理申请。");
        var filed = await filer.FileAsync(report.Content, report.FileName);
        (filed.Organization, filed.Year).ShouldBe((name, year));
    }

    private async Task<ValidateReply> CheckAsync(GeneratedReport report) =>
        await _server.Client.ValidateAsync(report.Draft).ResponseAsync.InTime();

    private async Task<string> PrintedAsync(GeneratedReport report)
    {
        var run = await Cli.CheckAsync(_server, await report.SaveAsync(_folder.FullName));
        run.Output.ShouldContain(Government, customMessage: run.Errors);
        return run.Output;
    }

    private static List<Finding> Found(ValidateReply reply) => [.. reply.Findings.Where(finding => finding.RuleId == Rule)];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
