using Grpc.Core;
using Validation.Server.Publishing;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;
using Action = Validation.V1.Publication.Types.Action;

namespace Validation.Server.Tests.Publishing;

[Collection(PostgresTests.Name)]
public sealed class SecondPersonTests(PostgresCluster postgres) : IDisposable
{
    private readonly Databases _databases = new(postgres);

    public static TheoryData<string> All => Databases.Names;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Change_OfOne_IsAProposalUntilAnotherConfirmsIt(string database)
    {
        var option = await _databases.OptionAsync(database);
        await using var server = await RunningServer.StartSmallAsync("SecondPerson=true", option);
        await using var other = await RunningServer.StartSmallAsync("SecondPerson=true", option);
        var first = await server.KeyAsync(null, Role.Publisher);
        var second = await server.KeyAsync(first.Secret, Role.Publisher, Role.Auditor);
        await Administration.UntilAsync(() => KnowsAsync(other, second)).InTime();
        var before = (await server.StatusAsync()).Version;

        var proposed = await PublishAsync(server, first, before, "local-a");
        var again = await PublishAsync(server, first, before, "local-a");
        var different = await PublishAsync(server, second, before, "local-b");

        proposed.Publication.ShouldBeNull();
        (proposed.Proposed.Action, proposed.Proposed.Version).ShouldBe((Action.Proposed, ""));
        again.Publication.ShouldBeNull();
        different.Publication.ShouldBeNull();
        (await server.StatusAsync()).Version.ShouldBe(before);

        // On any server of the store.
        var confirmed = await PublishAsync(other, second, before, "local-a");
        confirmed.Publication.Version.ShouldBe($"{before}+1");
        confirmed.Publication.Principal.ShouldContain(second.Key.Id);
        confirmed.Publication.Reason.ShouldContain(first.Key.Id);
        await server.ReachesAsync(confirmed.Publication.Version);

        // What was proposed on another version is over; a change back takes two as well.
        (await PublishAsync(server, first, confirmed.Publication.Version, "local-b")).Publication.ShouldBeNull();
        (await RollbackAsync(server, first, before, confirmed.Publication.Version)).Publication.ShouldBeNull();
        var back = await RollbackAsync(server, second, before, confirmed.Publication.Version);
        back.Publication.RestoredVersion.ShouldBe(before);
        var audit = await server.AuditAsync(second.Secret);
        audit.Where(entry => entry.Action is "publish" or "rollback")
            .Count(entry => entry.Detail == PublishingTexts.ProposalNoted).ShouldBe(5);
    }

    public void Dispose() => _databases.Dispose();

    /// <summary>Whether a server has heard of a key. One that knows of no keys yet takes every call from this machine.</summary>
    private static async Task<bool> KnowsAsync(RunningServer server, CreateKeyReply key)
    {
        try
        {
            await server.Keys.ListAsync(new ListKeysRequest()).ResponseAsync.InTime();
            return false;
        }
        catch (RpcException refusal) when (refusal.StatusCode == StatusCode.Unauthenticated)
        {
            return await server.CheckWithAsync(key.Secret) != StatusCode.Unauthenticated;
        }
    }

    private static Task<PublishReply> PublishAsync(RunningServer server, CreateKeyReply key, string expected, string rule)
    {
        var request = Administration.Request(TestRules.Overlay(TestRules.Finding(rule)), expected);
        return server.Admin.PublishAsync(request, Shown.Key(key.Secret)).ResponseAsync.InTime();
    }

    private static Task<PublishReply> RollbackAsync(RunningServer server, CreateKeyReply key, string version, string expected)
    {
        var request = new RollbackRequest { Version = version, ExpectedVersion = expected, Author = "李四", Reason = "撤回" };
        return server.Admin.RollbackAsync(request, Shown.Key(key.Secret)).ResponseAsync.InTime();
    }
}
