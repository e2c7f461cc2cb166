using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Validation.Runtime.Tests.Support;

namespace Validation.Runtime.Tests;

/// <summary>Message sizes at each limit, one below and one above.</summary>
public sealed class LimitTests
{
    private const int Limit = 1000;

    // A message of field 3 alone has two bytes of key and length up to 127 bytes of content, and three up to 16,383.
    private const int Overhead = 3;

    [Theory]
    [InlineData(Limit - 1, StatusCode.OK)]
    [InlineData(Limit, StatusCode.OK)]
    [InlineData(Limit + 1, StatusCode.ResourceExhausted)]
    public Task ServerReceives_AtItsLimit_OnlyWhatFits(int size, StatusCode expected) =>
        CheckAsync(options => options.MaxReceiveMessageSize = Limit, new(), size, expected, "receive", replySize: 0);

    [Theory]
    [InlineData(Limit - 1, StatusCode.OK)]
    [InlineData(Limit, StatusCode.OK)]
    [InlineData(Limit + 1, StatusCode.ResourceExhausted)]
    public Task ServerSends_AtItsLimit_OnlyWhatFits(int size, StatusCode expected) =>
        CheckAsync(options => options.MaxSendMessageSize = Limit, new(), 10, expected, "send", size);

    [Theory]
    [InlineData(Limit - 1, StatusCode.OK)]
    [InlineData(Limit, StatusCode.OK)]
    [InlineData(Limit + 1, StatusCode.ResourceExhausted)]
    public Task ClientSends_AtItsLimit_OnlyWhatFits(int size, StatusCode expected) =>
        CheckAsync(null, new() { MaxSendMessageSize = Limit }, size, expected, "send", replySize: 0);

    [Theory]
    [InlineData(Limit - 1, StatusCode.OK)]
    [InlineData(Limit, StatusCode.OK)]
    [InlineData(Limit + 1, StatusCode.ResourceExhausted)]
    public Task ClientReceives_AtItsLimit_OnlyWhatFits(int size, StatusCode expected) =>
        CheckAsync(null, new() { MaxReceiveMessageSize = Limit }, 10, expected, "receive", size);

    [Fact]
    public async Task Defaults_FourMebibytes_ServerAndClientRefuseMore()
    {
        const int Default = 4 * 1024 * 1024;
        const int LongOverhead = 5;
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Unary = (ping, _) => Task.FromResult(new Pong { Body = Bytes(ping.Number - LongOverhead) });
        var client = server.Client();

        await Should.ThrowAsync<RpcException>(() => client.UnaryAsync(new Ping { Body = Bytes(Default) }).ResponseAsync.Soon());
        (await client.UnaryAsync(new Ping { Number = Default }).ResponseAsync.Soon()).CalculateSize().ShouldBe(Default);
        var failure = await Should.ThrowAsync<RpcException>(
            () => client.UnaryAsync(new Ping { Number = Default + 1 }).ResponseAsync.Soon());
        failure.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        failure.Status.Detail.ShouldContain("4194304");
    }

    [Fact]
    public async Task ServiceOptions_LimitOfOneService_StandsBeforeThatOfAll()
    {
        await using var server = await ProbeServer.StartAsync(
            options => options.MaxReceiveMessageSize = 10,
            builder => builder.Services.AddGrpc().AddServiceOptions<ProbeService>(options => options.MaxReceiveMessageSize = Limit));

        (await server.Client().UnaryAsync(new Ping { Body = Bytes(Limit - Overhead) }).ResponseAsync.Soon()).Body.Length
            .ShouldBe(Limit - Overhead);
    }

    [Theory]
    [InlineData(Limit, StatusCode.OK)]
    [InlineData(Limit + 1, StatusCode.ResourceExhausted)]
    [InlineData(50_000_000, StatusCode.ResourceExhausted)]
    public async Task ServerReceives_Compressed_LimitHoldsForWhatComesOut(int size, StatusCode expected)
    {
        await using var server = await ProbeServer.StartAsync(options => options.MaxReceiveMessageSize = Limit);
        server.Methods.Unary = (_, _) => Task.FromResult(new Pong());
        using var client = new RawClient(server.Address);
        var overhead = size > 16_383 ? 5 : Overhead;
        var zipped = Frames.Gzip(new Ping { Body = Bytes(size - overhead) }.ToByteArray());

        // The bomb itself must pass the limit, for that is what it is for.
        var cut = zipped.Length > Limit ? zipped[..Limit] : zipped;
        var reply = await client.PostAsync(RawClient.Unary, Frames.Of(cut, 1), ("grpc-encoding", "gzip"));

        reply.GrpcStatus.ShouldBe(expected);
    }

    [Fact]
    public async Task Message_AnnouncedTooLarge_RefusedBeforeItComes()
    {
        await using var server = await ProbeServer.StartAsync();
        using var client = new RawClient(server.Address);

        var reply = await client.PostAsync(RawClient.Chat, [0, 0xFF, 0xFF, 0xFF, 0xFF]);

        reply.GrpcStatus.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task LargeUnary_BothWays_Arrives()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Unary = (ping, _) => Task.FromResult(new Pong { Number = ping.Body.Length, Body = Bytes(314_159) });

        var pong = await server.Client().UnaryAsync(new Ping { Body = Bytes(271_828) }).ResponseAsync.Soon();

        pong.Number.ShouldBe(271_828);
        pong.Body.Length.ShouldBe(314_159);
    }

    [Fact]
    public async Task NoLimit_MessageLargerThanTheDefault_ArrivesInAStream()
    {
        const int Size = 40_000_000;
        await using var server = await ProbeServer.StartAsync(options => options.MaxReceiveMessageSize = null);
        using var call = server.Client(new GrpcChannelOptions { MaxReceiveMessageSize = null }).Chat();

        var write = call.RequestStream.WriteAsync(new Ping { Body = Bytes(Size) });
        (await call.ResponseStream.MoveNext(CancellationToken.None).Soon()).ShouldBeTrue();
        await write.Soon();

        call.ResponseStream.Current.Body.Length.ShouldBe(Size);
    }

    private static ByteString Bytes(int count) => UnsafeByteOperations.UnsafeWrap(new byte[count]);

    private static async Task CheckAsync(
        Action<Grpc.AspNetCore.Server.GrpcServiceOptions>? server,
        GrpcChannelOptions client,
        int requestSize,
        StatusCode expected,
        string direction,
        int replySize)
    {
        await using var probe = await ProbeServer.StartAsync(server);
        probe.Methods.Unary = (_, _) => Task.FromResult(replySize == 0 ? new Pong() : new Pong { Body = Bytes(replySize - Overhead) });
        using var call = probe.Client(client).UnaryAsync(new Ping { Body = Bytes(requestSize - Overhead) });

        await call.ResponseAsync.ContinueWith(_ => { }, TaskScheduler.Default).Soon();

        var status = call.GetStatus();
        status.StatusCode.ShouldBe(expected);
        if (expected != StatusCode.OK)
        {
            status.Detail.ShouldContain(direction);
            status.Detail.ShouldContain("1000");
        }
    }
}
