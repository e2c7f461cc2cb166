using System.Text;
using Validation.Server.Checks;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Checks;

/// <summary>What a reply holds of the report, and how large it gets.</summary>
public sealed class ReplyShapeTests
{
    [Fact]
    public async Task Report_AskedFor_HoldsItsProseOnce()
    {
        await using var server = await RunningServer.StartAsync();
        var request = Drafts.Request("a", await WarmUpReport.ReadAsync());
        var before = (await server.Client.ValidateAsync(request).ResponseAsync.InTime()).Report;
        request.IncludeReport = true;
#pragma warning disable CS0612 // It wins over what clients of version 0.2.0 say.
        request.OmitReport = true;
#pragma warning restore CS0612

        var report = (await server.Client.ValidateAsync(request).ResponseAsync.InTime()).Report;

        before.Sections.ShouldContain(section => section.Text.Length > 0);
        before.Claims.ShouldNotBeEmpty();
        report.Sections.ShouldAllBe(section => section.Text.Length == 0);
        report.Claims.ShouldAllBe(claim => claim.Sentence.Length == 0 && claim.SentenceLength > 0);
        report.CalculateSize().ShouldBeLessThan(before.CalculateSize());
        foreach (var (claim, whole) in report.Claims.Zip(before.Claims))
        {
            SentenceOf(report, claim).ShouldBe(whole.Sentence);
        }

        var sentences = before.Claims.Select(claim => claim.Sentence).Distinct().ToList();
        sentences.ShouldAllBe(sentence => Count(report.ToString(), sentence) == 1);
    }

    [Fact]
    public async Task Reply_TooLargeWithTheReport_SaysThatItIsLeftOut()
    {
        const int Limit = 20 * 1024;
        await using var server = await RunningServer.StartAsync(null, $"ReplyBytes={Limit}");
        await using var generous = await RunningServer.StartAsync();
        var request = Drafts.Request("a", await WarmUpReport.ReadAsync());

        var reply = await server.Client.ValidateAsync(request).ResponseAsync.InTime();
        var whole = await generous.Client.ValidateAsync(request).ResponseAsync.InTime();

        whole.CalculateSize().ShouldBeGreaterThan(Limit);
        whole.Notices.ShouldBeEmpty();
        reply.Report.ShouldBeNull();
        reply.Notices.ShouldBe([ReplyNotice.ReportOmitted]);
        reply.Findings.ShouldBe(whole.Findings);
        reply.CalculateSize().ShouldBeLessThanOrEqualTo(Limit);
    }

    [Theory]
    [InlineData(ReportWish.Unsaid)]
    [InlineData(ReportWish.Omitted)]
    [InlineData(ReportWish.Included)]
    internal void Reply_OfManyFindings_KeepsTheHeaviestAndItsVerdict(ReportWish wish)
    {
        const int Limit = 10_000;
        var reply = new ValidateReply { Verdict = Verdict.Reject, Report = new Report { Title = new string('x', Limit) } };
        var message = new string('长', 30);
        reply.Findings.AddRange(Enumerable.Range(0, 500).Select(number => new Finding { RuleId = $"{number}", Message = message }));

        ReplyShape.Shape(reply, wish, Limit);

        reply.CalculateSize().ShouldBeInRange(Limit - 200, Limit);
        reply.Verdict.ShouldBe(Verdict.Reject);
        reply.Notices.ShouldContain(ReplyNotice.FindingsOmitted);
        reply.Notices.Contains(ReplyNotice.ReportOmitted).ShouldBe(wish != ReportWish.Omitted);
        reply.Findings.Select(finding => finding.RuleId).ShouldBe(Enumerable.Range(0, reply.Findings.Count).Select(number => $"{number}"));
    }

    [Fact]
    public async Task Finding_OfVeryManyCells_IsSmall()
    {
        const string Rule = """
            - id: local-a
              title: 规则
              severity: info
              basis: 依据
              why: 原因
              assert: report.year != 2024
              cells: applications.cells
              message: 问题。
              tests:
                - {name: 错, report: {year: 2024}, findings: [{}]}
                - {name: 对, report: {year: 2023}, findings: []}
            """;
        await using var server = await RunningServer.StartSmallAsync();
        (await server.PublishAsync(Rule)).Publication.ShouldNotBeNull();
        using var content = Uploads.Raw(await WarmUpReport.ReadAsync());
        using var response = await server.Http.PostAsync(Uploads.Path + "?omit_report", content).InTime();
        var json = await response.Content.ReadAsStringAsync().InTime();
        var reply = ValidateReply.Parser.ParseJson(json);

        var cells = reply.Findings.Single(finding => finding.RuleId == "local-a").Cells;

        cells.Count.ShouldBeGreaterThan(160);
        cells.ShouldAllBe(cell => cell.Path.StartsWith("applications."));
        cells.Count(cell => cell.Row.Length > 0).ShouldBe(12);
        cells[^1].Row.ShouldNotBeEmpty();
        Encoding.UTF8.GetByteCount(json).ShouldBeLessThan(30_000);
    }

    private static string SentenceOf(Report report, Claim claim)
    {
        var passage = report.Opening.Concat(report.Sections.SelectMany(section => section.Paragraphs))
            .Where(passage => passage.Location.Ordinal <= claim.Location.Ordinal)
            .OrderBy(passage => passage.Location.Ordinal)
            .Last();
        return passage.Text.Substring(claim.SentenceStart, claim.SentenceLength);
    }

    private static int Count(string text, string part)
    {
        return (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;
    }
}
