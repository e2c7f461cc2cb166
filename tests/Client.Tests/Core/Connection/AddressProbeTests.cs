using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Core.Connection;

[Trait("Size", "Long")]
public sealed class AddressProbeTests : IDisposable
{
    private static readonly Draft Draft = Draft.FromBytes("年报.txt", "1"u8.ToArray());

    private readonly TestAuthority _authority = new();

    [Fact]
    public async Task Http_ForAServerWithTls_IsToldWithTheRightAddress()
    {
        using var certificate = Certificate();
        await using var server = await FakeServer.StartAsync(certificate: certificate);
        var right = server.Address.ToString();
        var wrong = Parse(right.Replace("https", "http", StringComparison.Ordinal));

        var failure = await FailureAsync(wrong);

        failure.Kind.ShouldBe(FailureKind.WrongServer);
        failure.Message.ShouldBe($"{wrong} 要用加密连接，地址却写成了 http。请把服务地址改为 {right}。");
    }

    [Fact]
    public async Task Https_ForAPlainServer_IsToldWithTheRightAddress()
    {
        await using var server = await FakeServer.StartAsync();
        var wrong = Parse(server.Address.ToString().Replace("http", "https", StringComparison.Ordinal));

        var failure = await FailureAsync(wrong);

        failure.Kind.ShouldBe(FailureKind.WrongServer);
        failure.Message.ShouldContain($"请把服务地址改为 {server.Address}，");
    }

    [Fact]
    public async Task Https_WithACertificateThatIsNotTrusted_IsNoWrongAddress()
    {
        using var certificate = Certificate();
        await using var server = await FakeServer.StartAsync(certificate: certificate);

        (await FailureAsync(server.Address)).Kind.ShouldBe(FailureKind.ServerUntrusted);
    }

    [Fact]
    public async Task Address_AtWhichNobodyAnswers_IsNoWrongAddress() =>
        (await FailureAsync(FakeServer.NobodysAddress())).Kind.ShouldBe(FailureKind.ServerUnreachable);

    /// <summary>So does a firewall that drops what it does not let pass, and a server too busy to greet: no connection is there in time.
    /// </summary>
    [Fact]
    public async Task Address_ThatTakesTheConnectionAndStaysSilent_IsUnreachable()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var address = Parse($"https://{silent.LocalEndpoint}");
        using var rules = new RuleConnection(address);

        (await FailureAsync(address)).Kind.ShouldBe(FailureKind.ServerUnreachable);
        var outcome = await rules.GetRuleSetAsync("", CancellationToken.None);
        outcome.Failure.ShouldNotBeNull().Kind.ShouldBe(RuleFailureKind.ServerUnreachable);
    }

    [Fact]
    public async Task Server_WithoutTheService_IsNoWrongProtocol()
    {
        await using var server = await FakeServer.StartAsync(withService: false);

        (await FailureAsync(server.Address)).Message.ShouldBe(ConnectionTexts.NotThisService);
    }

    [Fact]
    public async Task Fault_OfTheServerItself_StaysOne()
    {
        await using var server = await FakeServer.StartAsync();
        server.Validator.Answer = (_, _) => throw new InvalidOperationException("fault");

        (await FailureAsync(server.Address)).Kind.ShouldBe(FailureKind.ServerFailed);
    }

    public void Dispose() => _authority.Dispose();

    private X509Certificate2 Certificate()
    {
        _authority.IssueServer();
        return X509Certificate2.CreateFromPemFile(_authority.ServerPath);
    }

    private static async Task<CheckFailure> FailureAsync(ServerAddress address)
    {
        using var connection = new ValidationConnection(address);
        var outcome = await connection.CheckAsync(Draft, CancellationToken.None);
        return outcome.Failure.ShouldNotBeNull();
    }

    private static ServerAddress Parse(string text)
    {
        ServerAddress.TryParse(text, out var address).ShouldBeTrue();
        return address;
    }
}
