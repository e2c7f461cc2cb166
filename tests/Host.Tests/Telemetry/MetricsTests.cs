using System.Net;
using Grpc.Core;
using Validation.Server.Access;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.Server.Telemetry;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Telemetry;

[Collection(AloneTests.Name)]
public sealed class MetricsTests
{
    private const string Scraped = "Telemetry:Prometheus=true";

    [Fact]
    public async Task Metrics_NotAskedFor_AreNotFound()
    {
        await using var server = await RunningServer.StartSmallAsync();

        using var response = await server.Http.GetAsync(TelemetryServices.MetricsPath).InTime();

        await response.ShouldBeAsync(ProblemCode.NotFound);
    }

    [Fact]
    public async Task Checks_OfEveryOutcome_AreCountedByVerdictFormatRuleAndKind()
    {
        await using var server = await RunningServer.StartSmallAsync(Scraped);
        await server.PublishAsync(TestRules.Finding("local-a", severity: "warning"), TestRules.FailingOn("local-b", "坏字"));
        var report = await WarmUpReport.ReadAsync();

        await server.CheckAsync(report);
        await server.CheckAsync(report);
        var failed = await server.CheckAsync(report + "\n坏字\n");
        await server.CheckAsync("没有表格的文字");

        failed.Reason.ShouldBe(Reason.RuleFailed);
        var scrape = await server.ScrapeAsync();
        const string Checks = "validation_checks_total";
        const string Address = "principal_kind=\"address\"";
        Figures.Sum(scrape, Checks, Address).ShouldBe(4);
        Figures.Sum(scrape, Checks, "format=\"txt\"", "verdict=\"not_decided\"", "reason=\"rule_failed\"").ShouldBe(1);
        Figures.Sum(scrape, Checks, "verdict=\"not_decided\"", "reason=\"not_a_report\"").ShouldBe(1);
        Figures.Sum(scrape, "validation_check_duration_seconds_count", "format=\"txt\"").ShouldBe(4);
        Figures.Sum(scrape, "validation_check_wait_seconds_count", "lane=\"quick\"").ShouldBe(4);
        Figures.Sum(scrape, "validation_findings_total", "rule=\"local-a\"").ShouldBe(3);
        Figures.Sum(scrape, "validation_rule_failures_total", "rule=\"local-b\"").ShouldBe(1);
        Figures.Sum(scrape, "validation_rules_revision").ShouldBe(1);
        Figures.Sum(scrape, "validation_ready").ShouldBe(1);
        Figures.Sum(scrape, "validation_rules_info", $"version=\"{(await server.StatusAsync()).Version}\"").ShouldBe(1);
    }

    [Fact]
    public async Task Calls_Refused_AreCountedByDoorAndReason()
    {
        await using var server = await RunningServer.StartSmallAsync(Scraped);
        (await Administration.RefusedAsync(server.Admin.PublishAsync(new PublishRequest()))).StatusCode
            .ShouldBe(StatusCode.InvalidArgument);
        using var missing = await server.Http.GetAsync("/nowhere").InTime();
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var scrape = await server.ScrapeAsync();

        Figures.Sum(scrape, "validation_refusals_total", "door=\"grpc\"", "reason=\"invalid_argument\"").ShouldBe(1);
        Figures.Sum(scrape, "validation_refusals_total", "door=\"http\"", "reason=\"not_found\"").ShouldBe(1);
    }

    /// <summary>What an outsider may read holds nothing of the documents and nothing of those who sent them.</summary>
    [Fact]
    public async Task Scrape_AfterChecks_HoldsNoTextNoFileNameAndNoAddress()
    {
        await using var server = await RunningServer.StartSmallAsync(Scraped);
        await server.Client.ValidateAsync(new ValidateRequest { Id = "编号甲", FileName = "机密.txt" }).ResponseAsync.InTime();
        await server.CheckAsync(await WarmUpReport.ReadAsync());

        var scrape = await server.ScrapeAsync();

        Figures.Sum(scrape, "validation_checks_total").ShouldBe(2);
        scrape.ShouldNotContain("机密");
        scrape.ShouldNotContain("编号甲");
        // ASP.NET names the address that it listens on.
        scrape.Split('\n').Where(line => line.StartsWith("validation_", StringComparison.Ordinal))
            .ShouldAllBe(line => !line.Contains("127.0.0.1"));
        scrape.ShouldNotContain("政府信息");
    }

    [Theory]
    [InlineData(0, new[] { "", "", "" })]
    [InlineData(2, new[] { "CN=甲", "CN=乙", "other" })]
    public void Principals_MoreThanAreNamed_AreCountedTogether(int most, string[] expected)
    {
        var tags = new PrincipalTags(new ServerOptions { Telemetry = new TelemetryOptions { Principals = most } });

        var names = new[] { "CN=甲", "CN=乙", "CN=丙" }.Select(name => Tag(tags, new Principal(PrincipalKind.Certificate, name))).ToList();

        names.ShouldBe(expected);
        Tag(tags, new Principal(PrincipalKind.Certificate, "CN=甲")).ShouldBe(expected[0]);
        Tag(tags, new Principal(PrincipalKind.Address, "10.0.0.1")).ShouldBe("");
    }

    private static string Tag(PrincipalTags tags, Principal principal)
    {
        var list = default(System.Diagnostics.TagList);
        tags.AddTo(ref list, principal);
        return list.FirstOrDefault(tag => tag.Key == "principal").Value as string ?? "";
    }
}
