using Grpc.Core;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Rules;

public sealed class AdministrationRightTests
{
    private static readonly string[] Keys =
    [
        "Administrators:0:Name=政务公开办", $"Administrators:0:KeySha256={Drafts.Hash("钥匙一")}",
        "Administrators:1:Name=信息中心", $"Administrators:1:KeySha256={Drafts.Hash("key-2").ToUpperInvariant()}",
    ];

    [Theory]
    [InlineData("Bearer key-2", "信息中心")]
    [InlineData("bearer key-2 ", "信息中心")]
    public async Task Publish_RightKey_IsItsPrincipals(string authorization, string principal)
    {
        await using var server = await RunningServer.StartSmallAsync(Keys);

        var headers = Header("authorization", authorization);
        var reply = await server.Admin.PublishAsync(await RequestAsync(server), headers).ResponseAsync.InTime();

        reply.Publication.Principal.ShouldBe(principal);
    }

    [Theory]
    [InlineData(null, nameof(Texts.KeyMissing))]
    [InlineData("", nameof(Texts.KeyMissing))]
    [InlineData("Basic key-2", nameof(Texts.KeyMissing))]
    [InlineData("Bearer ", nameof(Texts.KeyWrong))]
    [InlineData("Bearer key-3", nameof(Texts.KeyWrong))]
    [InlineData("Bearer key-2x", nameof(Texts.KeyWrong))]
    public async Task Publish_NoKeyOrAWrongOne_IsUnauthenticated(string? authorization, string text)
    {
        await using var server = await RunningServer.StartSmallAsync(Keys);
        var request = await RequestAsync(server);
        var headers = authorization is null ? [] : Header("authorization", authorization);

        var status = await Administration.RefusedAsync(server.Admin.PublishAsync(request, headers));

        status.StatusCode.ShouldBe(StatusCode.Unauthenticated);
        status.Detail.ShouldBe(text == nameof(Texts.KeyMissing) ? Texts.KeyMissing : Texts.KeyWrong);
        (await server.HistoryAsync()).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Publish_ThroughAProxyOnThisMachine_IsDenied()
    {
        await using var server = await RunningServer.StartSmallAsync();
        var request = await RequestAsync(server);

        var status = await Administration.RefusedAsync(server.Admin.PublishAsync(request, Header("x-forwarded-for", "10.0.0.1")));

        status.StatusCode.ShouldBe(StatusCode.PermissionDenied);
        status.Detail.ShouldBe(Texts.OnlyFromThisMachine);
    }

    [Fact]
    public async Task Reading_WithoutKey_IsOpen()
    {
        await using var server = await RunningServer.StartSmallAsync(Keys);

        await server.Admin.LintAsync(new LintRequest()).ResponseAsync.InTime();
        await server.Admin.GetRuleSetAsync(new GetRuleSetRequest()).ResponseAsync.InTime();
        var rollback = new RollbackRequest { Version = "x", ExpectedVersion = "x", Author = "张三", Reason = "测试" };
        (await Administration.RefusedAsync(server.Admin.RollbackAsync(rollback))).StatusCode.ShouldBe(StatusCode.Unauthenticated);
    }

    private static Metadata Header(string name, string value)
    {
        return new Metadata { { name, value } };
    }

    private static async Task<PublishRequest> RequestAsync(RunningServer server)
    {
        return Administration.Request(new RuleOverlay(), (await server.StatusAsync()).Version);
    }
}
