using Validation.Server.Outcomes;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Web;

/// <summary>A page of another site that somebody on this machine looks at must not get at the server.</summary>
public sealed class BrowserGuardTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/v1/rules")]
    [InlineData("/v1/status")]
    [InlineData("/no-such-page")]
    public async Task Answer_Any_TellsBrowsersToDoNothingWithIt(string path)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());

        using var response = await server.Http.GetAsync(path).InTime();

        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("evil.example", "", true)]
    [InlineData("127.0.0.1.evil.example", "", true)]
    [InlineData("localhost", "", false)]
    [InlineData("[::1]:80", "", false)]
    [InlineData("intranet.example", "", false)]
    [InlineData("public.example", "10.0.0.7", false)]
    public async Task Request_ForAnotherHost_IsRefusedUnlessAProxyBringsIt(string host, string forwardedFor, bool refused)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "Hosts:0=intranet.example");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/status") { Headers = { Host = host } };
        if (forwardedFor.Length > 0)
        {
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        }

        using var response = await server.Http.SendAsync(request).InTime();

        if (refused)
        {
            await response.ShouldBeAsync(ProblemCode.Misdirected);
        }
        else
        {
            response.IsSuccessStatusCode.ShouldBeTrue();
        }
    }
}
