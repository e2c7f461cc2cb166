using Grpc.Core;
using Validation.Server.Access;
using Validation.Server.Access.Keys;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Access;

/// <summary>The keys of the configuration of earlier versions go on as before.</summary>
public sealed class ConfiguredKeyTests
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
    [InlineData(null, nameof(AccessTexts.KeyNeeded))]
    [InlineData("", nameof(AccessTexts.KeyNeeded))]
    [InlineData("Basic key-2", nameof(AccessTexts.KeyNeeded))]
    [InlineData("Bearer ", nameof(AccessTexts.KeyRefused))]
    [InlineData("Bearer key-3", nameof(AccessTexts.KeyRefused))]
    [InlineData("Bearer key-2x", nameof(AccessTexts.KeyRefused))]
    public async Task Publish_NoKeyOrAWrongOne_IsUnauthenticated(string? authorization, string text)
    {
        await using var server = await RunningServer.StartSmallAsync(Keys);
        var request = await RequestAsync(server);
        var headers = authorization is null ? [] : Header("authorization", authorization);

        var status = await Administration.RefusedAsync(server.Admin.PublishAsync(request, headers));

        status.StatusCode.ShouldBe(StatusCode.Unauthenticated);
        status.Detail.ShouldBe(text == nameof(AccessTexts.KeyNeeded)
            ? AccessTexts.KeyNeeded(Roles.Publisher)
            : AccessTexts.KeyRefused(KeyState.Wrong));
        var history = await server.Admin.HistoryAsync(new HistoryRequest(), Header("authorization", "Bearer key-2")).ResponseAsync.InTime();
        history.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Checking_WithoutKey_StaysOpenAndIsWarnedOf()
    {
        await using var server = await RunningServer.StartSmallAsync(Keys);

        await server.CheckAsync("a");
        await server.Admin.GetRuleSetAsync(new GetRuleSetRequest()).ResponseAsync.InTime();

        (await server.StatusAsync()).AccessWarning.ShouldBe(AccessTexts.AnonymousUndecided);
        server.Log.Lines.ShouldContain(line => line.EventName == "AccessUndecided");
    }

    [Theory]
    [InlineData("AnonymousValidate=true", null)]
    [InlineData("AnonymousValidate=false", StatusCode.Unauthenticated)]
    public async Task Checking_OnceDecided_FollowsTheDecision(string option, StatusCode? refused)
    {
        await using var server = await RunningServer.StartSmallAsync([.. Keys, option]);
        var call = server.Client.ValidateAsync(Drafts.Request("a", "a"));

        if (refused is null)
        {
            await call.ResponseAsync.InTime();
        }
        else
        {
            (await Administration.RefusedAsync(call)).StatusCode.ShouldBe(refused.Value);
        }

        (await server.StatusAsync()).AccessWarning.ShouldBeEmpty();
    }

    [Fact]
    public async Task Key_OfTheConfiguration_IsListedAndCannotBeRevoked()
    {
        await using var server = await RunningServer.StartSmallAsync(Keys);
        var key = Header("authorization", "Bearer key-2");

        var listed = await server.Keys.ListAsync(new ListKeysRequest(), key).ResponseAsync.InTime();
        var revoke = new RevokeKeyRequest { Id = "信息中心", Reason = "试" };

        listed.Keys.Select(one => (one.Id, one.Name)).ShouldBe([("", "政务公开办"), ("", "信息中心")]);
        (await Administration.RefusedAsync(server.Keys.RevokeAsync(revoke, key))).Detail.ShouldBe(AccessTexts.NoSuchKey("信息中心"));
    }

    private static Metadata Header(string name, string value)
    {
        return new Metadata { { name, value } };
    }

    private static async Task<PublishRequest> RequestAsync(RunningServer server)
    {
        return Administration.Request(TestRules.Overlay(TestRules.Finding("local-a")), (await server.StatusAsync()).Version);
    }
}
