using Grpc.Core;
using Validation.Runtime.Tests.Support;

namespace Validation.Runtime.Tests;

/// <summary>Headers and trailers on the wire.</summary>
public sealed class HeaderTests
{
    private const string Echo = "x-grpc-test-echo-initial";
    private const string EchoBinary = "x-grpc-test-echo-trailing-bin";

    [Fact]
    public async Task CustomMetadata_BothWays_ArrivesInHeadersAndTrailers()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Unary = EchoHeadersAsync;
        var headers = new Metadata { { Echo, "test_initial_metadata_value" }, { EchoBinary, [0xab, 0xab, 0xab] } };
        using var call = server.Client().UnaryAsync(new Ping(), headers);

        (await call.ResponseHeadersAsync.Soon()).GetValue(Echo).ShouldBe("test_initial_metadata_value");
        await call.ResponseAsync.Soon();
        call.GetTrailers().GetValueBytes(EchoBinary).ShouldBe([0xab, 0xab, 0xab]);
        call.GetTrailers().ShouldNotContain(entry => entry.Key.StartsWith("grpc-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("q6ur")]
    [InlineData("qw")]
    [InlineData("qw==")]
    [InlineData("qw=")]
    [InlineData("")]
    public async Task BinaryHeader_WithOrWithoutPadding_IsRead(string value)
    {
        await using var server = await ProbeServer.StartAsync();
        byte[]? received = null;
        server.Methods.Unary = (_, context) =>
        {
            received = context.RequestHeaders.GetValueBytes("id-bin");
            return Task.FromResult(new Pong());
        };
        using var client = new RawClient(server.Address);

        var reply = await client.PostAsync(RawClient.Unary, Frames.Of(new Ping()), ("id-bin", value));

        reply.GrpcStatus.ShouldBe(StatusCode.OK);
        received.ShouldBe(Convert.FromBase64String(value.TrimEnd('=').PadRight((value.TrimEnd('=').Length + 3) / 4 * 4, '=')));
    }

    [Fact]
    public async Task BinaryHeader_SeveralJoinedByCommas_AreSeveralEntries()
    {
        await using var server = await ProbeServer.StartAsync();
        var received = new List<byte[]>();
        server.Methods.Unary = (_, context) =>
        {
            received.AddRange(context.RequestHeaders.GetAll("id-bin").Select(entry => entry.ValueBytes));
            return Task.FromResult(new Pong());
        };
        using var client = new RawClient(server.Address);

        await client.PostAsync(RawClient.Unary, Frames.Of(new Ping()), ("id-bin", "AQ,Ag==, Aw"));

        received.ShouldBe([[1], [2], [3]]);
    }

    [Theory]
    [InlineData("%%%")]
    [InlineData("A")]
    [InlineData("====!")]
    public async Task BinaryHeader_NoBase64_InternalAndTheHandlerIsSpared(string value)
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Unary = (_, context) => Task.FromResult(new Pong { Number = context.RequestHeaders.Count });
        using var client = new RawClient(server.Address);

        var reply = await client.PostAsync(RawClient.Unary, Frames.Of(new Ping()), ("id-bin", value));

        reply.GrpcStatus.ShouldBe(StatusCode.Internal);
        reply.GrpcMessage.ShouldNotBeNull().ShouldContain("id-bin");
    }

    [Fact]
    public async Task RequestHeaders_OfTheProtocol_AreNoMetadata()
    {
        await using var server = await ProbeServer.StartAsync();
        var keys = new List<string>();
        server.Methods.Unary = (_, context) =>
        {
            keys.AddRange(context.RequestHeaders.Select(entry => entry.Key));
            return Task.FromResult(new Pong());
        };

        await server.Client().UnaryAsync(new Ping(), new Metadata { { "mine", "1" } }, DateTime.MaxValue).ResponseAsync.Soon();

        keys.ShouldContain("mine");
        keys.ShouldContain("user-agent");
        keys.ShouldNotContain(key => key == "te" || key == "content-type" || key == "grpc-timeout" || key == "grpc-accept-encoding");
    }

    [Fact]
    public async Task Metadata_WithKeysOfTheProtocol_TheseAreLeftOut()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Unary = (_, context) =>
        {
            context.ResponseTrailers.Add("grpc-status", "5");
            return Task.FromResult(new Pong { Number = context.Deadline == DateTime.MaxValue ? 1 : 0 });
        };

        var pong = await server.Client().UnaryAsync(new Ping(), new Metadata { { "grpc-timeout", "1m" } }).ResponseAsync.Soon();

        pong.Number.ShouldBe(1);
    }

    [Fact]
    public async Task Trailer_ThatIsNotAscii_InternalAndAnErrorIsLogged()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Logs.ExpectedErrors.Add("ErrorExecutingServiceMethod");
        server.Methods.Unary = (_, context) =>
        {
            context.ResponseTrailers.Add("name", "年报");
            return Task.FromResult(new Pong());
        };

        var failure = await Should.ThrowAsync<RpcException>(() => server.Client().UnaryAsync(new Ping()).ResponseAsync.Soon());

        failure.Status.ShouldBe(new Status(StatusCode.Internal, "The trailers cannot be sent."));
    }

    [Fact]
    public async Task Header_ThatIsNotAscii_FailsOnTheClient()
    {
        await using var server = await ProbeServer.StartAsync();

        var failure = await Should.ThrowAsync<RpcException>(
            () => server.Client().UnaryAsync(new Ping(), new Metadata { { "name", "年报" } }).ResponseAsync.Soon());

        failure.Status.Detail.ShouldContain("ASCII");
    }

    [Fact]
    public async Task ResponseHeaders_SentEarly_ArriveBeforeAnyReply()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Chat = async (pings, pongs, context) =>
        {
            await context.WriteResponseHeadersAsync(new Metadata { { "early", "yes" } });
            await foreach (var ping in pings.ReadAllAsync())
            {
                await pongs.WriteAsync(ProbeMethods.Echo(ping));
            }
        };
        using var call = server.Client().Chat();

        (await call.ResponseHeadersAsync.Soon()).GetValue("early").ShouldBe("yes");

        await call.RequestStream.CompleteAsync().Soon();
        (await call.ResponseStream.MoveNext(CancellationToken.None).Soon()).ShouldBeFalse();
    }

    [Fact]
    public async Task ResponseHeaders_SentTwice_SecondThrows()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Unary = async (_, context) =>
        {
            await context.WriteResponseHeadersAsync([]);
            var failure = await Should.ThrowAsync<InvalidOperationException>(() => context.WriteResponseHeadersAsync([]));
            return new Pong { Text = failure.Message };
        };

        (await server.Client().UnaryAsync(new Ping()).ResponseAsync.Soon()).Text.ShouldContain("once per call");
    }

    [Fact]
    public async Task Context_OfACall_DescribesIt()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Unary = (_, context) =>
        {
            context.UserState["key"] = "value";
            var http = context.GetHttpContext();
            return Task.FromResult(new Pong
            {
                Text = string.Join('|', context.Method, context.Host, context.Peer, http.Request.Protocol, http.Items["key"]),
                Number = context.AuthContext.IsPeerAuthenticated ? 1 : 0,
            });
        };

        var pong = await server.Client().UnaryAsync(new Ping()).ResponseAsync.Soon();

        var parts = pong.Text.Split('|');
        parts[0].ShouldBe("/runtime.testing.v1.Probe/Unary");
        parts[1].ShouldBe(server.Address.Authority);
        parts[2].ShouldStartWith("ipv4:127.0.0.1:");
        parts[3].ShouldBe("HTTP/2");
        parts[4].ShouldBe("value");
        pong.Number.ShouldBe(0);
    }

    [Fact]
    public async Task WithHost_OfAClient_NamesTheAuthority()
    {
        await using var server = await ProbeServer.StartAsync();
        server.Methods.Unary = (_, context) => Task.FromResult(new Pong { Text = context.Host });

        var pong = await server.Client().WithHost("report.example:99").UnaryAsync(new Ping()).ResponseAsync.Soon();

        pong.Text.ShouldBe("report.example:99");
    }

    [Fact]
    public async Task Header_Of63Kilobytes_ArrivesWhereTheServerAllows()
    {
        await using var server = await ProbeServer.StartAsync(services: builder =>
            Microsoft.Extensions.DependencyInjection.OptionsServiceCollectionExtensions
                .Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(builder.Services, kestrel =>
                {
                    kestrel.Limits.MaxRequestHeadersTotalSize = 128 * 1024;
                    kestrel.Limits.Http2.MaxRequestHeaderFieldSize = 64 * 1024;
                }));
        server.Methods.Unary = (_, context) =>
            Task.FromResult(new Pong { Number = context.RequestHeaders.GetValue("large")!.Length });

        var headers = new Metadata { { "large", new string('x', 63 * 1024) } };
        var pong = await server.Client().UnaryAsync(new Ping(), headers).ResponseAsync.Soon();

        pong.Number.ShouldBe(63 * 1024);
    }

    private static async Task<Pong> EchoHeadersAsync(Ping ping, ServerCallContext context)
    {
        var initial = context.RequestHeaders.Get(Echo)!;
        await context.WriteResponseHeadersAsync([initial]);
        context.ResponseTrailers.Add(context.RequestHeaders.Get(EchoBinary)!);
        return ProbeMethods.Echo(ping);
    }
}
