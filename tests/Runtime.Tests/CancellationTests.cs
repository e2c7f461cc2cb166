using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Validation.Runtime.Tests.Support;

namespace Validation.Runtime.Tests;

public sealed class CancellationTests
{
    [Fact]
    public async Task CancelAfterBegin_ClientStreaming_BothSidesLearnOfIt()
    {
        await using var server = await ProbeServer.StartAsync();
        var (started, cancelled) = WaitForCancellation(server);
        using var source = new CancellationTokenSource();
        using var call = server.Client().Collect(cancellationToken: source.Token);
        await started.Soon();

        await source.CancelAsync();

        var failure = await Should.ThrowAsync<RpcException>(() => call.ResponseAsync.Soon());
        failure.StatusCode.ShouldBe(StatusCode.Cancelled);
        call.GetStatus().StatusCode.ShouldBe(StatusCode.Cancelled);
        await cancelled.Soon();
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(ConnectionResetException))]
    [InlineData(typeof(ConnectionAbortedException))]
    public async Task Cancel_ReadingFailsBeforeTheTokenIsCancelled_IsNoErrorOfTheServer(Type failure)
    {
        // What Kestrel throws when the client resets a stream, or is lost; it cancels the token a little later.
        await using var server = await ProbeServer.StartAsync(routes: app =>
        {
            app.Use((context, next) =>
            {
                context.Request.Body = new BrokenBody((Exception)Activator.CreateInstance(failure, "The client is gone.")!);
                return next(context);
            });
            app.MapGrpcService<ProbeService>();
        });

        foreach (var call in (Func<Task<Pong>>[])
            [() => server.Client().UnaryAsync(new Ping()).ResponseAsync, () => server.Client().Collect().ResponseAsync])
        {
            server.Logs.Clear();
            (await Should.ThrowAsync<RpcException>(() => call().Soon())).StatusCode.ShouldBe(StatusCode.Cancelled);
            server.Logs.Grpc.ShouldContain(entry => entry.EventName == "CallCancelled");
        }
    }

    [Fact]
    public async Task CancelAfterFirstResponse_Duplex_BothSidesLearnOfIt()
    {
        await using var server = await ProbeServer.StartAsync();
        var ended = new TaskCompletionSource();
        server.Methods.Chat = async (pings, pongs, context) =>
        {
            await using var registration = context.CancellationToken.Register(() => ended.TrySetResult());
            while (await pings.MoveNext(CancellationToken.None))
            {
                await pongs.WriteAsync(ProbeMethods.Echo(pings.Current));
            }
        };
        using var source = new CancellationTokenSource();
        using var call = server.Client().Chat(cancellationToken: source.Token);
        await call.RequestStream.WriteAsync(new Ping()).Soon();
        (await call.ResponseStream.MoveNext(CancellationToken.None).Soon()).ShouldBeTrue();

        await source.CancelAsync();

        var failure = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None).Soon());
        failure.StatusCode.ShouldBe(StatusCode.Cancelled);
        await ended.Task.Soon();
        await Waiting.UntilAsync(() => server.Logs.Grpc.Any(entry => entry.EventName == "CallCancelled"));
    }

    [Fact]
    public async Task Dispose_OfARunningStream_ServerTokenIsCancelled()
    {
        await using var server = await ProbeServer.StartAsync();
        var cancelled = new TaskCompletionSource();
        server.Methods.Expand = async (_, pongs, context) =>
        {
            await using var registration = context.CancellationToken.Register(() => cancelled.TrySetResult());
            await pongs.WriteAsync(new Pong());
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        };
        var call = server.Client().Expand(new Ping());
        (await call.ResponseStream.MoveNext(CancellationToken.None).Soon()).ShouldBeTrue();

        call.Dispose();

        await cancelled.Task.Soon();
        call.GetStatus().StatusCode.ShouldBe(StatusCode.Cancelled);
        call.GetTrailers().ShouldBeEmpty();
    }

    [Fact]
    public async Task MoveNext_ItsTokenIsCancelled_TheCallIs()
    {
        await using var server = await ProbeServer.StartAsync();
        var (started, cancelled) = WaitForCancellation(server);
        using var source = new CancellationTokenSource();
        using var call = server.Client().Chat();
        await started.Soon();
        var reading = call.ResponseStream.MoveNext(source.Token);

        await source.CancelAsync();

        (await Should.ThrowAsync<RpcException>(() => reading.Soon())).StatusCode.ShouldBe(StatusCode.Cancelled);
        await cancelled.Soon();
    }

    [Fact]
    public async Task Token_CancelledBeforehand_NothingIsSent()
    {
        await using var server = await ProbeServer.StartAsync();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        var failure = await Should.ThrowAsync<RpcException>(
            () => server.Client().UnaryAsync(new Ping(), cancellationToken: source.Token).ResponseAsync.Soon());

        failure.StatusCode.ShouldBe(StatusCode.Cancelled);
    }

    [Fact]
    public async Task Channel_Disposed_CallsUnderWayAreCancelledAndNewOnesThrow()
    {
        await using var server = await ProbeServer.StartAsync();
        var (started, cancelled) = WaitForCancellation(server);
        var channel = server.Channel();
        var client = new Probe.ProbeClient(channel);
        using var call = client.Chat();
        await started.Soon();

        channel.Dispose();

        (await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None).Soon()))
            .StatusCode.ShouldBe(StatusCode.Cancelled);
        await cancelled.Soon();
        Should.Throw<ObjectDisposedException>(() => client.UnaryAsync(new Ping()));
    }

    [Fact]
    public async Task ClientVanishes_WithoutFarewell_ServerTokenIsCancelled()
    {
        await using var server = await ProbeServer.StartAsync();
        var (started, cancelled) = WaitForCancellation(server);
        System.Net.Sockets.Socket? socket = null;
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, token) =>
            {
                socket = new(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(context.DnsEndPoint, token);
                return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
            },
        };
        using var call = server.Client(new() { HttpHandler = handler }).Chat();
        await started.Soon();

        socket!.LingerState = new(enable: true, seconds: 0);
        socket.Close();

        await cancelled.Soon();
        (await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None).Soon()))
            .StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    [Fact]
    public async Task Write_AfterTheClientHasCancelled_ThrowsAndNothingIsLoggedAsAnError()
    {
        await using var server = await ProbeServer.StartAsync();
        var started = new TaskCompletionSource();
        var written = new TaskCompletionSource<Exception?>();
        server.Methods.Chat = async (_, pongs, context) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, context.CancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
            written.SetResult(await Record.ExceptionAsync(() => pongs.WriteAsync(new Pong())));
            await pongs.WriteAsync(new Pong());
        };
        var call = server.Client().Chat();
        await started.Task.Soon();

        call.Dispose();

        (await written.Task.Soon()).ShouldBeOfType<InvalidOperationException>();
    }

    private static (Task Started, Task Cancelled) WaitForCancellation(ProbeServer server)
    {
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        async Task RunAsync(ServerCallContext context)
        {
            await using var registration = context.CancellationToken.Register(() => cancelled.TrySetResult());
            started.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        }

        server.Methods.Chat = (_, _, context) => RunAsync(context);
        server.Methods.Collect = async (_, context) =>
        {
            await RunAsync(context);
            return new Pong();
        };
        return (started.Task, cancelled.Task);
    }
}
