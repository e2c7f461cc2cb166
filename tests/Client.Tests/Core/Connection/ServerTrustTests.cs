using System.Security.Cryptography.X509Certificates;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Core.Connection;

/// <summary>Against a real server with a real certificate.</summary>
public sealed class ServerTrustTests : IAsyncLifetime, IDisposable
{
    private readonly TestAuthority _authority = new();
    private readonly TestAuthority _stranger = new();
    private X509Certificate2? _certificate;
    private FakeServer? _server;

    public async Task InitializeAsync()
    {
        _authority.IssueServer();
        _certificate = X509Certificate2.CreateFromPemFile(_authority.ServerPath);
        _server = await FakeServer.StartAsync(certificate: _certificate);
    }

    [Fact]
    public async Task Server_OfThePinnedAuthority_IsTaken() =>
        (await CheckAsync(_server!.Address, Pin(_authority.CaPath))).Reply.ShouldNotBeNull();

    [Fact]
    public async Task Server_OfAnotherAuthority_IsRefused() => await RefusesAsync(_server!.Address, Pin(_stranger.CaPath));

    [Fact]
    public async Task Server_OfAnAuthorityThatTheSystemDoesNotKnow_IsRefused() => await RefusesAsync(_server!.Address, ServerTrust.System);

    [Fact]
    public async Task Server_UnderAnotherName_IsRefused()
    {
        ServerAddress.TryParse($"https://localhost:{_server!.Address.Uri.Port}", out var address).ShouldBeTrue();

        await RefusesAsync(address, Pin(_authority.CaPath));
    }

    [Fact]
    public async Task Server_WithoutTls_IsRefused()
    {
        await using var plain = await FakeServer.StartAsync();
        ServerAddress.TryParse($"https://127.0.0.1:{plain.Address.Uri.Port}", out var address).ShouldBeTrue();

        await RefusesAsync(address, Pin(_authority.CaPath), FailureKind.WrongServer);

        plain.Validator.Unary.ShouldBeEmpty();
    }

    [Fact]
    public void Authority_InDer_IsRead()
    {
        using var folder = new TestFolder();
        File.WriteAllBytes(folder.File("ca.cer"), _authority.Certificate.RawData);

        ServerTrust.TryPin(folder.File("ca.cer"), out _, out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("没有证书")]
    [InlineData("")]
    public void File_WithoutACertificate_IsAProblem(string content)
    {
        using var folder = new TestFolder();

        ServerTrust.TryPin(folder.Write("ca.pem", content), out var trust, out var problem).ShouldBeFalse();

        trust.ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain("ca.pem");
        ServerTrust.TryPin(folder.File("没有.pem"), out _, out _).ShouldBeFalse();
    }

    public async Task DisposeAsync() => await _server!.DisposeAsync();

    public void Dispose()
    {
        _certificate?.Dispose();
        _authority.Dispose();
        _stranger.Dispose();
    }

    private static ServerTrust Pin(string path)
    {
        ServerTrust.TryPin(path, out var trust, out _).ShouldBeTrue();
        return trust;
    }

    private async Task RefusesAsync(ServerAddress address, ServerTrust trust, FailureKind kind = FailureKind.ServerUntrusted)
    {
        var outcome = await CheckAsync(address, trust);

        outcome.Failure!.Kind.ShouldBe(kind);
        // Nothing of the draft has left.
        _server!.Validator.Unary.ShouldBeEmpty();
    }

    private static async Task<CheckOutcome> CheckAsync(ServerAddress address, ServerTrust trust)
    {
        using var connection = new ValidationConnection(address, new ConnectionOptions { Trust = trust });
        return await connection.CheckAsync(Draft.FromBytes("年报.txt", new byte[] { 1 }), default).InTime();
    }
}
