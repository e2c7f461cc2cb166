using System.Text.Json;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Checks;

/// <summary>Replies say which rules were not evaluated, and put errors first.</summary>
public sealed class UnevaluatedRulesTests
{
    private const string Waiting =
        "- {id: local-w, title: 与上年的比较, severity: info, basis: 依据, why: 原因, waits-for: 上年报告}";

    private const string Later =
        "- {id: local-y, title: 新的, severity: error, basis: 依据, why: 原因, since: 2100, assert: report.year < 2100, message: 问题, " +
        "tests: [{name: 对, report: {year: 2024}, findings: []}, {name: 错, report: {year: 2100}, findings: [{}]}]}";

    [Fact]
    public async Task Validate_RulesNotEvaluated_AreInTheProvenanceOverGrpcAndHttp()
    {
        await using var server = await RunningServer.StartAsync();
        var published = await server.PublishAsync(Waiting, Later);
        published.Publication.ShouldNotBeNull();
        var report = await WarmUpReport.ReadAsync(1);

        var reply = await server.CheckAsync(report);
        using var content = Uploads.Raw(report);
        using var response = await server.Http.PostAsync(Uploads.Path, content).InTime();
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync().InTime());

        var waiting = new UnevaluatedRule { RuleId = "local-w", Title = "与上年的比较", Reason = "缺上年报告" };
        reply.Provenance.NotEvaluated.ShouldContain(waiting);
        reply.Provenance.NotEvaluated.Single(rule => rule.RuleId == "local-y").Reason.ShouldBe("只适用于 2100 年起的报告");
        reply.Findings.ShouldNotContain(finding => finding.RuleId.StartsWith("local-"));
        var listed = json.RootElement.GetProperty("provenance").GetProperty("not_evaluated").EnumerateArray();
        listed.Select(rule => $"{rule.GetProperty("rule_id")} {rule.GetProperty("title")} {rule.GetProperty("reason")}")
            .ShouldBe(reply.Provenance.NotEvaluated.Select(rule => $"{rule.RuleId} {rule.Title} {rule.Reason}"));
    }

    [Fact]
    public async Task Validate_ManyTimes_FindingsAreEqualByteByByteAndErrorsFirst()
    {
        await using var server = await RunningServer.StartAsync();
        await server.PublishAsync(TestRules.Finding("local-e"), TestRules.Finding("local-t", more: "trial: 2100-01-01"));
        var report = await WarmUpReport.ReadAsync(1);

        var first = await server.CheckAsync(report);
        using var content = Uploads.Raw(report);
        var overHttp = await server.Http.CheckAsync(content);

        first.Findings.Select(finding => (int)finding.Severity).ShouldBeInOrder(SortDirection.Descending);
        first.Findings.ShouldContain(finding => finding.RuleId == "local-t" && finding.Severity == Level.Info);
        (await server.CheckAsync(report)).Timeless().ShouldBe(first.Timeless());
        overHttp.Findings.ShouldBe(first.Findings);
    }
}
