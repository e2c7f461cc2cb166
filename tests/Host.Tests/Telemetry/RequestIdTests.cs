using Grpc.Core;
using Validation.Server.Outcomes;
using Validation.Server.Telemetry;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Telemetry;

public sealed class RequestIdTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task Call_WithAnIdAndATrace_GetsBothBack()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        var sent = new Metadata { { RequestId.Header, "clerk-7" }, { "traceparent", $"00-{Trace}-b7ad6b7169203331-01" } };

        using var call = server.Client.ValidateAsync(new ValidateRequest(), sent);
        var headers = await call.ResponseHeadersAsync.InTime();
        await call.ResponseAsync.InTime();

        headers.GetValue(RequestId.Header).ShouldBe("clerk-7");
        headers.GetValue(RequestId.TraceHeader)!.ShouldStartWith($"00-{Trace}-");
    }

    [Fact]
    public async Task Call_Refused_SaysItsIdToo()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        var sent = new Metadata { { RequestId.Header, "clerk-8" } };

        var fault = await Should.ThrowAsync<RpcException>(
            server.Admin.PublishAsync(new PublishRequest(), sent).ResponseAsync.InTime());

        fault.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        fault.Trailers.GetValue(RequestId.Header).ShouldBe("clerk-8");
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("!~", true)]
    [InlineData("a b", false)]
    [InlineData("a\tb", false)]
    [InlineData("", false)]
    public async Task Id_OfARequest_IsTakenWhenItIsPrintable(string id, bool taken)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());

        (await IdAsync(server, id) == id).ShouldBe(taken);
    }

    [Fact]
    public async Task Id_AroundItsLongest_IsTakenOrMadeAnew()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        var longest = new string('x', RequestId.Longest);

        (await IdAsync(server, longest)).ShouldBe(longest);
        (await IdAsync(server, longest + "x")).Length.ShouldBe(32);
    }

    [Fact]
    public async Task Id_NoneGiven_IsAnotherEachTime()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());

        (await IdAsync(server, null)).ShouldNotBe(await IdAsync(server, null));
    }

    [Fact]
    public async Task Problem_OfARequest_NamesItsId()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere");
        request.Headers.Add(RequestId.Header, "portal-1");

        using var response = await server.Http.SendAsync(request).InTime();

        await response.ShouldBeAsync(ProblemCode.NotFound);
        response.Headers.GetValues(RequestId.Header).ShouldBe(["portal-1"]);
    }

    private static async Task<string> IdAsync(RunningServer server, string? id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz");
        if (id is not null)
        {
            request.Headers.TryAddWithoutValidation(RequestId.Header, id);
        }

        using var response = await server.Http.SendAsync(request).InTime();
        return response.Headers.GetValues(RequestId.Header).ShouldHaveSingleItem();
    }
}
