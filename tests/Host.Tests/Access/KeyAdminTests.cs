using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Validation.Server.Access;
using Validation.Server.Access.Keys;
using Validation.Server.Grpc;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;
using Xunit.Abstractions;

namespace Validation.Server.Tests.Access;

[Collection(PostgresTests.Name)]
[Trait("Size", "Long")]
public sealed class KeyAdminTests(PostgresCluster postgres, ITestOutputHelper output) : IDisposable
{
    private const string Closed = "AnonymousValidate=false";

    private readonly Databases _databases = new(postgres);

    public static TheoryData<string> All => Databases.Names;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Key_Created_OpensWhatItsRolesSay(string database)
    {
        await using var server = await RunningServer.StartSmallAsync(Closed, await _databases.OptionAsync(database));
        var publisher = await server.KeyAsync(null, Role.Publisher, Role.Auditor);
        var clerk = await server.KeyAsync(publisher.Secret, Role.Clerk);

        (await server.CheckWithAsync(clerk.Secret)).ShouldBe(StatusCode.OK);
        (await server.CheckWithAsync(publisher.Secret)).ShouldBe(StatusCode.PermissionDenied);
        (await server.CheckWithAsync(null)).ShouldBe(StatusCode.Unauthenticated);

        var refused = await Administration.RefusedAsync(server.Keys.CreateAsync(Shown.Request(Role.Clerk), Shown.Key(clerk.Secret)));
        (refused.StatusCode, refused.Detail).ShouldBe((StatusCode.PermissionDenied, AccessTexts.RoleMissing(Roles.Publisher)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Keys_Listed_ShowEverythingButTheSecret(string database)
    {
        await using var server = await RunningServer.StartSmallAsync(await _databases.OptionAsync(database));
        var publisher = await server.KeyAsync(null, Role.Publisher);
        var end = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow().AddDays(1));
        var request = new CreateKeyRequest { Name = "门户", Roles = { Role.Clerk, Role.System }, ExpiresAt = end };
        var system = await server.Keys.CreateAsync(request, Shown.Key(publisher.Secret)).ResponseAsync.InTime();
        await server.RevokeAsync(system.Key.Id, publisher.Secret);

        var list = await server.Keys.ListAsync(new ListKeysRequest(), Shown.Key(publisher.Secret)).ResponseAsync.InTime();

        list.Keys.Select(key => key.Id).ShouldBe([system.Key.Id, publisher.Key.Id]);
        var listed = list.Keys[0];
        (listed.Name, listed.CreatedBy, listed.RevokedReason).ShouldBe(("门户", AccessTexts.KeyTitle("教育局", publisher.Key.Id), "换人"));
        listed.Roles.ShouldBe([Role.Clerk, Role.System]);
        listed.ExpiresAt.ToDateTimeOffset().ToUnixTimeMilliseconds().ShouldBe(end.ToDateTimeOffset().ToUnixTimeMilliseconds());
        list.ToString().ShouldNotContain(system.Secret.Split('_', 3)[2]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Key_Revoked_IsRefusedOnEveryServer(string database)
    {
        var option = await _databases.OptionAsync(database);
        await using var first = await RunningServer.StartSmallAsync(Closed, option);
        await using var second = await RunningServer.StartSmallAsync(Closed, option);
        var publisher = await first.KeyAsync(null, Role.Publisher);
        var clerk = await first.KeyAsync(publisher.Secret, Role.Clerk);
        await Administration.UntilAsync(async () => await second.CheckWithAsync(clerk.Secret) == StatusCode.OK).InTime();

        await first.RevokeAsync(clerk.Key.Id, publisher.Secret);
        var watch = Stopwatch.StartNew();

        (await first.CheckWithAsync(clerk.Secret)).ShouldBe(StatusCode.Unauthenticated);
        await Administration.UntilAsync(async () => await second.CheckWithAsync(clerk.Secret) == StatusCode.Unauthenticated).InTime();
        output.WriteLine($"the other server refused it after {watch.Elapsed.TotalMilliseconds:F0} ms");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Call_WhoseKeyIsRevoked_Ends(string database)
    {
        await using var server = await RunningServer.StartSmallAsync(Closed, await _databases.OptionAsync(database));
        var publisher = await server.KeyAsync(null, Role.Publisher);
        var clerk = await server.KeyAsync(publisher.Secret, Role.Clerk);
        using var watch = server.Admin.Watch(new WatchRequest(), Shown.Key(clerk.Secret));
        (await watch.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeTrue();

        await server.RevokeAsync(clerk.Key.Id, publisher.Secret);

        var end = await Should.ThrowAsync<RpcException>(async () =>
        {
            while (await watch.ResponseStream.MoveNext(CancellationToken.None).InTime())
            {
                // Signs of life.
            }
        });
        (end.StatusCode, end.Status.Detail).ShouldBe((StatusCode.Unauthenticated, GrpcTexts.KeyEnded));
    }

    [Fact]
    public async Task Key_ThatHasExpired_IsRefused()
    {
        var time = new MovableTime();
        await using var server = await RunningServer.StartWithAsync(services => services.AddSingleton<TimeProvider>(time), Closed);
        var request = Shown.Request(Role.Clerk);
        request.ExpiresAt = Timestamp.FromDateTimeOffset(time.GetUtcNow().AddDays(1));
        var clerk = await server.Keys.CreateAsync(request).ResponseAsync.InTime();
        (await server.CheckWithAsync(clerk.Secret)).ShouldBe(StatusCode.OK);

        time.MoveOn(TimeSpan.FromDays(1));

        var call = server.Client.ValidateAsync(Drafts.Request("a", "a"), Shown.Key(clerk.Secret));
        (await Administration.RefusedAsync(call)).Detail.ShouldBe(AccessTexts.KeyRefused(KeyState.Expired));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Revoking_TheLastPublisher_DoesNotOpenTheServer(string database)
    {
        await using var server = await RunningServer.StartSmallAsync(await _databases.OptionAsync(database));
        var publisher = await server.KeyAsync(null, Role.Publisher);

        await server.RevokeAsync(publisher.Key.Id, publisher.Secret);

        var call = server.Keys.CreateAsync(Shown.Request(Role.Publisher));
        (await Administration.RefusedAsync(call)).StatusCode.ShouldBe(StatusCode.Unauthenticated);
    }

    [Fact]
    public async Task Key_WithoutPublishers_CanStillBeMadeOnThisMachine()
    {
        await using var server = await RunningServer.StartSmallAsync(Closed);
        await server.KeyAsync(null, Role.Clerk);

        await server.KeyAsync(null, Role.Publisher);

        (await server.CheckWithAsync(null)).ShouldBe(StatusCode.Unauthenticated);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("一\n二")]
    [InlineData("一\u202E二")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    public async Task Key_WithAnUnfitName_IsNotMade(string name)
    {
        await using var server = await RunningServer.StartSmallAsync();

        var call = server.Keys.CreateAsync(new CreateKeyRequest { Name = name, Roles = { Role.Clerk } });

        (await Administration.RefusedAsync(call)).StatusCode.ShouldBe(StatusCode.InvalidArgument);
        (await server.Keys.ListAsync(new ListKeysRequest()).ResponseAsync.InTime()).Keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task Key_WithUnknownRolesOrAnEndInThePast_IsNotMade()
    {
        await using var server = await RunningServer.StartSmallAsync();
        var late = Shown.Request(Role.Clerk);
        late.ExpiresAt = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch);

        (await Administration.RefusedAsync(server.Keys.CreateAsync(late))).Detail.ShouldBe(AccessTexts.KeyExpiryInvalid);
        foreach (Role[] roles in new Role[][] { [], [Role.Unspecified], [Role.Clerk, (Role)99], [(Role)99, Role.Clerk] })
        {
            var call = server.Keys.CreateAsync(Shown.Request(roles));
            (await Administration.RefusedAsync(call)).Detail.ShouldBe(AccessTexts.KeyRolesInvalid);
        }
    }

    public void Dispose()
    {
        _databases.Dispose();
    }
}
