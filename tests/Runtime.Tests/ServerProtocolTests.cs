using System.Net;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Validation.Runtime.Tests.Support;

namespace Validation.Runtime.Tests;

/// <summary>The server against clients that break the protocol.</summary>
public sealed class ServerProtocolTests
{
    private static readonly Ping Seven = new() { Number = 7 };

    [Fact]
    public async Task Request_WellFormed_ReplyIsFramedAndStatusIsATrailer()
    {
        await using var server = await ProbeServer.StartAsync();
        using var client = new RawClient(server.Address);

        var reply = await client.PostAsync(RawClient.Unary, Frames.Of(Seven));

        reply.HttpStatus.ShouldBe(HttpStatusCode.OK);
        reply.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/grpc");
        reply.Response.TrailingHeaders.GetValues("grpc-status").ShouldBe(["0"]);
        reply.Body.ShouldBe(Frames.Of(new Pong { Number = 7 }));
    }

    [Theory]
    [InlineData("application/grpc+proto")]
    [InlineData("application/grpc;charset=utf-8")]
    [InlineData("APPLICATION/GRPC")]
    public async Task ContentType_OfGrpc_IsTaken(string contentType)
    {
        await using var server = await ProbeServer.StartAsync();
        using var client = new RawClient(server.Address);

        var reply = await client.PostAsync(RawClient.Unary, Frames.Of(Seven), contentType, HttpVersion.Version20);

        reply.GrpcStatus.ShouldBe(StatusCode.OK);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/grpc-web")]
    [InlineData("application/grpcx")]
    public async Task ContentType_OfSomethingElse_Http415(string contentType)
    {
        await using var server = await ProbeServer.StartAsync();
        using var client = new RawClient(server.Address);

        var reply = await client.PostAsync(RawClient.Unary, Frames.Of(Seven), contentType, HttpVersion.Version20);

        reply.HttpStatus.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        server.Logs.Grpc.ShouldContain(entry => entry.EventName == "UnsupportedRequestContentType");
    }

    [Fact]
    public async Task Protocol_Http11_Http426()
    {
        await using var server = await ProbeServer.StartAsync(protocols: HttpProtocols.Http1);
        using var client = new RawClient(server.Address);

        var reply = await client.PostAsync(RawClient.Unary, Frames.Of(Seven), "application/grpc", HttpVersion.Version11);

        reply.HttpStatus.ShouldBe(HttpStatusCode.UpgradeRequired);
        reply.Response.Headers.GetValues("upgrade").ShouldBe(["HTTP/2"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task UnaryRequest_CutShort_Internal(int length)
    {
        await using var server = await ProbeServer.StartAsync();
        using var client = new RawClient(server.Address);

        var reply = await client.PostAsync(RawClient.Unary, Frames.Of(Seven)[..length]);

        reply.GrpcStatus.ShouldBe(StatusCode.Internal);
    }

    [Fact]
    public async Task UnaryRequest_WithoutMessage_Internal()
    {
        await using var server = await ProbeServer.StartAsync();
        using var client = new RawClient(server.Address);

        (await client.PostAsync(RawClient.Unary, [])).GrpcStatus.ShouldBe(StatusCode.Internal);
    }

    [Fact]
    public async Task UnaryRequest_WithASecondMessage_Internal()
    {
        await using var server = await ProbeServer.StartAsync();
        using var client = new RawClient(server.Address);

        var reply = await client.PostAsync(RawClient.Unary, [.. Frames.Of(Seven), .. Frames.Of(Seven)]);

        reply.GrpcStatus.ShouldBe(StatusCode.Internal);
        reply.GrpcMessage.ShouldNotBeNull().ShouldContain("more data");
    }

    [Fact]
    public async Task StreamedRequests_LastOneCutShort_EarlierOnesArriveThenInternal()
    {
        await using var server = await ProbeServer.StartAsync();
        using var client = new RawClient(server.Address);

        var reply = await client.PostAsync(RawClient.Chat, [.. Frames.Of(Seven), .. Frames.Of(Seven)[..6]]);

        reply.Body.ShouldBe(Frames.Of(new Pong { Number = 7 }));
        reply.GrpcStatus.ShouldBe(StatusCode.Internal);
    }

    [Fact]
    public async Task Message_ThatIsNoProtobuf_InternalWithoutDetails()
    {
        await using var server = await ProbeServer.StartAsync();
        using var client = new RawClient(server.Address);

        var reply = await client.PostAsync(RawClient.Unary, Frames.Of([0xFF, 0xFF, 0xFF]));

        reply.GrpcStatus.ShouldBe(StatusCode.Internal);
        reply.GrpcMessage.ShouldBe("A message cannot be deserialized.");
    }

    [Fact]
    public async Task Message_MarkedCompressedWithoutEncoding_Internal()
    {
        await using var server = await ProbeServer.StartAsync();
        using var client = new RawClient(server.Address);

        (await client.PostAsync(RawClient.Unary, Frames.Gzipped(Seven))).GrpcStatus.ShouldBe(StatusCode.Internal);
    }

    [Fact]
    public async Task Message_InUnknownEncoding_UnimplementedAndTheKnownOnesNamed()
    {
        await using var server = await ProbeServer.StartAsync();
        using var client = new RawClient(server.Address);

        var reply = await client.PostAsync(RawClient.Unary, Frames.Gzipped(Seven), ("grpc-encoding", "snappy"));

        reply.GrpcStatus.ShouldBe(StatusCode.Unimplemented);
        reply.Field("grpc-accept-encoding").ShouldBe("identity,gzip");
    }

    [Fact]
    public async Task Message_PlainInUnknownEncoding_IsTaken()
    {
        await using var server = await ProbeServer.StartAsync();
        using var client = new RawClient(server.Address);

        (await client.PostAsync(RawClient.Unary, Frames.Of(Seven), ("grpc-encoding", "snappy"))).GrpcStatus.ShouldBe(StatusCode.OK);
    }

    [Fact]
    public async Task Message_WithImpossibleFlag_Internal()
    {
        await using var server = await ProbeServer.StartAsync();
        using var client = new RawClient(server.Address);

        (await client.PostAsync(RawClient.Unary, Frames.Of(Seven.ToByteArray(), 2))).GrpcStatus.ShouldBe(StatusCode.Internal);
    }

    [Fact]
    public async Task Message_DamagedGzip_Internal()
    {
        await using var server = await ProbeServer.StartAsync();
        using var client = new RawClient(server.Address);

        var reply = await client.PostAsync(RawClient.Unary, Frames.Of([1, 2, 3, 4, 5, 6, 7, 8], 1), ("grpc-encoding", "gzip"));

        reply.GrpcStatus.ShouldBe(StatusCode.Internal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("5x")]
    [InlineData("-1S")]
    [InlineData("123456789S")]
    public async Task Timeout_Malformed_IsIgnored(string timeout)
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Unary = (_, context) => Task.FromResult(new Pong { Text = context.Deadline == DateTime.MaxValue ? "none" : "some" });
        using var client = new RawClient(server.Address);

        var reply = await client.PostAsync(RawClient.Unary, Frames.Of(Seven), ("grpc-timeout", timeout));

        reply.Body.ShouldBe(Frames.Of(new Pong { Text = "none" }));
        server.Logs.Grpc.ShouldContain(entry => entry.EventName == "InvalidTimeoutIgnored");
    }

    [Fact]
    public async Task Get_OnAMethod_Http405()
    {
        await using var server = await ProbeServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, RawClient.Unary)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        (await http.SendAsync(request).Soon()).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }
}
