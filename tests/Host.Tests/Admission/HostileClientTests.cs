using System.Net;
using System.Net.Sockets;
using System.Text;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Validation.Server.Admission;
using Validation.Server.Outcomes;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Admission;

/// <summary>What one client does, by fault or on purpose, and that others are served all the while.</summary>
[Trait("Size", "Long")]
public sealed class HostileClientTests
{
    private const int Kibibyte = 1024;

    [Fact]
    public async Task Uploads_ThatTrickle_DelayNobodyAndEnd()
    {
        await using var server = await RunningServer.StartAsync(
            new FakeCheck(), "UploadGrace=00:00:01", "ConcurrentDocuments=1", "QueuedDocuments=2");
        using var slow = new Neighbour(server, 1);
        using var stop = new CancellationTokenSource();
        var web = new IPEndPoint(IPAddress.Loopback, new Uri(server.WebAddress).Port);
        var trickles = Enumerable.Range(0, 10).Select(_ => TrickleAsync(slow, web, stop.Token)).ToList();
        using var content = Uploads.Raw("草稿");

        (await server.Http.CheckAsync(content)).Verdict.ShouldBe(Verdict.Accept);

        foreach (var answer in await Task.WhenAll(trickles).InTime())
        {
            answer.ShouldStartWith("HTTP/1.1 408");
        }

        await stop.CancelAsync();
        server.Services.GetRequiredService<ByteBudget>().Held.ShouldBe(0);
    }

    [Fact]
    public async Task Call_WithHalfAMessage_EndsAndGivesItsMemoryBack()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "UploadGrace=00:00:01");
        using var http = new HttpClient();
        using var content = new HalfMessage(announced: 3_000 * Kibibyte, sent: 100 * Kibibyte);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{server.GrpcAddress}/validation.v1.Validator/Validate")
        {
            Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Content = content,
        };

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).InTime();
        await response.Content.ReadAsByteArrayAsync().InTime();

        response.Headers.Concat(response.TrailingHeaders).Single(header => header.Key == "grpc-status").Value
            .ShouldBe([$"{(int)StatusCode.Aborted}"]);
        await Administration.UntilAsync(() => Task.FromResult(server.Services.GetRequiredService<ByteBudget>().Held == 0)).InTime();
    }

    [Fact]
    public async Task Stream_WithAnUnfinishedDraft_EndsAfterAWhileAndGivesItsMemoryBack()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "UnfinishedTime=00:00:00.5");
        using var batch = server.Client.ValidateStream();
        await batch.RequestStream.WriteAsync(Drafts.Request("whole", "草稿")).InTime();
        (await batch.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeTrue();
        batch.ResponseStream.Current.Id.ShouldBe("whole");

        await batch.RequestStream.WriteAsync(Drafts.Part("half", "草")).InTime();
        var end = await Should.ThrowAsync<RpcException>(batch.ResponseStream.MoveNext(CancellationToken.None).InTime());

        (end.StatusCode, end.Status.Detail).ShouldBe((StatusCode.Aborted, CommonTexts.Stalled));
        await Administration.UntilAsync(() => Task.FromResult(server.Services.GetRequiredService<ByteBudget>().Held == 0)).InTime();
    }

    [Fact]
    public async Task Stream_SilentBetweenDrafts_IsNotEnded()
    {
        await using var server = await RunningServer.StartAsync(
            new FakeCheck(), "UnfinishedTime=00:00:00.1", "UploadGrace=00:00:00.1", "Heartbeat=00:00:00.1");
        using var batch = server.Client.ValidateStream();
        using var watch = server.Admin.Watch(new WatchRequest());
        for (var number = 0; number < 3; number++)
        {
            await batch.RequestStream.WriteAsync(Drafts.Request($"{number}", "草稿")).InTime();
            (await batch.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeTrue();
            batch.ResponseStream.Current.Id.ShouldBe($"{number}");
            // Longer than a draft may be silent; five signs of life of the other call.
            for (var beat = 0; beat < 5; beat++)
            {
                (await watch.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public async Task Streams_WithUnfinishedDrafts_HoldNoMoreThanTheirShare()
    {
        const int Budget = 2_000 * Kibibyte;
        await using var server = await RunningServer.StartAsync(
            new FakeCheck(), $"HeldBytes={Budget}", $"DocumentBytes={Budget / 2}", $"UnfinishedBytes={Budget}");
        using var greedy = new Neighbour(server, 1);
        var part = new string('x', 100 * Kibibyte);
        var calls = Enumerable.Range(0, 8).Select(_ => greedy.Client.ValidateStream()).ToList();
        var ends = calls.Select(EndAsync).ToList();
        var writes = calls.Select(async call =>
        {
            for (var number = 0; number < 8; number++)
            {
                await call.RequestStream.WriteAsync(Drafts.Part("a", part));
            }
        }).ToList();

        var first = await Task.WhenAny(ends).InTime();
        (await first).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        server.Services.GetRequiredService<ByteBudget>().Held.ShouldBeLessThanOrEqualTo(Budget);
        var honest = await server.Client.ValidateAsync(Drafts.Request("b", 200 * Kibibyte)).ResponseAsync.InTime();
        honest.Verdict.ShouldBe(Verdict.Accept);

        calls.ForEach(call => call.Dispose());
        await Task.WhenAll(ends).InTime();
        await Task.WhenAll(writes).ContinueWith(_ => { }, TaskScheduler.Default).InTime();
        await Administration.UntilAsync(() => Task.FromResult(server.Services.GetRequiredService<ByteBudget>().Held == 0)).InTime();
    }

    [Fact]
    public async Task Batches_TooManyOfOne_AreRefusedAndThoseOfOthersAreNot()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "Batches=10");
        using var greedy = new Neighbour(server, 1);
        var calls = Enumerable.Range(0, 8).Select(_ => greedy.Client.ValidateStream()).ToList();
        var ends = calls.Select(EndAsync).ToList();

        var refused = await await Task.WhenAny(ends).InTime();
        (refused.StatusCode, refused.Status.Detail).ShouldBe((StatusCode.ResourceExhausted, AdmissionTexts.TooManyBatches));
        using var batch = server.Client.ValidateStream();
        await batch.RequestStream.WriteAsync(Drafts.Request("a", "草稿")).InTime();
        (await batch.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeTrue();

        calls.ForEach(call => call.Dispose());
        await Task.WhenAll(ends).InTime();
    }

    [Fact]
    public async Task Connections_TooManyOfOneAddress_AreClosedAndThoseOfOthersAreNot()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "Connections=40");
        using var greedy = new Neighbour(server, 1);
        var web = new IPEndPoint(IPAddress.Loopback, new Uri(server.WebAddress).Port);
        var sockets = new List<Socket>();
        for (var number = 0; number < 40; number++)
        {
            try
            {
                sockets.Add(await greedy.ConnectAsync(web).InTime());
            }
            catch (SocketException closed) when (closed.SocketErrorCode == SocketError.ConnectionReset)
            {
                // It was closed while it was opened.
            }
        }

        await server.Log.SeesAsync(nameof(AdmissionLog.ConnectionClosed)).InTime();
        using var content = Uploads.Raw("草稿");
        (await server.Http.CheckAsync(content)).Verdict.ShouldBe(Verdict.Accept);
        sockets.ForEach(socket => socket.Dispose());
    }

    [Fact]
    public async Task Drafts_TooManyOfOne_AreRefusedAndThoseOfOthersAreNot()
    {
        var check = new FakeCheck();
        check.Close();
        await using var server = await RunningServer.StartAsync(check, "ConcurrentDocuments=1", "QueuedDocuments=20");
        using var greedy = new Neighbour(server, 1);
        var many = Enumerable.Range(0, 20)
            .Select(number => greedy.Client.ValidateAsync(Drafts.Request($"{number}", "草稿")).ResponseAsync)
            .ToList();
        var first = await Should.ThrowAsync<RpcException>(await Task.WhenAny(many).InTime());
        first.StatusCode.ShouldBe(StatusCode.ResourceExhausted);

        // Ten may wait, and as long as checks do not end, up to four are at work: one in the quick lane, two that overran, one in the bulk
        // lane.
        await Administration.UntilAsync(() => Task.FromResult(many.Count(one => one.IsFaulted) >= 6)).InTime();

        var honest = server.Client.ValidateAsync(Drafts.Request("a", "草稿")).ResponseAsync;
        check.Open();

        (await honest.InTime()).Verdict.ShouldBe(Verdict.Accept);
        await Task.WhenAll(many).ContinueWith(_ => { }, TaskScheduler.Default).InTime();
        many.Count(one => one.IsFaulted).ShouldBeInRange(6, 11);
    }

    [Theory]
    [InlineData("FFFFFFFFFFFFFFFF")]
    [InlineData("7FFFFFFFFFFFFFFF")]
    [InlineData("-1")]
    [InlineData("x")]
    public async Task Upload_ChunkOfNoSensibleSize_IsABadRequest(string size)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var neighbour = new Neighbour(server, 1);
        var web = new IPEndPoint(IPAddress.Loopback, new Uri(server.WebAddress).Port);
        using var socket = await neighbour.ConnectAsync(web).InTime();
        await socket.SendAsync(Encoding.ASCII.GetBytes(Header("Transfer-Encoding: chunked") + $"{size}\r\nabc\r\n"));

        var answer = await ReceiveAsync(socket, CancellationToken.None).InTime();

        answer.ShouldStartWith("HTTP/1.1 400");
        answer.ShouldContain(ProblemCode.BadRequest.Code);
    }

    private static Task<RpcException> EndAsync(AsyncDuplexStreamingCall<ValidateRequest, ValidateReply> call)
    {
        return Should.ThrowAsync<RpcException>(call.ResponseStream.MoveNext(CancellationToken.None).InTime());
    }

    private static string Header(string more)
    {
        return $"POST {Uploads.Path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n{more}\r\n\r\n";
    }

    // 256 bytes a second, until the server has had enough of it.
    private static async Task<string> TrickleAsync(Neighbour client, EndPoint server, CancellationToken cancellationToken)
    {
        using var socket = await client.ConnectAsync(server, cancellationToken);
        await socket.SendAsync(Encoding.ASCII.GetBytes(Header("Transfer-Encoding: chunked")), cancellationToken);
        var answer = ReceiveAsync(socket, cancellationToken);
        while (!answer.IsCompleted)
        {
            try
            {
                await socket.SendAsync(Encoding.ASCII.GetBytes($"40\r\n{new string('x', 64)}\r\n"), cancellationToken);
            }
            catch (SocketException)
            {
                break;
            }

            await Task.WhenAny(answer, Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken));
        }

        return await answer;
    }

    private static async Task<string> ReceiveAsync(Socket socket, CancellationToken cancellationToken)
    {
        var received = new StringBuilder();
        var buffer = new byte[4 * Kibibyte];
        do
        {
            var read = await socket.ReceiveAsync(buffer, cancellationToken);
            received.Append(Encoding.UTF8.GetString(buffer, 0, read));
            if (read == 0)
            {
                break;
            }
        }
        while (!received.ToString().Contains('}', StringComparison.Ordinal));

        return received.ToString();
    }
}
