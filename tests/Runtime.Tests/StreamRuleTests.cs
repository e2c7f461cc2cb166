using Grpc.Core;
using Validation.Runtime.Tests.Support;

namespace Validation.Runtime.Tests;

/// <summary>What may be done with streams, and when.</summary>
public sealed class StreamRuleTests
{
    [Fact]
    public async Task GetStatus_BeforeTheEnd_Throws()
    {
        await using var server = await ProbeServer.StartAsync();
        using var call = server.Client().Chat();

        Should.Throw<InvalidOperationException>(() => call.GetStatus());
        Should.Throw<InvalidOperationException>(() => call.GetTrailers());
    }

    [Fact]
    public async Task Current_WithoutAMessage_Throws()
    {
        await using var server = await ProbeServer.StartAsync();
        using var call = server.Client().Expand(new Ping());

        Should.Throw<InvalidOperationException>(() => call.ResponseStream.Current);
        (await call.ResponseStream.MoveNext(CancellationToken.None).Soon()).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => call.ResponseStream.Current);
        (await call.ResponseStream.MoveNext(CancellationToken.None).Soon()).ShouldBeFalse();
    }

    [Fact]
    public async Task ClientWrite_AfterComplete_Throws()
    {
        await using var server = await ProbeServer.StartAsync();
        using var call = server.Client().Chat();
        await call.RequestStream.CompleteAsync().Soon();

        await Should.ThrowAsync<InvalidOperationException>(() => call.RequestStream.WriteAsync(new Ping()));
    }

    [Fact]
    public async Task ClientWrite_WhileAnotherIsUnderWay_Throws()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Chat = (_, _, context) => Task.Delay(Timeout.Infinite, context.CancellationToken);
        using var call = server.Client().Chat();
        var large = new Ping { Body = Google.Protobuf.ByteString.CopyFrom(new byte[4_000_000]) };
        var first = call.RequestStream.WriteAsync(large);

        await Should.ThrowAsync<InvalidOperationException>(() => call.RequestStream.WriteAsync(new Ping()));
        await Should.ThrowAsync<InvalidOperationException>(() => call.RequestStream.CompleteAsync());
        call.Dispose();
        (await Should.ThrowAsync<RpcException>(() => first.Soon())).StatusCode.ShouldBe(StatusCode.Cancelled);
    }

    [Fact]
    public async Task ClientRead_WhileAnotherIsUnderWay_Throws()
    {
        await using var server = await ProbeServer.StartAsync();
        using var call = server.Client().Chat();
        var first = call.ResponseStream.MoveNext(CancellationToken.None);

        await Should.ThrowAsync<InvalidOperationException>(() => call.ResponseStream.MoveNext(CancellationToken.None).Soon());

        await call.RequestStream.CompleteAsync().Soon();
        (await first.Soon()).ShouldBeFalse();
    }

    [Fact]
    public async Task ClientWrite_ItsTokenIsCancelled_TheCallIs()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Chat = (_, _, context) => Task.Delay(Timeout.Infinite, context.CancellationToken);
        using var call = server.Client().Chat();
        using var source = new CancellationTokenSource();
        var large = new Ping { Body = Google.Protobuf.ByteString.CopyFrom(new byte[4_000_000]) };
        var write = call.RequestStream.WriteAsync(large, source.Token);

        await source.CancelAsync();

        (await Should.ThrowAsync<RpcException>(() => write.Soon())).StatusCode.ShouldBe(StatusCode.Cancelled);
        call.GetStatus().StatusCode.ShouldBe(StatusCode.Cancelled);
    }

    [Fact]
    public async Task ClientWrite_ServerHasEndedTheCall_ItsStatusIsThrown()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Collect = (_, _) => throw new RpcException(new Status(StatusCode.InvalidArgument, "enough"));
        using var call = server.Client().Collect();

        var failure = await Should.ThrowAsync<RpcException>(async () =>
        {
            while (true)
            {
                await call.RequestStream.WriteAsync(new Ping { Body = Google.Protobuf.ByteString.CopyFrom(new byte[10_000]) }).Soon();
            }
        });

        failure.Status.ShouldBe(new Status(StatusCode.InvalidArgument, "enough"));
        (await Should.ThrowAsync<RpcException>(() => call.ResponseAsync.Soon())).Status.Detail.ShouldBe("enough");
    }

    [Fact]
    public async Task ServerWrite_WhileAnotherIsUnderWay_Throws()
    {
        await using var server = await ProbeServer.StartAsync();
        var second = new TaskCompletionSource<Exception?>();
        server.Methods.Expand = async (_, pongs, _) =>
        {
            // More than the client's window takes: the write waits until the client reads.
            var first = pongs.WriteAsync(new Pong { Body = Google.Protobuf.ByteString.CopyFrom(new byte[3_000_000]) });
            second.SetResult(await Record.ExceptionAsync(() => pongs.WriteAsync(new Pong())));
            await first;
        };
        using var call = server.Client().Expand(new Ping());

        (await second.Task.Soon()).ShouldBeOfType<InvalidOperationException>();
        (await call.ResponseStream.MoveNext(CancellationToken.None).Soon()).ShouldBeTrue();
        (await call.ResponseStream.MoveNext(CancellationToken.None).Soon()).ShouldBeFalse();
    }

    [Fact]
    public async Task ServerStreams_AfterTheMethodHasReturned_Throw()
    {
        await using var server = await ProbeServer.StartAsync();
        IServerStreamWriter<Pong>? pongs = null;
        IAsyncStreamReader<Ping>? pings = null;
        server.Methods.Chat = (requests, replies, _) =>
        {
            (pings, pongs) = (requests, replies);
            return Task.CompletedTask;
        };
        using var call = server.Client().Chat();
        (await call.ResponseStream.MoveNext(CancellationToken.None).Soon()).ShouldBeFalse();
        await Waiting.UntilAsync(() => server.Methods.Live == 0);

        await Should.ThrowAsync<InvalidOperationException>(() => pongs!.WriteAsync(new Pong()));
        await Should.ThrowAsync<InvalidOperationException>(() => pings!.MoveNext(CancellationToken.None));
    }

    [Fact]
    public async Task Server_ReturnsWithoutAwaitingItsLastWrite_MessageArrives()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Expand = (_, pongs, _) =>
        {
            _ = pongs.WriteAsync(new Pong { Body = Google.Protobuf.ByteString.CopyFrom(new byte[3_000_000]) });
            return Task.CompletedTask;
        };
        using var call = server.Client().Expand(new Ping());

        (await call.ResponseStream.MoveNext(CancellationToken.None).Soon()).ShouldBeTrue();
        (await call.ResponseStream.MoveNext(CancellationToken.None).Soon()).ShouldBeFalse();
    }

    [Fact]
    public async Task Write_WithBufferHint_MessagesArriveAllTheSame()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Expand = async (_, pongs, _) =>
        {
            pongs.WriteOptions = new WriteOptions(WriteFlags.BufferHint);
            for (var i = 0; i < 100; i++)
            {
                await pongs.WriteAsync(new Pong { Number = i });
            }
        };
        using var call = server.Client().Expand(new Ping());

        var count = 0;
        while (await call.ResponseStream.MoveNext(CancellationToken.None).Soon())
        {
            call.ResponseStream.Current.Number.ShouldBe(count++);
        }

        count.ShouldBe(100);
    }

    [Fact]
    public async Task ServerEnds_WhileTheClientStillWrites_StatusOfTheServerCounts()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Collect = (_, _) => Task.FromResult(new Pong { Number = 5 });
        using var call = server.Client().Collect();

        (await call.ResponseAsync.Soon()).Number.ShouldBe(5);
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
        await Should.ThrowAsync<RpcException>(() => call.RequestStream.WriteAsync(new Ping()).Soon());
    }
}
