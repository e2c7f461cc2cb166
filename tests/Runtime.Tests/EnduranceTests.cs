using Validation.Runtime.Tests.Support;

namespace Validation.Runtime.Tests;

/// <summary>Nothing adds up over many calls. Runs alone, for it looks at the memory of the process.</summary>
[Collection("Alone")]
public sealed class EnduranceTests
{
    [Fact]
    public async Task SequentialCalls_TenThousandOnOneConnection_NothingIsLeft()
    {
        await using var server = await ProbeServer.StartAsync();
        var connections = 0;
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, token) =>
            {
                Interlocked.Increment(ref connections);
                var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
                await socket.ConnectAsync(context.DnsEndPoint, token);
                return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
            },
        };
        var client = server.Client(new() { HttpHandler = handler });
        await CallAsync(client, 1_000);
        server.Logs.Clear();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await CallAsync(client, 10_000);

        server.Logs.Clear();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        connections.ShouldBe(1);
        await Waiting.UntilAsync(() => server.Methods.Live == 0);
        // A leak of half a kilobyte a call would show.
        (after - before).ShouldBeLessThan(5_000_000);
    }

    [Fact]
    public async Task CancelledStreams_AThousand_NoMethodKeepsRunning()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Expand = async (_, pongs, context) =>
        {
            await pongs.WriteAsync(new Pong());
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        };
        var client = server.Client();

        for (var i = 0; i < 1_000; i++)
        {
            using var call = client.Expand(new Ping());
            (await call.ResponseStream.MoveNext(CancellationToken.None).Soon()).ShouldBeTrue();
        }

        await Waiting.UntilAsync(() => server.Methods.Live == 0);
        (await client.UnaryAsync(new Ping { Number = 1 }).ResponseAsync.Soon()).Number.ShouldBe(1);
    }

    [Fact]
    public async Task ParallelCalls_AThousand_AllSucceed()
    {
        await using var server = await ProbeServer.StartAsync();
        var client = server.Client();

        var pongs = await Task.WhenAll(
            Enumerable.Range(0, 1_000).Select(number => client.UnaryAsync(new Ping { Number = number }).ResponseAsync)).Soon();

        pongs.Select(pong => pong.Number).ShouldBe(Enumerable.Range(0, 1_000));
    }

    [Fact]
    public async Task ParallelStreams_MoreThanAConnectionTakes_AllRun()
    {
        await using var server = await ProbeServer.StartAsync();
        var client = server.Client();
        var calls = Enumerable.Range(0, 150).Select(_ => client.Chat()).ToList();

        foreach (var call in calls)
        {
            await call.RequestStream.WriteAsync(new Ping { Number = 3 }).Soon();
            (await call.ResponseStream.MoveNext(CancellationToken.None).Soon()).ShouldBeTrue();
        }

        server.Methods.Live.ShouldBe(150);
        foreach (var call in calls)
        {
            await call.RequestStream.CompleteAsync().Soon();
            (await call.ResponseStream.MoveNext(CancellationToken.None).Soon()).ShouldBeFalse();
            call.Dispose();
        }
    }

    [Fact]
    public async Task LongStream_TenThousandMessagesEachWay_InOrder()
    {
        await using var server = await ProbeServer.StartAsync();
        using var call = server.Client().Chat();

        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                await call.RequestStream.WriteAsync(new Ping { Number = i });
            }

            await call.RequestStream.CompleteAsync();
        });
        var count = 0;
        while (await call.ResponseStream.MoveNext(CancellationToken.None).Soon())
        {
            call.ResponseStream.Current.Number.ShouldBe(count++);
        }

        await writing.Soon();
        count.ShouldBe(10_000);
    }

    private static async Task CallAsync(Probe.ProbeClient client, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var pong = await client.UnaryAsync(new Ping { Number = i }).ResponseAsync.Soon();
            pong.Number.ShouldBe(i);
        }
    }
}
