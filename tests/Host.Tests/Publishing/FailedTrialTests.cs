using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;
using Action = Validation.V1.Publication.Types.Action;

namespace Validation.Server.Tests.Publishing;

/// <summary>What publishing makes of candidates that failed on trial, and of those that change nothing; and the history of it.</summary>
public sealed class FailedTrialTests
{
    private static readonly RuleOverlay Failing = TestRules.Overlay(TestRules.Failing("local-a"));

    [Fact]
    public async Task Publish_AfterItsRulesFailedOnTrial_NeedsForceAndSaysSoInTheHistory()
    {
        await using var server = await RunningServer.StartSmallAsync();
        var version = (await server.StatusAsync()).Version;

        var tried = await TryAsync(server, Failing);
        var refused = await Administration.RefusedAsync(server.Admin.PublishAsync(Administration.Request(Failing, version)));
        var request = Administration.Request(Failing, version);
        request.Force = true;
        var forced = await server.Admin.PublishAsync(request).ResponseAsync.InTime();

        tried.RuleFailures.ShouldHaveSingleItem().ShouldBe(
            new RuleFailure { RuleId = "local-a", Message = "除数是 0", Severity = Level.Error });
        tried.VerdictAfter.ShouldBe(Verdict.NotDecided);
        refused.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        refused.Detail.ShouldContain("规则“local-a”在年报上运行出错：除数是 0");
        forced.Publication.Version.ShouldBe($"{version}+1");
        forced.Publication.Reason.ShouldBe("测试（强制发布：试运行时规则“local-a”运行出错）");
        (await server.HistoryAsync()).Entries.Select(entry => entry.Action).ShouldBe([Action.Published, Action.Refused]);
    }

    [Fact]
    public async Task Publish_OfAnotherCandidateThanTheOneThatFailed_NeedsNoForce()
    {
        await using var server = await RunningServer.StartSmallAsync();

        await TryAsync(server, Failing);

        (await server.PublishAsync(TestRules.Finding("local-b"))).Publication.ShouldNotBeNull();
    }

    [Fact]
    public async Task Publish_OfTheSameContent_MakesNoVersion()
    {
        await using var server = await RunningServer.StartSmallAsync();
        await server.PublishAsync(TestRules.Finding("local-a"));
        var before = await server.StatusAsync();

        var again = await server.PublishAsync(TestRules.Finding("local-a"));
        var back = await server.RollbackAsync(before.Version);

        again.ShouldBe(new PublishReply { Unchanged = true });
        back.Unchanged.ShouldBeTrue();
        (await server.StatusAsync()).Version.ShouldBe(before.Version);
        (await server.HistoryAsync()).Entries.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task History_Filtered_HoldsWhatWasAskedFor()
    {
        await using var server = await RunningServer.StartSmallAsync();
        var national = (await server.StatusAsync()).Version;
        var first = (await server.PublishAsync(TestRules.Finding("local-a"))).Publication;
        await server.PublishAsync("x");
        await server.RollbackAsync(national);
        var later = Timestamp.FromDateTimeOffset(first.At.ToDateTimeOffset().AddDays(1));

        (await ActionsAsync(server, new HistoryRequest { Person = "张三" })).ShouldBe([Action.Refused, Action.Published]);
        (await ActionsAsync(server, new HistoryRequest { Person = "李" })).ShouldBe([Action.RolledBack]);
        (await ActionsAsync(server, new HistoryRequest { Action = Action.Refused })).ShouldBe([Action.Refused]);
        (await ActionsAsync(server, new HistoryRequest { Since = first.At, Limit = 2 })).ShouldBe([Action.RolledBack, Action.Refused]);
        (await ActionsAsync(server, new HistoryRequest { Since = later })).ShouldBeEmpty();
        (await ActionsAsync(server, new HistoryRequest { Until = first.At })).ShouldBeEmpty();
        (await ActionsAsync(server, new HistoryRequest { Until = later })).Count.ShouldBe(3);
    }

    private static async Task<IReadOnlyList<Action>> ActionsAsync(RunningServer server, HistoryRequest request)
    {
        var reply = await server.Admin.HistoryAsync(request).ResponseAsync.InTime();
        return [.. reply.Entries.Select(entry => entry.Action)];
    }

    private static async Task<TryReply> TryAsync(RunningServer server, RuleOverlay candidate)
    {
        using var call = server.Admin.Try();
        await call.RequestStream.WriteAsync(new TryRequest { Candidate = candidate }).InTime();
        var draft = new ValidateRequest { Id = "a", Content = ByteString.CopyFromUtf8(await WarmUpReport.ReadAsync(1)) };
        await call.RequestStream.WriteAsync(new TryRequest { Draft = draft }).InTime();
        await call.RequestStream.CompleteAsync().InTime();
        (await call.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeTrue();
        return call.ResponseStream.Current;
    }
}
