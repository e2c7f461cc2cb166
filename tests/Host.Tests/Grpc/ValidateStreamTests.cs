using System.Globalization;
using Grpc.Core;
using Validation.Server.Batches;
using Validation.Server.Checks;
using Validation.Server.Grpc;
using Validation.Server.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Grpc;

public sealed class ValidateStreamTests
{
    [Fact]
    public async Task ValidateStream_Empty_EndsWithoutReplies()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var batch = Batch.Open(server);
        await batch.CompleteAsync();

        var (replies, status) = await batch.EndAsync();

        replies.ShouldBeEmpty();
        status.StatusCode.ShouldBe(StatusCode.OK);
    }

    [Fact]
    public async Task ValidateStream_OneAfterTheOther_EachIsAnsweredAtOnce()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var batch = Batch.Open(server);

        for (var turn = 0; turn < 5; turn++)
        {
            var id = turn.ToString(CultureInfo.InvariantCulture);
            await batch.SendAsync(Drafts.Request(id, $"草稿{id}"));
            var reply = await batch.NextAsync();
            reply!.Id.ShouldBe(id);
            reply.Provenance.DocumentSha256.ShouldBe(Drafts.Hash($"草稿{id}"));
        }

        await batch.CompleteAsync();
        (await batch.EndAsync()).Status.StatusCode.ShouldBe(StatusCode.OK);
    }

    [Fact]
    public async Task ValidateStream_InterleavedParts_AreJoinedById()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var batch = Batch.Open(server);
        var named = Drafts.Part("a", "一");
        named.FileName = "甲.txt";
#pragma warning disable CS0612 // What clients of version 0.2.0 say.
        named.OmitReport = true;
#pragma warning restore CS0612

        await batch.SendAsync(named);
        await batch.SendAsync(Drafts.Part("b", "四"));
        await batch.SendAsync(Drafts.Request("c", "七"));
        await batch.SendAsync(Drafts.Part("a", "二"));
        await batch.SendAsync(Drafts.Request("b", "五"));
        await batch.SendAsync(Drafts.Request("a", "三"));
        await batch.CompleteAsync();

        var (replies, status) = await batch.EndAsync();
        status.StatusCode.ShouldBe(StatusCode.OK);
        replies.ToDictionary(reply => reply.Id, reply => reply.Provenance.DocumentSha256).ShouldBe(
            new Dictionary<string, string> { ["a"] = Drafts.Hash("一二三"), ["b"] = Drafts.Hash("四五"), ["c"] = Drafts.Hash("七") },
            ignoreOrder: true);
        var joined = replies.Single(reply => reply.Id == "a");
        joined.FileName.ShouldBe("甲.txt");
        joined.Report.ShouldBeNull();
    }

    [Fact]
    public async Task ValidateStream_ManyDrafts_EachGetsOneReply()
    {
        const int Many = 500;
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var batch = Batch.Open(server);
        var end = batch.EndAsync();
        for (var number = 0; number < Many; number++)
        {
            await batch.SendAsync(Drafts.Request(number.ToString(CultureInfo.InvariantCulture), $"草稿{number}"));
        }

        await batch.CompleteAsync();
        var (replies, status) = await end;

        status.StatusCode.ShouldBe(StatusCode.OK);
        replies.Count.ShouldBe(Many);
        replies.ShouldAllBe(reply => reply.Provenance.DocumentSha256 == Drafts.Hash($"草稿{reply.Id}"));
        replies.Select(reply => reply.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task ValidateStream_BadOneAmongGood_SpoilsOnlyItsOwnReply()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        server.ExpectedErrors.Add(nameof(CheckLog.CheckFailed));
        using var batch = Batch.Open(server);
        await batch.SendAsync(Drafts.Request("good", "草稿"));
        await batch.SendAsync(Drafts.Request("bad", FakeCheck.Broken));
        await batch.SendAsync(Drafts.Request("better", "草稿"));
        await batch.CompleteAsync();

        var (replies, status) = await batch.EndAsync();

        status.StatusCode.ShouldBe(StatusCode.OK);
        replies.Count.ShouldBe(3);
        replies.ShouldAllBe(reply => reply.Reason == (reply.Id == "bad" ? Reason.ReaderFailed : Reason.Unspecified));
    }

    [Theory]
    [InlineData(99, Reason.Unspecified)]
    [InlineData(100, Reason.Unspecified)]
    [InlineData(101, Reason.DocumentTooLarge)]
    public async Task ValidateStream_AroundTheDocumentLimit_IsReadUpToIt(int bytes, Reason reason)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "DocumentBytes=100", "UnfinishedBytes=100");
        using var batch = Batch.Open(server);
        await batch.SendAsync(Drafts.Part("a", new string('x', 60)));
        await batch.SendAsync(Drafts.Request("a", new string('x', bytes - 60)));
        await batch.SendAsync(Drafts.Request("b", bytes));
        await batch.CompleteAsync();

        var (replies, status) = await batch.EndAsync();

        status.StatusCode.ShouldBe(StatusCode.OK);
        replies.Count.ShouldBe(2);
        replies.ShouldAllBe(reply => reply.Reason == reason);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, true)]
    [InlineData(64 * 1024, true)]
    [InlineData((64 * 1024) + 200, false)]
    public async Task ValidateStream_MessageAroundItsLimit_IsAnsweredOrEndsTheCall(int bytes, bool taken)
    {
        const int Limit = (64 * 1024) + 100;
        await using var server = await RunningServer.StartAsync(
            new FakeCheck(), "DocumentBytes=100", "UnfinishedBytes=100", "MessageBytes=1024");
        using var batch = Batch.Open(server);
        await batch.SendAsync(Drafts.Request("before", "草稿"));
        await batch.SendAsync(Drafts.Request("a", bytes));
        await batch.CompleteAsync();

        var (replies, end) = await batch.RefusedAsync();

        replies.ShouldContain(reply => reply.Id == "before" && reply.Verdict == Verdict.Accept);
        if (taken)
        {
            end.ShouldBeNull();
            var reply = replies.Single(reply => reply.Id == "a");
            reply.Reason.ShouldBe(bytes > 100 ? Reason.DocumentTooLarge : Reason.Unspecified);
        }
        else
        {
            end!.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
            end.Status.Detail.ShouldBe(GrpcTexts.MessageTooLarge(Limit));
            end.Info().Reason.ShouldBe("TOO_LARGE");
        }
    }

    [Fact]
    public async Task ValidateStream_MessageTooLarge_LeavesTheDraftsAtHandTheirAnswers()
    {
        var check = new FakeCheck();
        check.Close();
        await using var server = await RunningServer.StartAsync(check, "DocumentBytes=100", "UnfinishedBytes=100", "MessageBytes=1024");
        using var batch = Batch.Open(server);
        await batch.SendAsync(Drafts.Request("a", "草稿"));
        await check.EnteredAsync();
        await batch.SendAsync(Drafts.Request("b", 100_000));
        await Task.Delay(200);
        check.Open();

        var (replies, end) = await batch.RefusedAsync();

        replies.ShouldHaveSingleItem().Id.ShouldBe("a");
        end!.Info().Reason.ShouldBe("TOO_LARGE");
    }

    [Fact]
    public async Task ValidateStream_TooLarge_IsAnsweredAtOnceAndTheRestThrownAway()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "DocumentBytes=100");
        using var batch = Batch.Open(server);
        await batch.SendAsync(Drafts.Part("a", new string('x', 60)));
        await batch.SendAsync(Drafts.Part("a", new string('x', 60)));
        (await batch.NextAsync())!.Reason.ShouldBe(Reason.DocumentTooLarge);

        await batch.SendAsync(Drafts.Part("a", new string('x', 60)));
        await batch.SendAsync(Drafts.Request("b", "草稿"));
        (await batch.NextAsync())!.Id.ShouldBe("b");

        await batch.SendAsync(Drafts.Request("a", "x"));
        await batch.SendAsync(Drafts.Request("a", "草稿"));
        var again = await batch.NextAsync();
        again!.Id.ShouldBe("a");
        again.Verdict.ShouldBe(Verdict.Accept);

        await batch.CompleteAsync();
        (await batch.EndAsync()).Status.StatusCode.ShouldBe(StatusCode.OK);
    }

    [Fact]
    public async Task ValidateStream_EndsTooEarly_IsInvalidArgumentAfterTheOtherReplies()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var batch = Batch.Open(server);
        await batch.SendAsync(Drafts.Part("a", "一"));
        await batch.SendAsync(Drafts.Request("b", "草稿"));
        await batch.CompleteAsync();

        var (replies, status) = await batch.EndAsync();

        replies.ShouldHaveSingleItem().Id.ShouldBe("b");
        status.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        status.Detail.ShouldBe(GrpcTexts.Unfinished(1));
    }

    [Fact]
    public async Task ValidateStream_TooManyUnfinishedBytes_IsResourceExhausted()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "DocumentBytes=100", "UnfinishedBytes=150");
        using var batch = Batch.Open(server);
        await batch.SendAsync(Drafts.Part("a", new string('x', 90)));
        await batch.SendAsync(Drafts.Part("b", new string('x', 90)));

        var (replies, status) = await batch.EndAsync();

        replies.ShouldBeEmpty();
        status.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        status.Detail.ShouldBe(BatchTexts.TooManyUnfinishedBytes(150));
    }

    [Fact]
    public async Task ValidateStream_TooManyUnfinishedDocuments_IsResourceExhausted()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "UnfinishedDocuments=2");
        using var batch = Batch.Open(server);
        foreach (var id in new[] { "a", "b", "c" })
        {
            await batch.SendAsync(Drafts.Part(id, ""));
        }

        var (_, status) = await batch.EndAsync();

        status.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        status.Detail.ShouldBe(BatchTexts.TooManyUnfinishedDocuments(2));
    }

    [Fact]
    public async Task ValidateStream_Cancelled_FreesTheWorkers()
    {
        var check = new FakeCheck();
        check.Close();
        await using var server = await RunningServer.StartAsync(check, "ConcurrentDocuments=2");
        using var cancel = new CancellationTokenSource();
        using var batch = Batch.Open(server, cancel.Token);
        await batch.SendAsync(Drafts.Request("a", "草稿"));
        await batch.SendAsync(Drafts.Request("b", "草稿"));
        await check.EnteredAsync();
        await check.EnteredAsync();

        await cancel.CancelAsync();

        await check.LeftAsync();
        await check.LeftAsync();
        (await batch.EndAsync()).Status.StatusCode.ShouldBe(StatusCode.Cancelled);
    }
}
