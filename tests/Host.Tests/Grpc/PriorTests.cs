using Google.Protobuf;
using Grpc.Core;
using Validation.Server.Batches;
using Validation.Server.Grpc;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Grpc;

/// <summary>Drafts that come with last year's report.</summary>
public sealed class PriorTests
{
    [Fact]
    public async Task Validate_PriorContent_IsReadBesideTheDraft()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        var request = Drafts.Request("a", "今年");
        request.PriorContent = ByteString.CopyFromUtf8("去年");
        request.PriorFileName = "去年的.docx";

        var reply = await server.Client.ValidateAsync(request).ResponseAsync.InTime();

        reply.Provenance.Prior.FileName.ShouldBe("去年的.docx");
        (reply.Provenance.DocumentSha256, reply.Provenance.Prior.Sha256).ShouldBe((Drafts.Hash("今年"), Drafts.Hash("去年")));
    }

    [Fact]
    public async Task ValidateStream_PriorOfItsOwn_ComesToTheDraftThatNamesIt()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var batch = Batch.Open(server);
        await batch.SendAsync(Prior("p", "去年"));
        await batch.SendAsync(Drafts.Request("a", "别的"));
        await batch.SendAsync(Naming(Drafts.Request("b", "今年"), "p"));
        await batch.CompleteAsync();

        var (replies, status) = await batch.EndAsync();

        status.StatusCode.ShouldBe(StatusCode.OK);
        replies.ToDictionary(reply => reply.Id, reply => reply.Provenance.Prior?.Sha256 ?? "").ShouldBe(
            new Dictionary<string, string> { ["a"] = "", ["b"] = Drafts.Hash("去年") }, ignoreOrder: true);
        replies.Single(reply => reply.Id == "b").Provenance.Prior.FileName.ShouldBe("去年.docx");
    }

    [Fact]
    public async Task ValidateStream_BothInParts_AreJoined()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var batch = Batch.Open(server);
        var first = Prior("p", "去");
        first.Continued = true;
        await batch.SendAsync(first);
        await batch.SendAsync(Naming(Drafts.Part("a", "今"), "p"));
        await batch.SendAsync(Drafts.Request("p", "年"));
        await batch.SendAsync(Drafts.Request("a", "年"));
        await batch.CompleteAsync();

        var (replies, status) = await batch.EndAsync();

        status.StatusCode.ShouldBe(StatusCode.OK);
        var reply = replies.ShouldHaveSingleItem();
        (reply.Provenance.DocumentSha256, reply.Provenance.Prior.Sha256).ShouldBe((Drafts.Hash("今年"), Drafts.Hash("去年")));
    }

    [Fact]
    public async Task ValidateStream_PriorIsTooLarge_SpoilsNoReply()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "DocumentBytes=100");
        using var batch = Batch.Open(server);
        await batch.SendAsync(Prior("p", new string('x', 101)));
        await batch.SendAsync(Naming(Drafts.Request("a", "今年"), "p"));
        await batch.CompleteAsync();

        var (replies, status) = await batch.EndAsync();

        status.StatusCode.ShouldBe(StatusCode.OK);
        var reply = replies.ShouldHaveSingleItem();
        (reply.Verdict, reply.Provenance.Prior.Sha256).ShouldBe((Verdict.Accept, ""));
    }

    [Fact]
    public async Task ValidateStream_PriorNamedTwice_EndsAfterTheRepliesBefore()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var batch = Batch.Open(server);
        await batch.SendAsync(Prior("p", "去年"));
        await batch.SendAsync(Naming(Drafts.Request("a", "今年"), "p"));
        await batch.SendAsync(Naming(Drafts.Request("b", "今年"), "p"));
        await batch.CompleteAsync();

        var (replies, status) = await batch.EndAsync();

        replies.ShouldHaveSingleItem().Id.ShouldBe("a");
        (status.StatusCode, status.Detail).ShouldBe((StatusCode.InvalidArgument, BatchTexts.NoSuchPrior("p")));
    }

    [Fact]
    public async Task ValidateStream_PriorThatNobodyNames_IsUnfinished()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var batch = Batch.Open(server);
        await batch.SendAsync(Drafts.Request("a", "今年"));
        await batch.SendAsync(Prior("p", "去年"));
        await batch.CompleteAsync();

        var (replies, status) = await batch.EndAsync();

        replies.ShouldHaveSingleItem().Id.ShouldBe("a");
        (status.StatusCode, status.Detail).ShouldBe((StatusCode.InvalidArgument, GrpcTexts.Unfinished(1)));
    }

    [Fact]
    public async Task ValidateStream_TooManyPriors_IsResourceExhausted()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "DocumentBytes=100", "UnfinishedBytes=150");
        using var batch = Batch.Open(server);
        await batch.SendAsync(Prior("p", new string('x', 80)));
        await batch.SendAsync(Prior("q", new string('x', 80)));

        var (_, status) = await batch.EndAsync();

        (status.StatusCode, status.Detail).ShouldBe((StatusCode.ResourceExhausted, BatchTexts.TooManyUnfinishedBytes(150)));
    }

    [Fact]
    public async Task Http_FormWithPrior_IsReadBesideTheDraft()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var form = Uploads.Form(
        [
            ("form-data; name=\"prior\"; filename=\"去年.txt\"", "去年"), ("form-data; name=\"file\"; filename=\"今年.txt\"", "今年"),
        ]);

        var reply = await server.Http.CheckAsync(form, "?without_archive");

        reply.FileName.ShouldBe("今年.txt");
        (reply.Provenance.DocumentSha256, reply.Provenance.Prior.Sha256).ShouldBe((Drafts.Hash("今年"), Drafts.Hash("去年")));
        reply.Provenance.Prior.FileName.ShouldBe("去年.txt");
    }

    [Fact]
    public async Task Validate_RealReports_AreComparedByTheEngine()
    {
        await using var server = await RunningServer.StartAsync();
        var report = await WarmUpReport.ReadAsync();
        var request = Drafts.Request("a", report);
        request.PriorContent = ByteString.CopyFromUtf8(report.Replace("2024", "2023", StringComparison.Ordinal));

        var reply = await server.Client.ValidateAsync(request).ResponseAsync.InTime();

        reply.Provenance.Prior.Year.ShouldBe(reply.Report.Year - 1);
        reply.Provenance.Prior.Sha256.ShouldBe(Drafts.Hash(request.PriorContent.ToStringUtf8()));
        reply.Provenance.NotEvaluated.ShouldNotContain(rule => rule.RuleId == "x-carry");
    }

    [Fact]
    public async Task Validate_PriorIsNoReport_RepliesSaysWhyItIsNotCompared()
    {
        await using var server = await RunningServer.StartAsync();
        var request = Drafts.Request("a", await WarmUpReport.ReadAsync());
        request.PriorContent = ByteString.CopyFromUtf8("今天天气很好，适合出门散步。");

        var reply = await server.Client.ValidateAsync(request).ResponseAsync.InTime();

        reply.Provenance.Prior.ShouldBeNull();
        reply.Provenance.NotEvaluated.Single(rule => rule.RuleId == "x-carry").Reason.ShouldStartWith("所附的上年报告没有读出来：");
    }

    private static ValidateRequest Prior(string id, string text)
    {
        var request = Drafts.Request(id, text);
        (request.Use, request.FileName) = (DraftUse.Prior, "去年.docx");
        return request;
    }

    private static ValidateRequest Naming(ValidateRequest request, string prior)
    {
        request.PriorId = prior;
        return request;
    }
}
