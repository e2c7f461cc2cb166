using Google.Protobuf;
using Grpc.Core;
using Validation.Server.Grpc;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;
using Kind = Validation.V1.RuleChange.Types.Kind;

namespace Validation.Server.Tests.Publishing;

/// <summary>Looking at candidates, which changes nothing.</summary>
public sealed class RuleDeskTests
{
    [Fact]
    public async Task Lint_Candidates_TellsProblemsOrHowManyRules()
    {
        await using var server = await RunningServer.StartSmallAsync();
        var national = (await server.Admin.LintAsync(new LintRequest()).ResponseAsync.InTime()).Rules;

        var good = new LintRequest { Candidate = TestRules.Overlay(TestRules.Finding("local-a"), TestRules.FailingItsTests("local-b")) };
        var bad = new LintRequest { Candidate = TestRules.Overlay("- id: local-a") };

        (await server.Admin.LintAsync(good).ResponseAsync.InTime()).ShouldBe(new LintReply { Rules = national + 2 });
        (await server.Admin.LintAsync(bad).ResponseAsync.InTime()).Problems.ShouldContain(problem => problem.Severity == Level.Error);
    }

    [Fact]
    public async Task Test_Candidates_TellsPassedAndFailed()
    {
        await using var server = await RunningServer.StartSmallAsync();
        var candidate = TestRules.Overlay(TestRules.Finding("local-a"), TestRules.FailingItsTests("local-b"));

        var local = await server.Admin.TestAsync(new TestRequest { Candidate = candidate }).ResponseAsync.InTime();
        var all = await server.Admin.TestAsync(new TestRequest { Candidate = candidate, IncludeNational = true }).ResponseAsync.InTime();
        var bad = await server.Admin.TestAsync(new TestRequest { Candidate = TestRules.Overlay("x") }).ResponseAsync.InTime();

        local.Passed.ShouldBe(3);
        local.Failures.ShouldHaveSingleItem().RuleId.ShouldBe("local-b");
        all.Passed.ShouldBeGreaterThanOrEqualTo(local.Passed);
        all.Failures.ShouldBe(local.Failures);
        bad.Problems.ShouldNotBeEmpty();
        (bad.Passed, bad.Failures.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Diff_CandidateAndVersions_TellsWhatDiffers()
    {
        await using var server = await RunningServer.StartSmallAsync();
        var national = (await server.StatusAsync()).Version;
        await server.PublishAsync(TestRules.Finding("local-a"), TestRules.Finding("local-b"));
        var candidate = TestRules.Overlay(TestRules.Finding("local-a", severity: "warning"), TestRules.Finding("local-c"));

        var planned = await server.Admin.DiffAsync(new DiffRequest { Candidate = candidate }).ResponseAsync.InTime();
        var versions = new DiffRequest { FromVersion = national, ToVersion = $"{national}+1" };
        var done = await server.Admin.DiffAsync(versions).ResponseAsync.InTime();
        var same = await server.Admin.DiffAsync(new DiffRequest { FromVersion = $"{national}+1", ToVersion = "" }).ResponseAsync.InTime();

        planned.Changes.Select(change => (change.RuleId, change.Kind)).ShouldBe(
            [("local-a", Kind.Changed), ("local-b", Kind.Removed), ("local-c", Kind.Added)]);
        planned.Changes[0].Keys.ShouldContain(key => key.Key == "severity");
        done.Changes.Select(change => (change.RuleId, change.Kind)).ShouldBe([("local-a", Kind.Added), ("local-b", Kind.Added)]);
        same.Changes.ShouldBeEmpty();
        (await Administration.RefusedAsync(server.Admin.DiffAsync(new DiffRequest()))).StatusCode.ShouldBe(StatusCode.InvalidArgument);
        (await Administration.RefusedAsync(server.Admin.DiffAsync(new DiffRequest { ToVersion = "x" }))).StatusCode
            .ShouldBe(StatusCode.NotFound);
    }

    [Fact]
    public async Task Try_Drafts_TellsWhatChangesForEach()
    {
        await using var server = await RunningServer.StartSmallAsync();
        await server.PublishAsync(TestRules.Finding("local-a"));
        using var call = server.Admin.Try();
        await call.RequestStream.WriteAsync(new TryRequest { Candidate = TestRules.Overlay(TestRules.Finding("local-b")) }).InTime();
        foreach (var number in new[] { 1, 2 })
        {
            var draft = Drafts.Request($"{number}", await WarmUpReport.ReadAsync(number));
            draft.FileName = "年报.txt";
            await call.RequestStream.WriteAsync(new TryRequest { Draft = draft }).InTime();
        }

        await call.RequestStream.CompleteAsync().InTime();

        var replies = await ReadAllAsync(call);
        replies.Select(reply => reply.Id).ShouldBe(["1", "2"], ignoreOrder: true);
        foreach (var reply in replies)
        {
            reply.FileName.ShouldBe("年报.txt");
            reply.Changes.Select(change => (change.Before?.RuleId, change.After?.RuleId))
                .ShouldBe([("local-a", null), (null, "local-b")], ignoreOrder: true);
            (reply.VerdictBefore, reply.VerdictAfter).ShouldBe((Verdict.Reject, Verdict.Reject));
            reply.Unchanged.ShouldBeGreaterThanOrEqualTo(0);
        }

        (await server.StatusAsync()).Version.ShouldEndWith("+1");
    }

    [Fact]
    public async Task Try_BadCandidate_TellsItsProblemsOnce()
    {
        await using var server = await RunningServer.StartSmallAsync();
        using var call = server.Admin.Try();
        await call.RequestStream.WriteAsync(new TryRequest { Candidate = TestRules.Overlay("x") }).InTime();
        await call.RequestStream.CompleteAsync().InTime();

        (await ReadAllAsync(call)).ShouldHaveSingleItem().Problems.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Try_WithoutCandidate_IsInvalid()
    {
        await using var server = await RunningServer.StartSmallAsync();
        using var call = server.Admin.Try();
        await call.RequestStream.WriteAsync(new TryRequest { Draft = new ValidateRequest() }).InTime();

        var end = await Should.ThrowAsync<RpcException>(ReadAllAsync(call));
        end.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        end.Status.Detail.ShouldBe(GrpcTexts.CandidateFirst);
    }

    [Fact]
    public async Task Explain_Rules_TellsWhyWithExamples()
    {
        await using var server = await RunningServer.StartSmallAsync();
        await server.PublishAsync(TestRules.Finding("local-a", "不该是2024年。"));

        var explained = await server.Admin.ExplainAsync(new ExplainRequest { RuleId = "local-a" }).ResponseAsync.InTime();

        explained.Rule.Id.ShouldBe("local-a");
        (explained.Why, explained.WrongMessage, explained.File, explained.Line).ShouldBe(("原因", "不该是2024年。", TestRules.FileName, 1));
        explained.Text.ShouldContain("assert: report.year != 2024");
        var json = await server.Http.GetStringAsync("/v1/rules/local-a").InTime();
        JsonParser.Default.Parse<ExplainReply>(json).ShouldBe(explained);
        (await Administration.RefusedAsync(server.Admin.ExplainAsync(new ExplainRequest { RuleId = "x" }))).StatusCode
            .ShouldBe(StatusCode.NotFound);
    }

    [Fact]
    public async Task Evaluate_Expressions_GivesValuesOrErrorsInTheirOrder()
    {
        await using var server = await RunningServer.StartSmallAsync();
        var document = ByteString.CopyFromUtf8(await WarmUpReport.ReadAsync(1));

        var three = new EvaluateRequest { Expressions = { "1 + 2", "1 / 0", "'甲'" } };
        var bare = await server.Admin.EvaluateAsync(three).ResponseAsync.InTime();
        var facts = new EvaluateRequest { Expressions = { "report.year" }, Document = document };
        var withReport = await server.Admin.EvaluateAsync(facts).ResponseAsync.InTime();
        var noReport = new EvaluateRequest { Expressions = { "1" }, Document = ByteString.CopyFromUtf8("夜里下了一场雨。") };

        bare.Values.Select(value => (value.Json, value.Type)).ShouldBe([("3", "int"), ("", ""), ("\"甲\"", "string")]);
        bare.Values[1].Error.ShouldNotBeEmpty();
        withReport.Values.ShouldHaveSingleItem().Json.ShouldBe("2024");
        (await Administration.RefusedAsync(server.Admin.EvaluateAsync(noReport))).StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Theory]
    [InlineData(1_000, 1, true)]
    [InlineData(1_001, 1, false)]
    [InlineData(1, 20_000, true)]
    [InlineData(1, 20_001, false)]
    public async Task Evaluate_AtItsLimits_IsTakenOrRefused(int count, int length, bool taken)
    {
        await using var server = await RunningServer.StartSmallAsync();
        var request = new EvaluateRequest { Expressions = { Enumerable.Repeat("1".PadRight(length), count) } };

        if (taken)
        {
            (await server.Admin.EvaluateAsync(request).ResponseAsync.InTime()).Values.Count.ShouldBe(count);
        }
        else
        {
            (await Administration.RefusedAsync(server.Admin.EvaluateAsync(request))).StatusCode.ShouldBe(StatusCode.InvalidArgument);
        }
    }

    private static async Task<List<TryReply>> ReadAllAsync(AsyncDuplexStreamingCall<TryRequest, TryReply> call)
    {
        var replies = new List<TryReply>();
        while (await call.ResponseStream.MoveNext(CancellationToken.None).InTime())
        {
            replies.Add(call.ResponseStream.Current);
        }

        return replies;
    }
}
