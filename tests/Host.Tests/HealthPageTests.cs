using System.Net;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Server.Tests;

public sealed class HealthPageTests
{
    [Fact]
    public async Task Healthz_Running_IsOk()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var http = new HttpClient { BaseAddress = new Uri(server.WebAddress) };

        (await http.GetStringAsync("/healthz").InTime()).ShouldBe("ok");
    }

    [Fact]
    public async Task Page_Running_IsChineseHtml()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var http = new HttpClient { BaseAddress = new Uri(server.WebAddress) };

        using var response = await http.GetAsync("/").InTime();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        (await response.Content.ReadAsStringAsync().InTime()).ShouldContain(Texts.PageHealthy);
    }

    [Fact]
    public async Task AnythingElse_Running_IsNotFound()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var http = new HttpClient { BaseAddress = new Uri(server.WebAddress) };

        using var response = await http.GetAsync("/appsettings.json").InTime();

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
