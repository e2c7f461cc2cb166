using Microsoft.Extensions.DependencyInjection;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Publishing;

public sealed class TrialTests
{
    [Fact]
    public async Task Trial_UntilItsEnd_NeverChangesTheVerdictAndThenCounts()
    {
        var time = MovableTime.AtNoon();
        await using var server = await RunningServer.StartWithAsync(services => services.AddSingleton<TimeProvider>(time));
        var report = await WarmUpReport.ReadAsync(1);
        var before = await server.CheckAsync(report);
        var today = DateOnly.FromDateTime(time.GetUtcNow().DateTime);
        await server.PublishAsync(TestRules.Finding("local-a", more: $"trial: {today.AddDays(10):yyyy-MM-dd}"));
        var version = (await server.StatusAsync()).Version;
        using var watch = server.Admin.Watch(new WatchRequest { KnownVersion = version });

        var on = await server.CheckAsync(report);
        time.MoveOn(TimeSpan.FromDays(10));
        var lastDay = await server.CheckAsync(report);
        time.MoveOn(TimeSpan.FromDays(1));
        var after = $"{version}@{today.AddDays(11):yyyy-MM-dd}";
        await server.ReachesAsync(after);
        var over = await server.CheckAsync(report);

        on.Verdict.ShouldBe(before.Verdict);
        on.Findings.ShouldContain(finding => finding.RuleId == "local-a" && finding.RuleSeverity == Level.Error);
        on.Provenance.RuleSetVersion.ShouldBe(version);
        lastDay.Findings.ShouldBe(on.Findings);
        over.Verdict.ShouldBe(Verdict.Reject);
        over.Provenance.RuleSetVersion.ShouldBe(after);
        over.Findings.Single(finding => finding.RuleId == "local-a").Severity.ShouldBe(Level.Error);
        do
        {
            (await watch.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeTrue();
        }
        while (watch.ResponseStream.Current.Version != after);

        // What a client saw is what it may expect.
        (await server.PublishAsync(TestRules.Finding("local-b"))).Publication.PreviousVersion.ShouldBe(version);
    }

    [Fact]
    public async Task Trial_OverAtTheStart_HasTheSameVersionAsOnAServerThatSawItEnd()
    {
        var time = MovableTime.AtNoon();
        using var folder = new TemporaryFolder();
        var today = DateOnly.FromDateTime(time.GetUtcNow().DateTime);
        var option = $"DataFolder={folder.PathOf("data")}";
        var expected = "";
        await using (var server = await RunningServer.StartWithAsync(services => services.AddSingleton<TimeProvider>(time), option))
        {
            await server.PublishAsync(
                TestRules.Finding("local-a", more: $"trial: {today.AddDays(5):yyyy-MM-dd}"),
                TestRules.Finding("local-b", more: $"trial: {today.AddDays(20):yyyy-MM-dd}"),
                TestRules.Finding("local-c", more: $"trial: {today.AddDays(30):yyyy-MM-dd}"));
            expected = $"{(await server.StatusAsync()).Version}@{today.AddDays(21):yyyy-MM-dd}";
        }

        time.MoveOn(TimeSpan.FromDays(25));
        await using var later = await RunningServer.StartWithAsync(services => services.AddSingleton<TimeProvider>(time), option);

        (await later.StatusAsync()).Version.ShouldBe(expected);
        (await later.Admin.GetRuleSetAsync(new GetRuleSetRequest { Version = expected }).ResponseAsync.InTime()).Version.ShouldBe(expected);
    }
}
