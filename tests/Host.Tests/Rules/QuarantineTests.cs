using Grpc.Health.V1;
using Validation.Server.Health;
using Validation.Server.Rules;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Validation.Server.Tests.Rules;

public sealed class QuarantineTests
{
    [Theory]
    [InlineData("error", Verdict.NotDecided)]
    [InlineData("info", Verdict.Accept)]
    public async Task Rule_FailedOnThreeDocuments_IsNotEvaluatedUntilTheNextVersion(string severity, Verdict after)
    {
        await using var server = await RunningServer.StartSmallAsync();
        await server.PublishAsync(TestRules.Failing("local-a", severity));
        (await HealthAsync(server, HealthReporter.Rules)).ShouldBe(ServingStatus.Serving);

        await server.CheckAsync(await WarmUpReport.ReadAsync(0));
        await server.CheckAsync(await WarmUpReport.ReadAsync(1));
        await server.CheckAsync(await WarmUpReport.ReadAsync(1));
        (await server.StatusAsync()).Quarantined.ShouldBeEmpty();
        var third = await server.CheckAsync(await WarmUpReport.ReadAsync(2));
        third.Verdict.ShouldBe(Verdict.NotDecided);

        (await server.StatusAsync()).Quarantined.ShouldHaveSingleItem().RuleId.ShouldBe("local-a");
        (await HealthAsync(server, HealthReporter.Rules)).ShouldBe(ServingStatus.NotServing);
        (await HealthAsync(server, "")).ShouldBe(ServingStatus.Serving);
        (await server.Http.GetStringAsync("/").InTime()).ShouldContain(Texts.PageQuarantined);
        server.Log.Lines.ShouldContain(line => line.EventName == nameof(ServerLog.Quarantined));
        var fourth = await server.CheckAsync(await WarmUpReport.ReadAsync(3));
        fourth.RuleFailures.ShouldHaveSingleItem().RuleId.ShouldBe("local-a");
        fourth.Verdict.ShouldBe(after);

        await server.PublishAsync(TestRules.Finding("local-a", severity: severity));
        (await server.StatusAsync()).Quarantined.ShouldBeEmpty();
        (await HealthAsync(server, HealthReporter.Rules)).ShouldBe(ServingStatus.Serving);
        (await server.CheckAsync(await WarmUpReport.ReadAsync(3))).Findings.ShouldContain(finding => finding.RuleId == "local-a");
    }

    [Fact]
    public async Task Rules_HealthWatched_TellsOfQuarantineAndOfItsEnd()
    {
        await using var server = await RunningServer.StartSmallAsync();
        await server.PublishAsync(TestRules.Failing("local-a"));
        using var watch = server.Health.Watch(new HealthCheckRequest { Service = HealthReporter.Rules });
        (await NextAsync()).ShouldBe(ServingStatus.Serving);

        for (var number = 0; number < FailureCount.Documents; number++)
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

    private static async Task<ServingStatus> HealthAsync(RunningServer server, string service)
    {
        return (await server.Health.CheckAsync(new HealthCheckRequest { Service = service }).ResponseAsync.InTime()).Status;
    }
}
