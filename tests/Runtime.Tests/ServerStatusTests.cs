using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Validation.Runtime.Tests.Support;

namespace Validation.Runtime.Tests;

/// <summary>How calls end, seen through the client.</summary>
public sealed class ServerStatusTests
{
    private const string Special = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈 100%\t\n";

    [Theory]
    [InlineData(StatusCode.NotFound, "没有这份年报")]
    [InlineData(StatusCode.Unknown, "test status message")]
    [InlineData(StatusCode.Unauthenticated, "")]
    [InlineData(StatusCode.Unknown, Special)]
    public async Task Unary_RpcException_StatusArrives(StatusCode code, string detail)
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Unary = (_, _) => throw new RpcException(new Status(code, detail));

        var failure = await Should.ThrowAsync<RpcException>(() => server.Client().UnaryAsync(new Ping()).ResponseAsync.Soon());

        failure.Status.ShouldBe(new Status(code, detail));
    }

    [Fact]
    public async Task Duplex_RpcExceptionAfterAReply_ReplyAndStatusArrive()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Chat = async (_, pongs, _) =>
        {
            await pongs.WriteAsync(new Pong { Number = 1 });
            throw new RpcException(new Status(StatusCode.Unknown, Special));
        };
        using var call = server.Client().Chat();

        (await call.ResponseStream.MoveNext(CancellationToken.None).Soon()).ShouldBeTrue();
        var failure = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None).Soon());

        failure.Status.Detail.ShouldBe(Special);
        call.GetStatus().ShouldBe(failure.Status);
        (await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None).Soon()))
            .StatusCode.ShouldBe(StatusCode.Unknown);
    }

    [Fact]
    public async Task Unary_RpcExceptionWithTrailers_BothKindsOfTrailersArrive()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Unary = (_, context) =>
        {
            context.ResponseTrailers.Add("from-context", "1");
            throw new RpcException(new Status(StatusCode.Aborted, "x"), new Metadata { { "from-exception-bin", [1, 2, 0] } });
        };

        var failure = await Should.ThrowAsync<RpcException>(() => server.Client().UnaryAsync(new Ping()).ResponseAsync.Soon());

        failure.Trailers.GetValue("from-context").ShouldBe("1");
        failure.Trailers.GetValueBytes("from-exception-bin").ShouldBe([1, 2, 0]);
    }

    [Fact]
    public async Task Unary_AnyOtherException_UnknownWithoutDetailsAndAnErrorIsLogged()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Logs.ExpectedErrors.Add("ErrorExecutingServiceMethod");
        server.Methods.Unary = (_, _) => throw new FormatException("secret");

        var failure = await Should.ThrowAsync<RpcException>(() => server.Client().UnaryAsync(new Ping()).ResponseAsync.Soon());

        failure.Status.ShouldBe(new Status(StatusCode.Unknown, "Exception was thrown by handler."));
        var entry = server.Logs.Grpc.Single(entry => entry.Level == LogLevel.Error);
        entry.Exception.ShouldBeOfType<FormatException>();
        entry.Text.ShouldContain("/runtime.testing.v1.Probe/Unary");
    }

    [Fact]
    public async Task Unary_AnyOtherExceptionWithDetailedErrors_TextArrives()
    {
        await using var server = await ProbeServer.StartAsync(options => options.EnableDetailedErrors = true);
        server.Logs.ExpectedErrors.Add("ErrorExecutingServiceMethod");
        server.Methods.Unary = (_, _) => throw new FormatException("outer", new TimeZoneNotFoundException("inner"));

        var failure = await Should.ThrowAsync<RpcException>(() => server.Client().UnaryAsync(new Ping()).ResponseAsync.Soon());

        failure.Status.Detail.ShouldBe("Exception was thrown by handler. FormatException: outer TimeZoneNotFoundException: inner");
    }

    [Fact]
    public async Task Unary_NullReply_Cancelled()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Unary = (_, _) => Task.FromResult<Pong>(null!);

        var failure = await Should.ThrowAsync<RpcException>(() => server.Client().UnaryAsync(new Ping()).ResponseAsync.Soon());

        failure.Status.ShouldBe(new Status(StatusCode.Cancelled, "No message returned from method."));
    }

    [Fact]
    public async Task Unary_StatusSetOnTheContext_StatusArrives()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Unary = (_, context) =>
        {
            context.Status = new Status(StatusCode.DataLoss, "lost");
            return Task.FromResult(new Pong());
        };

        var failure = await Should.ThrowAsync<RpcException>(() => server.Client().UnaryAsync(new Ping()).ResponseAsync.Soon());

        failure.Status.ShouldBe(new Status(StatusCode.DataLoss, "lost"));
    }

    [Fact]
    public async Task Method_NotOverridden_Unimplemented()
    {
        await using var server = await ProbeServer.StartAsync();

        var failure = await Should.ThrowAsync<RpcException>(() => server.Client().MissingAsync(new Ping()).ResponseAsync.Soon());

        failure.StatusCode.ShouldBe(StatusCode.Unimplemented);
    }

    [Fact]
    public async Task Method_NotInTheService_Unimplemented()
    {
        await using var server = await ProbeServer.StartAsync();
        using var client = new RawClient(server.Address);

        var reply = await client.PostAsync("/runtime.testing.v1.Probe/Nothing", Frames.Of(new Ping()));

        reply.GrpcStatus.ShouldBe(StatusCode.Unimplemented);
        reply.GrpcMessage.ShouldBe("Method is unimplemented.");
    }

    [Fact]
    public async Task Service_NotMapped_Unimplemented()
    {
        await using var server = await ProbeServer.StartAsync();
        var client = new Absent.AbsentClient(server.Channel());

        var failure = await Should.ThrowAsync<RpcException>(() => client.UnaryAsync(new Ping()).ResponseAsync.Soon());

        failure.Status.ShouldBe(new Status(StatusCode.Unimplemented, "Service is unimplemented."));
    }

    [Fact]
    public async Task Service_NotMappedAndIgnored_Http404SoUnimplemented()
    {
        await using var server = await ProbeServer.StartAsync(options => options.IgnoreUnknownServices = true);
        var client = new Absent.AbsentClient(server.Channel());

        var failure = await Should.ThrowAsync<RpcException>(() => client.UnaryAsync(new Ping()).ResponseAsync.Soon());

        failure.Status.ShouldBe(new Status(StatusCode.Unimplemented, "Bad gRPC response. HTTP status code: 404"));
        using var raw = new RawClient(server.Address);
        (await raw.PostAsync("/runtime.testing.v1.Probe/Nothing", [])).HttpStatus.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task OtherPost_OfTwoSegments_IsLeftToTheApplication()
    {
        await using var server = await ProbeServer.StartAsync(routes: app =>
        {
            app.MapGrpcService<ProbeService>();
            app.MapFallback(() => Results.Text("page"));
        });
        using var client = new RawClient(server.Address);

        var reply = await client.PostAsync("/api/check", [1], "application/json", System.Net.HttpVersion.Version20);

        System.Text.Encoding.UTF8.GetString(reply.Body).ShouldBe("page");
    }
}
