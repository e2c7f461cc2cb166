using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Validation.Runtime.Tests.Support;

namespace Validation.Runtime.Tests;

/// <summary>Deadlines, seen from the server: its clock goes on by hand, the client's not at all.</summary>
public sealed class ServerDeadlineTests
{
    private static readonly TimeSpan TenSeconds = TimeSpan.FromSeconds(10);
    private static readonly (string Name, string Value) InTenSeconds = ("grpc-timeout", "10S");

    private readonly ManualTime _time = new();
    private readonly TaskCompletionSource _started = new();

    [Fact]
    public async Task Context_WithDeadline_KnowsIt()
    {
        await using var server = await StartAsync();
        var deadline = DateTime.MinValue;
        server.Methods.Unary = (_, context) =>
        {
            deadline = context.Deadline;
            return Task.FromResult(new Pong());
        };
        using var client = new RawClient(server.Address);

        await client.PostAsync(RawClient.Unary, Frames.Of(new Ping()), InTenSeconds);

        deadline.ShouldBe(_time.In(TenSeconds));
        deadline.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public async Task Handler_ThatIgnoresItsToken_ClientIsAnsweredAtTheDeadlineAllTheSame()
    {
        await using var server = await StartAsync();
        var release = new TaskCompletionSource();
        server.Methods.Unary = async (_, _) =>
        {
            _started.SetResult();
            await release.Task;
            return new Pong();
        };
        using var client = new RawClient(server.Address);
        var answer = client.PostAsync(RawClient.Unary, Frames.Of(new Ping()), InTenSeconds);
        await _started.Task.Soon();

        _time.Advance(TenSeconds);

        var reply = await answer.Soon();
        reply.GrpcStatus.ShouldBe(StatusCode.DeadlineExceeded);
        release.SetResult();
        server.Logs.Grpc.ShouldContain(entry => entry.EventName == "DeadlineExceeded");
    }

    [Fact]
    public async Task Handler_ThatThrowsAtTheDeadline_DeadlineExceededAndNoErrorIsLogged()
    {
        await using var server = await StartAsync();
        server.Methods.Unary = async (_, context) =>
        {
            _started.SetResult();
            await Task.Delay(Timeout.Infinite, context.CancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
            throw new FormatException("torn out of its work");
        };
        using var client = new RawClient(server.Address);
        var answer = client.PostAsync(RawClient.Unary, Frames.Of(new Ping()), InTenSeconds);
        await _started.Task.Soon();

        _time.Advance(TenSeconds);

        (await answer.Soon()).GrpcStatus.ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Fact]
    public async Task Writes_GoingOnAtTheDeadline_ThrowAfterIt()
    {
        await using var server = await StartAsync();
        var end = new TaskCompletionSource<Exception>();
        server.Methods.Expand = async (_, pongs, _) =>
        {
            try
            {
                while (true)
                {
                    await pongs.WriteAsync(new Pong { Number = 1 });
                    _started.TrySetResult();
                }
            }
            catch (Exception e)
            {
                end.SetResult(e);
                throw;
            }
        };
        var still = new ManualTime();
        var client = server.Client(new GrpcChannelOptions { Time = still });
        using var call = client.Expand(new Ping(), deadline: still.In(TenSeconds));
        var reading = ReadAllAsync(call.ResponseStream);
        await _started.Task.Soon();

        _time.Advance(TenSeconds);

        var failure = await Should.ThrowAsync<RpcException>(() => reading.Soon());
        await end.Task.Soon();
        // A write that the deadline interrupts breaks the stream off; otherwise the status arrives.
        failure.StatusCode.ShouldBeOneOf(StatusCode.DeadlineExceeded, StatusCode.Internal, StatusCode.Cancelled);
    }

    [Fact]
    public async Task Client_ThatDoesNotRead_TokenIsCancelledAllTheSame()
    {
        await using var server = await StartAsync();
        var cancelled = new TaskCompletionSource();
        server.Methods.Expand = async (_, pongs, context) =>
        {
            await using var registration = context.CancellationToken.Register(() => cancelled.TrySetResult());
            // More than the client's window takes.
            var write = pongs.WriteAsync(new Pong { Body = ByteString.CopyFrom(new byte[1_000_000]) });
            write.IsCompleted.ShouldBeFalse();
            _started.SetResult();
            await write;
            await pongs.WriteAsync(new Pong());
        };
        using var client = new RawClient(server.Address);
        using var response = await client.OpenAsync(
            "/runtime.testing.v1.Probe/Expand", new ByteArrayContent(Frames.Of(new Ping())), InTenSeconds);
        await _started.Task.Soon();

        _time.Advance(TenSeconds);

        await cancelled.Task.Soon();
        await Waiting.UntilAsync(() => server.Methods.Live == 0);
    }

    [Fact]
    public async Task Read_WaitingAtTheDeadline_Ends()
    {
        await using var server = await StartAsync();
        var end = new TaskCompletionSource<Exception?>();
        server.Methods.Chat = async (pings, _, _) =>
        {
            var reading = pings.MoveNext(CancellationToken.None);
            _started.SetResult();
            end.SetResult(await Record.ExceptionAsync(() => reading));
        };
        using var client = new RawClient(server.Address);
        using var body = new StreamingBody();
        var answer = client.OpenAsync(RawClient.Chat, body, InTenSeconds);
        await _started.Task.Soon();

        _time.Advance(TenSeconds);

        using var response = await answer.Soon();
        response.Headers.GetValues("grpc-status").ShouldBe(["4"]);
        (await end.Task.Soon()).ShouldNotBeNull();
    }

    private static async Task ReadAllAsync(IAsyncStreamReader<Pong> pongs)
    {
        while (await pongs.MoveNext(CancellationToken.None))
        {
            pongs.Current.Number.ShouldBe(1);
        }
    }

    private Task<ProbeServer> StartAsync() =>
        ProbeServer.StartAsync(services: builder => builder.Services.AddSingleton<TimeProvider>(_time));
}
