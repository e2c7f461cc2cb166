using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Validation.Runtime.Tests.Support;

namespace Validation.Runtime.Tests;

/// <summary>The client against servers that break the protocol.</summary>
public sealed class ClientProtocolTests
{
    private static readonly byte[] Seven = Frames.Of(new Pong { Number = 7 });

    [Theory]
    [InlineData(400, StatusCode.Internal)]
    [InlineData(401, StatusCode.Unauthenticated)]
    [InlineData(403, StatusCode.PermissionDenied)]
    [InlineData(404, StatusCode.Unimplemented)]
    [InlineData(429, StatusCode.Unavailable)]
    [InlineData(500, StatusCode.Unknown)]
    [InlineData(502, StatusCode.Unavailable)]
    [InlineData(503, StatusCode.Unavailable)]
    [InlineData(504, StatusCode.Unavailable)]
    public async Task HttpStatus_WithoutGrpcStatus_IsMapped(int httpStatus, StatusCode expected)
    {
        await using var server = await ServeAsync(http =>
        {
            http.Response.StatusCode = httpStatus;
            return Task.CompletedTask;
        });

        var status = await CallAsync(server);

        status.StatusCode.ShouldBe(expected);
        status.Detail.ShouldBe($"Bad gRPC response. HTTP status code: {httpStatus}");
    }

    [Fact]
    public async Task ContentType_OfAWebPage_Unknown()
    {
        await using var server = await ServeAsync(http => http.Response.WriteAsync("<html>log in first</html>"), "text/html");

        var status = await CallAsync(server);

        status.StatusCode.ShouldBe(StatusCode.Unknown);
        status.Detail.ShouldContain("text/html");
    }

    [Fact]
    public async Task TrailersOnly_Error_StatusMessageAndTrailersArrive()
    {
        await using var server = await ServeAsync(http =>
        {
            http.Response.Headers["grpc-status"] = "9";
            http.Response.Headers["grpc-message"] = "%E4%BA%8C %zz 100%";
            http.Response.Headers["extra"] = "1";
            return Task.CompletedTask;
        });
        using var call = server.Client().UnaryAsync(new Ping());

        var failure = await Should.ThrowAsync<RpcException>(() => call.ResponseAsync.Soon());

        failure.Status.ShouldBe(new Status(StatusCode.FailedPrecondition, "二 %zz 100%"));
        failure.Trailers.GetValue("extra").ShouldBe("1");
        (await call.ResponseHeadersAsync.Soon()).GetValue("extra").ShouldBe("1");
    }

    [Fact]
    public async Task TrailersOnly_Success_UnaryFailsAndStreamEnds()
    {
        await using var server = await ServeAsync(http =>
        {
            http.Response.Headers["grpc-status"] = "0";
            return Task.CompletedTask;
        });

        (await CallAsync(server)).StatusCode.ShouldBe(StatusCode.Internal);
        using var call = server.Client().Expand(new Ping());
        (await call.ResponseStream.MoveNext(CancellationToken.None).Soon()).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, StatusCode.Unknown)]
    [InlineData("seven", StatusCode.Unknown)]
    [InlineData("42", (StatusCode)42)]
    public async Task GrpcStatus_MissingOrOdd_IsNoSuccess(string? value, StatusCode expected)
    {
        await using var server = await ServeAsync(async http =>
        {
            await http.Response.BodyWriter.WriteAsync(Seven);
            if (value is not null)
            {
                http.Response.AppendTrailer("grpc-status", value);
            }
        });

        (await CallAsync(server)).StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public async Task Reply_CutShort_Internal(int length)
    {
        await using var server = await ServeAsync(Reply(Seven[..length]));

        (await CallAsync(server)).StatusCode.ShouldBe(StatusCode.Internal);
    }

    [Fact]
    public async Task Reply_Garbage_Internal()
    {
        await using var server = await ServeAsync(Reply("<html></html>"u8.ToArray()));

        (await CallAsync(server)).StatusCode.ShouldBe(StatusCode.Internal);
    }

    [Fact]
    public async Task Reply_Missing_Internal()
    {
        await using var server = await ServeAsync(async http =>
        {
            await http.Response.StartAsync();
            http.Response.AppendTrailer("grpc-status", "0");
        });

        (await CallAsync(server)).StatusCode.ShouldBe(StatusCode.Internal);
    }

    [Fact]
    public async Task Reply_Twice_Internal()
    {
        await using var server = await ServeAsync(Reply([.. Seven, .. Seven]));

        (await CallAsync(server)).StatusCode.ShouldBe(StatusCode.Internal);
    }

    [Fact]
    public async Task Reply_NoProtobuf_Internal()
    {
        await using var server = await ServeAsync(Reply(Frames.Of([0xFF, 0xFF])));

        var status = await CallAsync(server);

        status.StatusCode.ShouldBe(StatusCode.Internal);
        status.DebugException.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("snappy")]
    public async Task Reply_CompressedInAnEncodingNotAgreed_Internal(string? encoding)
    {
        await using var server = await ServeAsync(http =>
        {
            http.Response.Headers["grpc-encoding"] = encoding;
            return Reply(Frames.Gzipped(new Pong()))(http);
        });

        (await CallAsync(server)).StatusCode.ShouldBe(StatusCode.Internal);
    }

    [Fact]
    public async Task Reply_CompressedBomb_ResourceExhausted()
    {
        var bomb = Frames.Of(Frames.Gzip(new byte[50_000_000]), 1);
        await using var server = await ServeAsync(http =>
        {
            http.Response.Headers["grpc-encoding"] = "gzip";
            return Reply(bomb)(http);
        });

        (await CallAsync(server)).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task Trailer_BinaryThatIsNoBase64_Internal()
    {
        await using var server = await ServeAsync(async http =>
        {
            await http.Response.BodyWriter.WriteAsync(Seven);
            http.Response.AppendTrailer("grpc-status", "0");
            http.Response.AppendTrailer("id-bin", "%%%");
        });

        (await CallAsync(server)).StatusCode.ShouldBe(StatusCode.Internal);
    }

    [Theory]
    [InlineData(0x0, StatusCode.Internal)]
    [InlineData(0x1, StatusCode.Internal)]
    [InlineData(0x2, StatusCode.Internal)]
    [InlineData(0x8, StatusCode.Cancelled)]
    [InlineData(0xb, StatusCode.ResourceExhausted)]
    [InlineData(0xc, StatusCode.PermissionDenied)]
    public async Task Reset_AfterTheHeaders_IsMapped(int errorCode, StatusCode expected)
    {
        await using var server = await ServeAsync(async http =>
        {
            await http.Response.BodyWriter.WriteAsync(Seven);
            http.Features.Get<IHttpResetFeature>()!.Reset(errorCode);
        });
        using var call = server.Client().Expand(new Ping());

        var failure = await Should.ThrowAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext(CancellationToken.None).Soon())
            {
                call.ResponseStream.Current.Number.ShouldBe(7);
            }
        });

        failure.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Reset_BeforeTheHeaders_IsMapped()
    {
        await using var server = await ServeAsync(http =>
        {
            http.Features.Get<IHttpResetFeature>()!.Reset(0xb);
            return Task.CompletedTask;
        });

        (await CallAsync(server)).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task Abort_OfTheConnection_Unavailable()
    {
        await using var server = await ServeAsync(http =>
        {
            http.Features.Get<IConnectionLifetimeFeature>()?.Abort();
            return Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        (await CallAsync(server)).StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    [Fact]
    public async Task Connection_EndsAfterGoAway_Unavailable()
    {
        var read = new TaskCompletionSource();
        await using var server = await ServeAsync(async http =>
        {
            http.Features.Get<IConnectionLifetimeNotificationFeature>()!.RequestClose();
            await http.Response.BodyWriter.WriteAsync(Seven);
            await read.Task;
            http.Features.Get<IConnectionLifetimeFeature>()!.Abort();
        });
        using var call = server.Client().Expand(new Ping());
        (await call.ResponseStream.MoveNext().Soon()).ShouldBeTrue();

        read.SetResult();

        (await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext().Soon())).StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    private static RequestDelegate Reply(byte[] body) => async http =>
    {
        await http.Response.BodyWriter.WriteAsync(body);
        http.Response.AppendTrailer("grpc-status", "0");
    };

    private static Task<ProbeServer> ServeAsync(RequestDelegate method, string contentType = "application/grpc") =>
        ProbeServer.StartAsync(routes: app => app.Run(async http =>
        {
            http.Response.ContentType = contentType;
            await http.Request.BodyReader.ReadAsync();
            await method(http);
        }));

    private static async Task<Status> CallAsync(ProbeServer server)
    {
        using var call = server.Client(new GrpcChannelOptions()).UnaryAsync(new Ping());
        var failure = await Should.ThrowAsync<RpcException>(() => call.ResponseAsync.Soon());
        call.GetStatus().ShouldBe(failure.Status);
        return failure.Status;
    }
}
