using Grpc.Core;
using Validation.Server.Checks;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Admission;

public sealed class BusyTests
{
    [Fact]
    public async Task Validate_OwnRoomTaken_IsResourceExhaustedAndSaysWhenToComeBack()
    {
        var check = new FakeCheck();
        check.Close();
        await using var server = await RunningServer.StartAsync(check, "ConcurrentDocuments=1", "QueuedDocuments=0");
        var running = server.Client.ValidateAsync(Drafts.Request("a", "草稿")).ResponseAsync;
        await check.EnteredAsync();

        var refusal = await Should.ThrowAsync<RpcException>(server.Client.ValidateAsync(Drafts.Request("b", "草稿")).ResponseAsync.InTime());
        check.Open();

        refusal.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        refusal.Status.Detail.ShouldBe(CheckTexts.TooManyWaiting);
        refusal.Trailers.GetValue("grpc-retry-pushback-ms").ShouldBe("1000");
        (await running.InTime()).Verdict.ShouldBe(Verdict.Accept);
    }

    [Fact]
    public async Task Validate_FullQueue_RefusesExactlyTheOneTooMany()
    {
        var check = new FakeCheck();
        check.Close();
        await using var server = await RunningServer.StartAsync(check, "ConcurrentDocuments=1", "QueuedDocuments=1");
        var running = server.Client.ValidateAsync(Drafts.Request("a", "草稿")).ResponseAsync;
        await check.EnteredAsync();

        var others = new[] { "b", "c" }.Select(id => server.Client.ValidateAsync(Drafts.Request(id, "草稿")).ResponseAsync).ToList();
        var refused = await Task.WhenAny(others).InTime();
        (await Should.ThrowAsync<RpcException>(refused)).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        check.Open();

        (await Task.WhenAll(others.Except([refused]).Append(running)).InTime()).ShouldAllBe(reply => reply.Verdict == Verdict.Accept);
    }

    [Fact]
    public async Task Validate_RoomAgain_IsAnswered()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "ConcurrentDocuments=1", "QueuedDocuments=0");

        for (var turn = 0; turn < 20; turn++)
        {
            (await server.Client.ValidateAsync(Drafts.Request("a", "草稿")).ResponseAsync.InTime()).Verdict.ShouldBe(Verdict.Accept);
        }
    }

    [Fact]
    public async Task ValidateStream_NoRoom_Waits()
    {
        var check = new FakeCheck();
        check.Close();
        await using var server = await RunningServer.StartAsync(check, "ConcurrentDocuments=1", "QueuedDocuments=0");
        var running = server.Client.ValidateAsync(Drafts.Request("a", "草稿")).ResponseAsync;
        await check.EnteredAsync();
        using var batch = server.Client.ValidateStream();
        await batch.RequestStream.WriteAsync(Drafts.Request("b", "草稿")).InTime();
        await batch.RequestStream.CompleteAsync().InTime();

        check.Open();

        (await batch.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeTrue();
        batch.ResponseStream.Current.Verdict.ShouldBe(Verdict.Accept);
        await running.InTime();
    }
}
