using Grpc.Core;
using Grpc.Net.Client;
using Validation.Runtime.Tests.Support;

namespace Validation.Runtime.Tests;

/// <summary>Deadlines, seen from the client. Its clock goes on by hand where the test is about when.</summary>
public sealed class DeadlineTests
{
    private static readonly TimeSpan TenSeconds = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Unary_SleepingServer_DeadlineExceededAndTheTokenIsCancelled()
    {
        await using var server = await ProbeServer.StartAsync();
        var (started, cancelled) = Sleep(server);
        var time = new ManualTime();
        using var call = Client(server, time).UnaryAsync(new Ping(), deadline: time.In(TenSeconds));
        await started.Soon();

        time.Advance(TenSeconds);

        var failure = await Should.ThrowAsync<RpcException>(() => call.ResponseAsync.Soon());
        failure.Status.ShouldBe(new Status(StatusCode.DeadlineExceeded, "Deadline Exceeded"));
        await cancelled.Soon();
    }

    [Fact]
    public async Task Duplex_DeadlineOfOneMillisecond_DeadlineExceeded()
    {
        await using var server = await ProbeServer.StartAsync();
        using var call = server.Client().Chat(deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(1));

        var failure = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None).Soon());

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        call.GetStatus().StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Fact]
    public async Task Unary_DeadlineInThePast_NothingIsSent()
    {
        await using var server = await ProbeServer.StartAsync();
        var called = false;
        server.Methods.Unary = (_, _) =>
        {
            called = true;
            return Task.FromResult(new Pong());
        };

        var failure = await Should.ThrowAsync<RpcException>(
            () => server.Client().UnaryAsync(new Ping(), deadline: DateTime.MinValue).ResponseAsync.Soon());

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        called.ShouldBeFalse();
    }

    [Fact]
    public async Task Unary_DeadlineInLocalTime_Throws()
    {
        await using var server = await ProbeServer.StartAsync();
        var deadline = new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Local);

        Should.Throw<InvalidOperationException>(() => server.Client().UnaryAsync(new Ping(), deadline: deadline));
    }

    [Fact]
    public async Task Unary_DeadlineIn100Years_Succeeds()
    {
        await using var server = await ProbeServer.StartAsync();
        var deadline = new DateTime(2125, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        var pong = await server.Client().UnaryAsync(new Ping { Number = 1 }, deadline: deadline).ResponseAsync.Soon();

        pong.Number.ShouldBe(1);
    }

    [Fact]
    public async Task Unary_EndedBeforeItsDeadline_StaysASuccess()
    {
        await using var server = await ProbeServer.StartAsync();
        var time = new ManualTime();
        using var call = Client(server, time).UnaryAsync(new Ping { Number = 1 }, deadline: time.In(TenSeconds));
        await call.ResponseAsync.Soon();

        time.Advance(TenSeconds);

        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }

    [Fact]
    public async Task ThrowOperationCanceled_DeadlinePasses_OperationCanceledException()
    {
        await using var server = await ProbeServer.StartAsync();
        var (started, _) = Sleep(server);
        var time = new ManualTime();
        var client = server.Client(new GrpcChannelOptions { ThrowOperationCanceledOnCancellation = true, Time = time });
        using var call = client.UnaryAsync(new Ping(), deadline: time.In(TenSeconds));
        await started.Soon();

        time.Advance(TenSeconds);

        await Should.ThrowAsync<OperationCanceledException>(() => call.ResponseAsync.Soon());
        call.GetStatus().StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }

    private static Probe.ProbeClient Client(ProbeServer server, TimeProvider time) =>
        server.Client(new GrpcChannelOptions { Time = time });

    private static (Task Started, Task Cancelled) Sleep(ProbeServer server)
    {
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        server.Methods.Unary = async (_, context) =>
        {
            await using var registration = context.CancellationToken.Register(() => cancelled.TrySetResult());
            started.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return new Pong();
        };
        return (started.Task, cancelled.Task);
    }
}
