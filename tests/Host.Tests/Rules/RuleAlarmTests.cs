using Grpc.Health.V1;
using Validation.Server.Grpc;
using Validation.Server.Rules;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Validation.Server.Tests.Rules;

/// <summary>A rule that fails costs the document at hand its verdict, whoever sent it and however often; nobody else loses
/// anything.</summary>
public sealed class RuleAlarmTests
{
    private const string Word = "坏字";

    [Fact]
    public async Task Rule_FailsOnManyDrafts_OthersAreStillAccepted()
    {
        await using var server = await RunningServer.StartSmallAsync();
        await server.PublishAsync(TestRules.FailingOn("local-a", Word));
        var good = await server.CheckAsync(await WarmUpReport.ReadAsync());
        good.Verdict.ShouldBe(Verdict.Accept);

        for (var number = 0; number < 4 * FailureWindow.Documents; number++)
        {
            var bad = await server.CheckAsync(await BadAsync(number));
            (bad.Verdict, bad.Reason).ShouldBe((Verdict.NotDecided, Reason.RuleFailed));
            bad.RuleFailures.ShouldHaveSingleItem().RuleId.ShouldBe("local-a");
        }

        (await server.CheckAsync(await WarmUpReport.ReadAsync())).Timeless().ShouldBe(good.Timeless());
    }

    [Fact]
    public async Task Rule_FailsOnManyDrafts_RaisesAnAlarmUntilTheNextVersion()
    {
        await using var server = await RunningServer.StartSmallAsync();
        await server.PublishAsync(TestRules.FailingOn("local-a", Word));
        await server.CheckAsync(await WarmUpReport.ReadAsync());
        await server.CheckAsync(await BadAsync(0));
        await server.CheckAsync(await BadAsync(1));
        await server.CheckAsync(await BadAsync(1));
        (await server.StatusAsync()).Alarms.ShouldBeEmpty();

        await server.CheckAsync(await BadAsync(2));

        var alarm = (await server.StatusAsync()).Alarms.ShouldHaveSingleItem();
        (alarm.RuleId, alarm.Failed, alarm.Checks, alarm.Principals).ShouldBe(("local-a", 4, 5, 1));
        server.Log.Lines.ShouldContain(line => line.EventName == nameof(RuleLog.RuleFailsOften));
        (await server.Http.GetStringAsync("/").InTime()).ShouldContain(RuleTexts.RuleFailsOften(alarm));
        (await server.Http.GetStringAsync("/readyz").InTime()).ShouldBe($"ready\n{RuleTexts.RuleFailsOften(alarm)}\n");
        (await HealthAsync(server, HealthReporter.Rules)).ShouldBe(ServingStatus.NotServing);
        (await HealthAsync(server, "")).ShouldBe(ServingStatus.Serving);

        await server.PublishAsync(TestRules.Finding("local-a"));

        (await server.StatusAsync()).Alarms.ShouldBeEmpty();
        (await HealthAsync(server, HealthReporter.Rules)).ShouldBe(ServingStatus.Serving);
    }

    [Fact]
    public async Task Rules_HealthWatched_TellsOfAnAlarmAndOfItsEnd()
    {
        await using var server = await RunningServer.StartSmallAsync();
        await server.PublishAsync(TestRules.Failing("local-a"));
        using var watch = server.Health.Watch(new HealthCheckRequest { Service = HealthReporter.Rules });
        (await NextAsync()).ShouldBe(ServingStatus.Serving);

        for (var number = 0; number < FailureWindow.Documents; number++)
        {
            await server.CheckAsync(await WarmUpReport.ReadAsync(number));
        }

        (await NextAsync()).ShouldBe(ServingStatus.NotServing);
        await server.PublishAsync(TestRules.Finding("local-a"));
        (await NextAsync()).ShouldBe(ServingStatus.Serving);

        async Task<ServingStatus> NextAsync()
        {
            (await watch.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeTrue();
            return watch.ResponseStream.Current.Status;
        }
    }

    // The word stands in a sentence of the first section.
    private static async Task<string> BadAsync(int number)
    {
        var report = await WarmUpReport.ReadAsync(number);
        var heading = report.IndexOf("总体情况", StringComparison.Ordinal);
        var line = report.IndexOf('\n', heading);
        return report.Insert(line + 1, $"本年度{Word}。\n");
    }

    private static async Task<ServingStatus> HealthAsync(RunningServer server, string service)
    {
        return (await server.Health.CheckAsync(new HealthCheckRequest { Service = service }).ResponseAsync.InTime()).Status;
    }
}
