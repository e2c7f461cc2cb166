using Grpc.Core;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Core;

public sealed class RuleConnectionTests : IAsyncLifetime
{
    private FakeServer _server = null!;

    public async Task InitializeAsync() => _server = await FakeServer.StartAsync();

    [Theory]
    [InlineData(StatusCode.Unavailable, "", RuleFailureKind.ServerUnreachable)]
    [InlineData(StatusCode.Unavailable, "规则库连不上", RuleFailureKind.Unavailable)]
    [InlineData(StatusCode.ResourceExhausted, "", RuleFailureKind.Unavailable)]
    [InlineData(StatusCode.DeadlineExceeded, "", RuleFailureKind.TimedOut)]
    [InlineData(StatusCode.Unimplemented, "", RuleFailureKind.NotSupported)]
    [InlineData(StatusCode.Unauthenticated, "", RuleFailureKind.KeyRefused)]
    [InlineData(StatusCode.PermissionDenied, "", RuleFailureKind.KeyRefused)]
    [InlineData(StatusCode.FailedPrecondition, "", RuleFailureKind.Conflict)]
    [InlineData(StatusCode.NotFound, "", RuleFailureKind.NotFound)]
    [InlineData(StatusCode.InvalidArgument, "", RuleFailureKind.Refused)]
    [InlineData(StatusCode.Unknown, "", RuleFailureKind.ServerFailed)]
    public async Task Call_ThatFails_IsAnOutcome(StatusCode status, string detail, RuleFailureKind kind)
    {
        _server.Rules.Fails = new Status(status, detail);
        using var connection = new RuleConnection(_server.Address);

        var outcome = await connection.GetStatusAsync(CancellationToken.None).InTime();

        outcome.Reply.ShouldBeNull();
        outcome.Failure!.Kind.ShouldBe(kind);
        outcome.Failure.Message.ShouldEndWith(detail.Length == 0 ? "。" : detail);
    }

    [Fact]
    public async Task Server_ThatIsSilent_TimesOut()
    {
        var options = new ConnectionOptions { Timeout = TimeSpan.FromMilliseconds(300) };
        using var connection = new RuleConnection(_server.Address, options: options);
        _server.Rules.Evaluated = _ => throw new RpcException(new Status(StatusCode.DeadlineExceeded, string.Empty));

        var outcome = await connection.EvaluateAsync(new EvaluateRequest { Expressions = { "1" } }, CancellationToken.None).InTime();

        outcome.Failure!.Message.ShouldBe("等了 0.3 秒，校验服务仍未给出结果。");
    }

    [Theory]
    [InlineData(true, 5)]
    [InlineData(false, 1)]
    public async Task Server_ThatIsBusy_IsAskedAgainOnlyForWhatChangesNothing(bool reading, int asked)
    {
        _server.Rules.Fails = new Status(StatusCode.ResourceExhausted, "正忙");
        using var connection = new RuleConnection(_server.Address);

        var failure = reading
            ? (await connection.GetStatusAsync(CancellationToken.None).InTime()).Failure
            : (await connection.PublishAsync(new PublishRequest(), CancellationToken.None).InTime()).Failure;

        failure!.Kind.ShouldBe(RuleFailureKind.Unavailable);
        _server.Rules.Requests.Count.ShouldBe(asked);
    }

    [Fact]
    public async Task Call_Cancelled_Throws()
    {
        using var connection = new RuleConnection(_server.Address);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(connection.GetStatusAsync(stop.Token).InTime());
    }

    [Theory]
    [InlineData("http://10.0.0.8:5081", false)]
    [InlineData("http://server.example", false)]
    [InlineData("https://10.0.0.8:5081", true)]
    [InlineData("http://127.0.0.1:1", true)]
    [InlineData("http://localhost:1", true)]
    [InlineData("http://[::1]:1", true)]
    public void Key_OverPlaintextToAnother_IsNotSent(string address, bool sent)
    {
        ServerAddress.TryParse(address, out var server).ShouldBeTrue();
        var key = KeyHeader.Of("secret", server);

        key.Metadata().GetValue("authorization").ShouldBe(sent ? "Bearer secret" : null);
        (key.Refusal is null).ShouldBe(sent);
    }

    [Fact]
    public async Task Publication_WithAKeyOverPlaintext_IsRefusedWithoutAsking()
    {
        ServerAddress.TryParse("http://192.0.2.1:5081", out var far).ShouldBeTrue();
        using var connection = new RuleConnection(far, "secret");

        var outcome = await connection.PublishAsync(new PublishRequest(), CancellationToken.None).InTime();

        outcome.Failure!.Message.ShouldContain("没有加密");
        outcome.Failure.Message.ShouldContain("https://");
    }

    [Fact]
    public async Task Trial_OfALargeDraft_LeavesItOut()
    {
        using var connection = new RuleConnection(_server.Address);
        Draft[] drafts = [Draft.FromBytes("大.docx", new byte[(3 << 20) + 1]), Draft.FromBytes("小.docx", new byte[3 << 20])];

        var outcomes = await connection.TryAsync(new RuleOverlay(), drafts, CancellationToken.None).ToListAsync().InTime();

        outcomes.Select(outcome => outcome.Draft!.Name).ShouldBe(["大.docx", "小.docx"]);
        outcomes[0].Problem.ShouldBe("文件超过 3 MiB，不能用来试规则。");
        outcomes[1].Reply!.Unchanged.ShouldBe(2);
    }

    [Fact]
    public async Task Trial_WithoutAServer_IsLost()
    {
        using var connection = new RuleConnection(FakeServer.NobodysAddress());

        var outcomes = await connection.TryAsync(new RuleOverlay(), [Draft.FromBytes("1", default)], CancellationToken.None)
            .ToListAsync().InTime();

        outcomes.ShouldHaveSingleItem().Failure!.Kind.ShouldBe(RuleFailureKind.ServerUnreachable);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();
}
