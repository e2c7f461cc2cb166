using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Validation.Runtime.Tests.Support;

namespace Validation.Runtime.Tests;

public sealed class DeadlineTests
{
    private static DateTime Soon(int milliseconds) => TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(milliseconds);

    [Fact]
    public async Task Unary_SleepingServer_DeadlineExceededAndTheTokenIsCancelled()
    {
        await using var server = await ProbeServer.StartAsync();
        var cancelled = new TaskCompletionSource();
        server.Methods.Unary = async (_, context) =>
        {
            await using var registration = context.CancellationToken.Register(() => cancelled.TrySetResult());
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return new Pong();
        };

        var failure = await Should.ThrowAsync<RpcException>(
            () => server.Client().UnaryAsync(new Ping(), deadline: Soon(100)).ResponseAsync.Soon());

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        await cancelled.Task.Soon();
    }

    [Fact]
    public async Task Duplex_DeadlineOfOneMillisecond_DeadlineExceeded()
    {
        await using var server = await ProbeServer.StartAsync();
        using var call = server.Client().Chat(deadline: Soon(1));

        var failure = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None).Soon());

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        await Waiting.UntilAsync(() => call.GetStatus().StatusCode == StatusCode.DeadlineExceeded);
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

        Should.Throw<InvalidOperationException>(() => server.Client().UnaryAsync(new Ping(), deadline: Soon(1000).ToLocalTime()));
    }

    [Fact]
    public async Task Context_WithDeadline_KnowsItToTheMillisecond()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Unary = (_, context) => Task.FromResult(new Pong { Text = context.Deadline.ToString("O") });
        var deadline = Soon(100_000);

        var pong = await server.Client().UnaryAsync(new Ping(), deadline: deadline).ResponseAsync.Soon();

        var seen = DateTime.Parse(
            pong.Text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.RoundtripKind);
        seen.Kind.ShouldBe(DateTimeKind.Utc);
        seen.ShouldBeGreaterThanOrEqualTo(deadline);
        seen.ShouldBeLessThan(deadline + Waiting.Limit);
    }

    [Fact]
    public async Task Unary_DeadlineIn100Years_Succeeds()
    {
        await using var server = await ProbeServer.StartAsync();

        var pong = await server.Client().UnaryAsync(new Ping { Number = 1 }, deadline: Soon(0).AddYears(100)).ResponseAsync.Soon();

        pong.Number.ShouldBe(1);
    }

    [Fact]
    public async Task Server_HandlerThatIgnoresItsToken_AnswersAtTheDeadlineAllTheSame()
    {
        await using var server = await ProbeServer.StartAsync();
        var release = new TaskCompletionSource();
        server.Methods.Unary = async (_, _) =>
        {
            await release.Task;
            return new Pong();
        };
        using var client = new RawClient(server.Address);

        var reply = await client.PostAsync(RawClient.Unary, Frames.Of(new Ping()), ("grpc-timeout", "50m"));

        reply.GrpcStatus.ShouldBe(StatusCode.DeadlineExceeded);
        release.SetResult();
        server.Logs.Grpc.ShouldContain(entry => entry.EventName == "DeadlineExceeded");
    }

    [Fact]
    public async Task Server_WritesUntilItsDeadline_WritesThrowAfterIt()
    {
        await using var server = await ProbeServer.StartAsync();
        var end = new TaskCompletionSource<Exception>();
        server.Methods.Expand = async (_, pongs, _) =>
        {
            try
            {
                while (true)
                {
                    await pongs.WriteAsync(new Pong { Number = 1 });
                    await Task.Yield();
                }
            }
            catch (Exception e)
            {
                end.SetResult(e);
                throw;
            }
        };
        using var call = server.Client().Expand(new Ping(), deadline: Soon(200));

        var failure = await Should.ThrowAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext(CancellationToken.None).Soon())
            {
                call.ResponseStream.Current.Number.ShouldBe(1);
            }
        });

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        (await end.Task.Soon()).ShouldBeAssignableTo<Exception>();
        await Waiting.UntilAsync(() => server.Logs.Grpc.Any(entry => entry.EventName is "DeadlineExceeded" or "CallCancelled"));
    }

    [Fact]
    public async Task Server_ClientThatDoesNotRead_TokenIsCancelledAtTheDeadlineAllTheSame()
    {
        await using var server = await ProbeServer.StartAsync();
        var cancelled = new TaskCompletionSource();
        server.Methods.Expand = async (_, pongs, context) =>
        {
            await using var registration = context.CancellationToken.Register(() => cancelled.TrySetResult());
            var body = Google.Protobuf.ByteString.CopyFrom(new byte[100_000]);
            while (true)
            {
                await pongs.WriteAsync(new Pong { Body = body });
            }
        };
        using var http = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/runtime.testing.v1.Probe/Expand")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(Frames.Of(new Ping())),
        };
        request.Content.Headers.ContentType = new("application/grpc");
        request.Headers.TryAddWithoutValidation("grpc-timeout", "500m");

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).Soon();

        await cancelled.Task.Soon();
        await Waiting.UntilAsync(() => server.Methods.Live == 0);
    }

    [Fact]
    public async Task Server_WaitsForRequestsAtTheDeadline_TheReadEnds()
    {
        await using var server = await ProbeServer.StartAsync();
        var end = new TaskCompletionSource<Exception?>();
        server.Methods.Chat = async (pings, _, _) =>
        {
            try
            {
                await pings.MoveNext(CancellationToken.None);
                end.SetResult(null);
            }
            catch (Exception e)
            {
                end.SetResult(e);
                throw;
            }
        };
        using var content = new StreamingBody();
        using var http = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, RawClient.Chat)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        request.Headers.TryAddWithoutValidation("grpc-timeout", "100m");

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).Soon();

        response.Headers.GetValues("grpc-status").ShouldBe(["4"]);
        (await end.Task.Soon()).ShouldNotBeNull();
    }

    [Fact]
    public async Task ThrowOperationCanceled_DeadlinePasses_OperationCanceledException()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Unary = async (_, context) =>
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return new Pong();
        };
        var client = server.Client(new GrpcChannelOptions { ThrowOperationCanceledOnCancellation = true });

        using var call = client.UnaryAsync(new Ping(), deadline: Soon(50));

        await Should.ThrowAsync<OperationCanceledException>(() => call.ResponseAsync.Soon());
        call.GetStatus().StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }
}
