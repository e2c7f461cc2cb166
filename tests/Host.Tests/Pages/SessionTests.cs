using System.Net;
using Dapper;
using Validation.Server.Store;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Pages;

[Collection(PostgresTests.Name)]
public sealed class SessionTests(PostgresCluster postgres) : IDisposable
{
    private readonly Databases _databases = new(postgres);

    public static TheoryData<string> Kinds => Databases.Names;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Session_OfOneServer_HoldsOnEveryServerOfTheStore(string kind)
    {
        var store = await _databases.OptionAsync(kind);
        await using var first = await RunningServer.StartAsync(new FakeCheck(), store, "AnonymousValidate=false");
        var publisher = await first.KeyAsync(null, Role.Publisher, Role.Clerk);
        await using var second = await RunningServer.StartAsync(new FakeCheck(), store, "AnonymousValidate=false");
        using var browser = new PageBrowser(first);
        using var signedIn = await browser.SignInAsync(publisher.Secret);
        using var other = new PageBrowser(second);
        foreach (var (name, value) in browser.Cookies)
        {
            other.Cookies[name] = value;
        }

        using var page = await other.GetAsync("/check");
        using var form = await other.UploadAsync(await browser.TokenAsync("/check"), "a.txt", "年报");

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        form.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(Role.Clerk, "/check")]
    [InlineData(Role.Auditor, "/rules")]
    public async Task Start_OfSomebodySignedIn_LeadsToTheFirstPageThatTheyMaySee(Role role, string page)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "AnonymousValidate=false");
        var publisher = await server.KeyAsync(null, Role.Publisher);
        var key = await server.KeyAsync(publisher.Secret, role);
        using var browser = new PageBrowser(server);
        using var signedIn = await browser.SignInAsync(key.Secret);

        using var start = await browser.GetAsync("/start");

        start.Headers.Location?.OriginalString.ShouldBe(page);
    }

    [Fact]
    public async Task Secrets_UnderACertificate_AreEncryptedInTheStore()
    {
        using var certificate = new TestCertificate();
        using var folder = new TemporaryFolder();
        var data = folder.PathOf("data");
        string[] options = ["AnonymousValidate=false", $"DataFolder={data}", .. certificate.Options("pfx").Select(one => $"Pages:{one}")];
        await using var server = await RunningServer.StartAsync(new FakeCheck(), options);
        using var browser = new PageBrowser(server);
        (await browser.TokenAsync("/check")).ShouldNotBeEmpty();

        var dialect = new SqliteDialect(new DataFolder(data));
        await using var connection = await dialect.OpenAsync(default);
        var secrets = (await connection.QueryAsync<string>("SELECT content FROM session_secrets")).ToList();

        secrets.ShouldNotBeEmpty();
        secrets.ShouldAllBe(secret => secret.Contains("EncryptedData", StringComparison.Ordinal));
        secrets.ShouldAllBe(secret => !secret.Contains("<masterKey", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Session_OverTls_HasACookieOfThisHostAlone()
    {
        using var certificate = new TestCertificate();
        string[] options = ["GrpcUrl=https://127.0.0.1:0", "AnonymousValidate=false", .. certificate.Options("pfx")];
        await using var server = await RunningServer.StartAsync(new FakeCheck(), [.. options, "Administrators:0:Name=a", Administrator]);
        using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.Thumbprint;
        using var browser = new PageBrowser(server.GrpcAddress, handler);

        using var response = await browser.SignInAsync("geheim");

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var cookie = response.Headers.GetValues("Set-Cookie").Single(set => set.Contains("session", StringComparison.Ordinal));
        cookie.ShouldStartWith("__Host-validation-session=");
        foreach (var attribute in new[] { "secure", "httponly", "samesite=strict", "path=/" })
        {
            cookie.ShouldContain($"; {attribute}");
        }

        cookie.ShouldNotContain("domain");
    }

    public void Dispose()
    {
        _databases.Dispose();
    }

    private static string Administrator =>
        $"Administrators:0:KeySha256={Convert.ToHexString(System.Security.Cryptography.SHA256.HashData("geheim"u8))}";
}
