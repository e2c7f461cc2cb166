using System.Net;
using System.Security.Cryptography.X509Certificates;
using Validation.Server.Access;
using Validation.Server.Pages.Frame;
using Validation.Server.Tests.Support;
using Validation.Server.Tests.Tls;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Pages;

/// <summary>Pages over TLS, for people whose browser has a client certificate: they need not sign in.</summary>
public sealed class CertificatePageTests : IAsyncLifetime, IDisposable
{
    private readonly TestAuthority _authority = new();
    private RunningServer _server = null!;

    public async Task InitializeAsync()
    {
        _authority.IssueServer();
        string[] options =
        [
            "ClientCertificates:Mode=Allow", $"ClientCertificates:CaPath={_authority.CaPath}", "AnonymousValidate=false",
            "ClientCertificates:Subjects:0:Subject=CN=client", "ClientCertificates:Subjects:0:Name=政务公开办",
            "ClientCertificates:Subjects:0:Roles:0=publisher",
        ];
        _server = await OnePortTests.StartAsync(_authority, options);
    }

    [Fact]
    public async Task Page_OfACertificate_NeedsNoSignIn()
    {
        using var own = _authority.IssueClient();
        using var browser = Browser(own);

        using var page = await browser.GetAsync(PageLinks.Keys);

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync()).ShouldNotContain(PageMark.SignInPath);
    }

    [Fact]
    public async Task Form_OfACertificate_IsTakenAndNotedUnderItsName()
    {
        using var own = _authority.IssueClient();
        using var browser = Browser(own);
        var token = await browser.TokenAsync(PageLinks.Keys);

        using var made = await browser.PostAsync(PageLinks.KeyCreated, ("form_token", token), ("name", "区教育局"), ("role", "clerk"));

        made.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var keys = await browser.GetAsync(PageLinks.Keys);
        (await keys.Content.ReadAsStringAsync()).ShouldContain("政务公开办");
    }

    [Fact]
    public async Task Form_OfACertificateWithoutAToken_IsRefused()
    {
        using var own = _authority.IssueClient();
        using var browser = Browser(own);
        await browser.TokenAsync(PageLinks.Keys);

        using var made = await browser.PostAsync(PageLinks.KeyCreated, ("name", "区教育局"), ("role", "clerk"));

        made.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Page_WithoutACertificate_LeadsToTheSignIn()
    {
        using var browser = Browser(null);

        using var page = await browser.GetAsync(PageLinks.Keys);

        page.Headers.Location?.OriginalString.ShouldStartWith(PageMark.SignInPath);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _authority.Dispose();

    private PageBrowser Browser(X509Certificate2? own)
    {
        var handler = TlsClient.Handler(_authority, own);
        (handler.UseCookies, handler.AllowAutoRedirect) = (false, false);
        return new PageBrowser(_server.GrpcAddress, handler);
    }
}
