using Grpc.Core;
using Validation.Runtime.Tests.Support;

namespace Validation.Runtime.Tests;

public sealed class CallKindTests
{
    [Fact]
    public async Task Unary_EchoingServer_ReplyComesBack()
    {
        await using var server = await ProbeServer.StartAsync();

        var pong = await server.Client().UnaryAsync(new Ping { Number = 7, Text = "年报" }).ResponseAsync.Soon();

        pong.Number.ShouldBe(7);
        pong.Text.ShouldBe("年报");
    }

    [Fact]
    public async Task BlockingUnary_EchoingServer_ReplyComesBack()
    {
        await using var server = await ProbeServer.StartAsync();
        var client = server.Client();

        var pong = await Task.Run(() => client.Unary(new Ping { Number = 7 })).Soon();

        pong.Number.ShouldBe(7);
    }

    [Fact]
    public async Task ClientStreaming_SeveralRequests_OneReply()
    {
        await using var server = await ProbeServer.StartAsync();
        using var call = server.Client().Collect();

        foreach (var size in new[] { 27182, 8, 1828, 45904 })
        {
            await call.RequestStream.WriteAsync(new Ping { Number = size }).Soon();
        }

        await call.RequestStream.CompleteAsync().Soon();
        (await call.ResponseAsync.Soon()).Number.ShouldBe(74922);
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }

    [Fact]
    public async Task ServerStreaming_OneRequest_AllReplies()
    {
        await using var server = await ProbeServer.StartAsync();
        using var call = server.Client().Expand(new Ping { Number = 5 });

        var numbers = new List<int>();
        while (await call.ResponseStream.MoveNext(CancellationToken.None).Soon())
        {
            numbers.Add(call.ResponseStream.Current.Number);
        }

        numbers.ShouldBe([0, 1, 2, 3, 4]);
        call.GetStatus().ShouldBe(Status.DefaultSuccess);
    }

    [Fact]
    public async Task Duplex_PingPong_EachReplyBeforeTheNextRequest()
    {
        await using var server = await ProbeServer.StartAsync();
        using var call = server.Client().Chat();

        for (var i = 0; i < 10; i++)
        {
            await call.RequestStream.WriteAsync(new Ping { Number = i }).Soon();
            (await call.ResponseStream.MoveNext(CancellationToken.None).Soon()).ShouldBeTrue();
            call.ResponseStream.Current.Number.ShouldBe(i);
        }

        await call.RequestStream.CompleteAsync().Soon();
        (await call.ResponseStream.MoveNext(CancellationToken.None).Soon()).ShouldBeFalse();
    }

    [Fact]
    public async Task Duplex_NoMessages_EndsWithSuccess()
    {
        await using var server = await ProbeServer.StartAsync();
        using var call = server.Client().Chat();

        await call.RequestStream.CompleteAsync().Soon();

        (await call.ResponseStream.MoveNext(CancellationToken.None).Soon()).ShouldBeFalse();
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }
}
