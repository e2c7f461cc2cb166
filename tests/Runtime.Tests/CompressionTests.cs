using Google.Protobuf;
using Grpc.Core;
using Validation.Runtime.Tests.Support;

namespace Validation.Runtime.Tests;

public sealed class CompressionTests
{
    private static readonly Metadata AskForGzip = new() { { "grpc-internal-encoding-request", "gzip" } };
    private static readonly ByteString Zeros = ByteString.CopyFrom(new byte[100_000]);

    [Fact]
    public async Task ClientCompressed_Unary_FewBytesOnTheWire()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Unary = (ping, context) => Task.FromResult(new Pong
        {
            Number = ping.Body.Length,
            Text = context.GetHttpContext().Request.Headers["grpc-encoding"],
        });

        var pong = await server.Client().UnaryAsync(new Ping { Body = Zeros }, AskForGzip).ResponseAsync.Soon();

        pong.Number.ShouldBe(Zeros.Length);
        pong.Text.ShouldBe("gzip");
    }

    [Fact]
    public async Task ClientCompressed_Streaming_EachMessageAsItsOptionsSay()
    {
        await using var server = await ProbeServer.StartAsync();
        using var call = server.Client().Collect(AskForGzip);

        await call.RequestStream.WriteAsync(new Ping { Number = 1, Body = Zeros }).Soon();
        call.RequestStream.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
        await call.RequestStream.WriteAsync(new Ping { Number = 2, Body = Zeros }).Soon();
        await call.RequestStream.CompleteAsync().Soon();

        (await call.ResponseAsync.Soon()).Number.ShouldBe(3);
    }

    [Fact]
    public async Task ClientCompression_UnknownAlgorithm_Throws()
    {
        await using var server = await ProbeServer.StartAsync();
        var headers = new Metadata { { "grpc-internal-encoding-request", "snappy" } };

        Should.Throw<InvalidOperationException>(() => server.Client().UnaryAsync(new Ping(), headers));
    }

    [Fact]
    public async Task ServerCompression_ByOption_OnlyForClientsThatAcceptIt()
    {
        await using var server = await ProbeServer.StartAsync(options => options.ResponseCompressionAlgorithm = "gzip");
        using var raw = new RawClient(server.Address);
        var request = Frames.Of(new Ping { Body = Zeros });

        var accepted = await raw.PostAsync(RawClient.Unary, request, ("grpc-accept-encoding", "identity, gzip"));
        var refused = await raw.PostAsync(RawClient.Unary, request, ("grpc-accept-encoding", "identity"));
        var silent = await raw.PostAsync(RawClient.Unary, request);

        accepted.Body[0].ShouldBe((byte)1);
        accepted.Body.Length.ShouldBeLessThan(2000);
        accepted.Field("grpc-encoding").ShouldBe("gzip");
        refused.Body[0].ShouldBe((byte)0);
        silent.Body[0].ShouldBe((byte)0);
        (await server.Client().UnaryAsync(new Ping { Body = Zeros }).ResponseAsync.Soon()).Body.ShouldBe(Zeros);
    }

    [Fact]
    public async Task ServerCompression_ByTheCall_MessagesAsTheirOptionsSay()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Expand = async (ping, pongs, context) =>
        {
            await context.WriteResponseHeadersAsync(AskForGzip);
            await pongs.WriteAsync(new Pong { Body = ping.Body });
            pongs.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
            await pongs.WriteAsync(new Pong { Body = ping.Body });
        };
        using var raw = new RawClient(server.Address);

        var reply = await raw.PostAsync("/runtime.testing.v1.Probe/Expand", Frames.Of(new Ping { Body = Zeros }));

        reply.Body[0].ShouldBe((byte)1);
        reply.Body.Length.ShouldBeInRange(Zeros.Length, Zeros.Length + 2000);
        using var call = server.Client().Expand(new Ping { Body = Zeros });
        var replies = 0;
        while (await call.ResponseStream.MoveNext(CancellationToken.None).Soon())
        {
            call.ResponseStream.Current.Body.ShouldBe(Zeros);
            replies++;
        }

        replies.ShouldBe(2);
    }

    [Fact]
    public async Task ServerCompression_UnknownAlgorithm_RefusedAtTheStart()
    {
        await Should.ThrowAsync<InvalidOperationException>(
            () => ProbeServer.StartAsync(options => options.ResponseCompressionAlgorithm = "snappy"));
    }

    [Fact]
    public async Task CompressedEmptyMessage_BothWays_Arrives()
    {
        await using var server = await ProbeServer.StartAsync(options => options.ResponseCompressionAlgorithm = "gzip");

        (await server.Client().UnaryAsync(new Ping(), AskForGzip).ResponseAsync.Soon()).ShouldBe(new Pong());
    }
}
