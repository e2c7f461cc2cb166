using System.Net;
using Validation.Server.Tests.Support;
using Validation.Server.Web;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Web;

public sealed class DocsPageTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/docs")]
    public async Task Page_Running_SaysHowItIsAndHowToCallIt(string path)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());

        using var response = await server.Http.GetAsync(path).InTime();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        var page = await response.Content.ReadAsStringAsync().InTime();
        page.ShouldContain(WebTexts.PageHealthy);
        foreach (var operation in Operation.All)
        {
            page.ShouldContain($"curl {server.WebAddress}{operation.Path}");
        }
    }

    [Fact]
    public async Task Page_Anywhere_NeedsNothingFromElsewhere()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());

        var page = await server.Http.GetStringAsync("/").InTime();

        page.ShouldNotContain("<script");
        page.ShouldNotContain("src=");
        page.ShouldNotContain("@import");
        page.ShouldNotContain("<link");
    }

    [Fact]
    public async Task Page_HostileHost_IsText()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Host", "a<b>c");

        using var response = await server.Http.SendAsync(request).InTime();

        (await response.Content.ReadAsStringAsync().InTime()).ShouldNotContain("a<b>c");
    }

    [Fact]
    public async Task Healthz_Running_IsOk()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());

        (await server.Http.GetStringAsync("/healthz").InTime()).ShouldBe("ok");
        (await server.Http.GetStringAsync("/readyz").InTime()).ShouldBe("ready");
    }
}
