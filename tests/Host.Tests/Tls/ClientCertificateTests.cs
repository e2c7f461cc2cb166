using System.Net;
using System.Security.Cryptography.X509Certificates;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.Server.Startup;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Tls;

public sealed class ClientCertificateTests
{
    [Theory]
    [InlineData("None", "none", true)]
    [InlineData("Allow", "none", true)]
    [InlineData("Allow", "good", true)]
    [InlineData("Allow", "foreign", false)]
    [InlineData("Require", "none", false)]
    [InlineData("Require", "good", true)]
    [InlineData("Require", "foreign", false)]
    public async Task Client_WithItsCertificate_IsLetInOrNot(string mode, string shown, bool letIn)
    {
        using var authority = new TestAuthority();
        using var foreign = new TestAuthority();
        authority.IssueServer();
        await using var server = await OnePortTests.StartAsync(
            authority, $"ClientCertificates:Mode={mode}", $"ClientCertificates:CaPath={authority.CaPath}");
        using var own = shown switch
        {
            "good" => authority.IssueClient(),
            "foreign" => foreign.IssueClient(),
            _ => null,
        };

        (await AnswersAsync(server, authority, own)).ShouldBe(letIn);
    }

    [Fact]
    public async Task Certificate_OfAServer_IsNoCertificateOfAClient()
    {
        using var authority = new TestAuthority();
        authority.IssueServer();
        await using var server = await OnePortTests.StartAsync(
            authority, "ClientCertificates:Mode=Require", $"ClientCertificates:CaPath={authority.CaPath}");
        using var pem = X509Certificate2.CreateFromPemFile(authority.ServerPath);
        using var own = X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), password: null);

        (await AnswersAsync(server, authority, own)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("not-there.pem")]
    public void Authorities_Missing_RefuseTheStart(string path)
    {
        using var authority = new TestAuthority();
        authority.IssueServer();
        var options = new ServerOptions { Certificate = new CertificateOptions { Path = authority.ServerPath } };
        options.ClientCertificates = new ClientCertificateOptions { Mode = ClientCertificateMode.Require, CaPath = path };

        Should.Throw<StartRefusedException>(() => Listeners.Read(options)).Message.ShouldContain("Validation:ClientCertificates:CaPath");
    }

    private static async Task<bool> AnswersAsync(RunningServer server, TestAuthority authority, X509Certificate2? own)
    {
        using var http = new HttpClient(TlsClient.Handler(authority, own)) { BaseAddress = new Uri(server.GrpcAddress) };
        try
        {
            using var response = await http.GetAsync("/healthz").InTime();
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
