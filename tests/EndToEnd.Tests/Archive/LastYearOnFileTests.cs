using System.Globalization;
using Validation.EndToEnd.Tests.Support;
using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.EndToEnd.Tests.Archive;

/// <summary>Last year's report is on file: the draft of this year is compared with it, and nobody names it.</summary>
[Trait("Size", "Long")]
public sealed class LastYearOnFileTests : IAsyncLifetime
{
    private const string Body = "某某县教育局";
    private const string Carried = "applications.carried_in.";
    private const string Received = "applications.received.";

    private static readonly YearsThatFollow Numbers = new(3, 9);
    private static readonly string[] OfYears = ["x-carry", "x-rules-effective", "x-pending", "x-text-dup", "x-year-left"];

    private readonly ServerProcess _server = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-last-year-");

    public Task InitializeAsync() => _server.InitializeAsync();

    [Fact]
    public async Task Draft_OfTheBody_IsComparedWithItsReportOnFile()
    {
        var earlier = new GeneratedReport(
            Body, 2023, Numbers.Earlier, "这一年的重心是财政资金，部门预决算、惠农补贴名单和政府采购合同都在十个工作日之内上网。");
        var right = Later(_ => 0);
        using var filer = new Filer(_server);
        Of(await CheckAsync(right), NotEvaluated).ShouldBe(OfYears);

        var filed = await filer.FileAsync(earlier.Content, earlier.FileName);

        var silent = await CheckAsync(right);
        (silent.Provenance.Prior.Source, silent.Provenance.Prior.Sha256).ShouldBe((PriorSource.Archive, filed.Sha256));
        Of(silent, NotEvaluated).ShouldBeEmpty();
        Of(silent, Found).ShouldBeEmpty();
        (await PrintedAsync(right)).ShouldNotContain("〔x-");

        // One more taken over, and one less received: every sum of the table holds.
        var wrong = Later(Shift);
        var found = (await CheckAsync(wrong)).Findings.Where(finding => finding.RuleId == "x-carry").ToList().ShouldHaveSingleItem();
        found.Cells.ShouldHaveSingleItem().Path.ShouldBe($"{Carried}total");
        var left = Numbers.Earlier(ReportTemplate.Cells["applications.carried_out.total"]);
        (found.Expected, found.Actual).ShouldBe((Text(left), Text(left + 1)));
        var printed = await PrintedAsync(wrong);
        printed.ShouldContain("〔x-carry〕");
        printed.ShouldContain($"与存档的上年报告“{earlier.FileName}”比较");
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static int Shift(CellTemplate cell)
    {
        var column = cell.Path[(cell.Path.LastIndexOf('.') + 1)..];
        return column is not ("natural_person" or "total") ? 0
            : cell.Path.StartsWith(Carried, StringComparison.Ordinal) ? 1
            : cell.Path.StartsWith(Received, StringComparison.Ordinal) ? -1
            : 0;
    }

    private static GeneratedReport Later(Func<CellTemplate, int> change) => new(
        Body, 2024, cell => Numbers.Later(cell) + change(cell), "围绕义务教育招生、校外培训和学生资助梳理了公开目录，把办事指南换成图表，方便群众查询。");

    private static IEnumerable<string> Found(ValidateReply reply) => reply.Findings.Select(finding => finding.RuleId);

    private static IEnumerable<string> NotEvaluated(ValidateReply reply) => reply.Provenance.NotEvaluated.Select(rule => rule.RuleId);

    // Those of the rules between years that are named in a part of the reply, in the order of the list above.
    private static IEnumerable<string> Of(ValidateReply reply, Func<ValidateReply, IEnumerable<string>> part) =>
        OfYears.Intersect(part(reply), StringComparer.Ordinal);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<ValidateReply> CheckAsync(GeneratedReport report) =>
        await _server.Client.ValidateAsync(report.Draft).ResponseAsync.InTime();

    private async Task<string> PrintedAsync(GeneratedReport report)
    {
        var run = await Cli.CheckAsync(_server, await report.SaveAsync(_folder.FullName));
        run.Output.ShouldContain(Body, customMessage: run.Errors);
        return run.Output;
    }
}
