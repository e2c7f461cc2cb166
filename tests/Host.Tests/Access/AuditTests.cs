using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Validation.Server.Access;
using Validation.Server.Access.Audit;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Access;

[Collection(PostgresTests.Name)]
public sealed class AuditTests(PostgresCluster postgres) : IDisposable
{
    private readonly Databases _databases = new(postgres);

    public static TheoryData<string> All => Databases.Names;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Changes_AndRefusals_AreReadBackNewestFirst(string database)
    {
        var time = new MovableTime();
        await using var server = await RunningServer.StartWithAsync(
            services => services.AddSingleton<TimeProvider>(time), await _databases.OptionAsync(database));
        // Refusals are kept a little later than what is done: only their time tells the order, so no two acts may share a millisecond.
        void MoveOn() => time.MoveOn(TimeSpan.FromMilliseconds(10));

        var publisher = await server.KeyAsync(null, Role.Publisher, Role.Auditor);
        MoveOn();
        var clerk = await server.KeyAsync(publisher.Secret, Role.Clerk);
        MoveOn();
        var version = (await server.StatusAsync()).Version;
        var request = Administration.Request(TestRules.Overlay(TestRules.Finding("local-a")), version);
        await server.Admin.PublishAsync(request, Shown.Key(publisher.Secret)).ResponseAsync.InTime();
        MoveOn();
        await Administration.RefusedAsync(server.Admin.PublishAsync(request, Shown.Key(publisher.Secret)));
        MoveOn();
        await Administration.RefusedAsync(server.Admin.PublishAsync(request, Shown.Key(clerk.Secret)));
        MoveOn();
        await server.RevokeAsync(clerk.Key.Id, publisher.Secret);
        MoveOn();
        await server.CheckWithAsync("vk_aaaaaaaa_x");

        var audit = await server.AuditAsync(publisher.Secret);

        var title = AccessTexts.KeyTitle("教育局", publisher.Key.Id);
        audit.OrderBy(entry => entry.At.ToDateTimeOffset()).ThenBy(entry => entry.Number)
            .Select(entry => (entry.Action, entry.Outcome, entry.Principal))
            .ShouldBe(
            [
                ("key_create", "done", AccessTexts.LocalPrincipal),
                ("key_create", "done", title),
                ("publish", "done", title),
                ("publish", "refused", title),
                ("/validation.v1.RuleAdmin/Publish", "refused", AccessTexts.KeyTitle("教育局", clerk.Key.Id)),
                ("key_revoke", "done", title),
                ("wrong_key", "refused", ""),
            ]);
        audit.ShouldAllBe(entry => entry.Address == "127.0.0.1" && entry.Count == 1);
        audit.Select(entry => entry.Number).ShouldBeInOrder(SortDirection.Descending);
        audit.Single(entry => entry.Action == "publish" && entry.Outcome == "done").Detail.ShouldBe((await server.StatusAsync()).Version);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task WrongKeys_OfOneMinute_AreOneEntryWithACount(string database)
    {
        var time = new MovableTime();
        await using var server = await RunningServer.StartWithAsync(
            services => services.AddSingleton<TimeProvider>(time), await _databases.OptionAsync(database));
        var auditor = await server.KeyAsync(null, Role.Publisher, Role.Auditor);
        // A minute that ends in the middle would make two entries.
        time.MoveOn(TimeSpan.FromSeconds(60 - (time.GetUtcNow().ToUnixTimeSeconds() % 60)));
        for (var turn = 0; turn < 3; turn++)
        {
            await server.CheckWithAsync("wrong");
            (await server.AuditAsync(auditor.Secret)).Single(entry => entry.Action == "wrong_key").Count.ShouldBe(turn + 1);
        }

        time.MoveOn(TimeSpan.FromMinutes(1));
        await server.CheckWithAsync("wrong");

        (await server.AuditAsync(auditor.Secret)).Where(entry => entry.Action == "wrong_key").Select(entry => entry.Count).ShouldBe([1, 3]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Refusals_FromManyAddresses_AreAFewEntries(string database)
    {
        await using var server = await RunningServer.StartSmallAsync(await _databases.OptionAsync(database));
        var auditor = await server.KeyAsync(null, Role.Publisher, Role.Auditor);
        var trail = server.Services.GetRequiredService<AuditTrail>();
        for (var number = 0; number < 5_000; number++)
        {
            trail.Count(new CallOrigin("", $"10.0.{number / 256}.{number % 256}"), "wrong_key");
        }

        var request = new AuditRequest { Limit = 1_000 };
        var audit = (await server.Keys.AuditAsync(request, Shown.Key(auditor.Secret)).ResponseAsync.InTime()).Entries;

        // Two minutes' worth, should one have ended meanwhile.
        audit.Count.ShouldBeLessThan(2 * 205);
        audit.Where(entry => entry.Outcome == "refused").Sum(entry => entry.Count).ShouldBe(5_000);
    }

    [Fact]
    public async Task Audit_WithoutTheRole_IsDenied()
    {
        await using var server = await RunningServer.StartSmallAsync();
        var publisher = await server.KeyAsync(null, Role.Publisher);

        var call = server.Keys.AuditAsync(new AuditRequest(), Shown.Key(publisher.Secret));

        (await Administration.RefusedAsync(call)).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Denials_InTheLog_NameTheAddressAndNoKey()
    {
        await using var server = await RunningServer.StartSmallAsync();
        var publisher = await server.KeyAsync(null, Role.Publisher);
        await server.RevokeAsync(publisher.Key.Id, publisher.Secret);

        await server.CheckWithAsync(publisher.Secret);

        var line = server.Log.Lines.Last(line => line.EventName == "Audited");
        line.Text.ShouldContain("wrong_key");
        line.Text.ShouldContain("127.0.0.1");
        server.Log.Lines.ShouldNotContain(line => line.Text.Contains(publisher.Secret, StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _databases.Dispose();
    }
}
