using Validation.Server.Access.Audit;
using Validation.Server.Store;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Access;

[Collection(PostgresTests.Name)]
public sealed class AuditRetentionTests(PostgresCluster postgres) : IDisposable
{
    private readonly Databases _databases = new(postgres);

    public static TheoryData<string> All => Databases.Names;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Removed_WhatIsOlder_LeavesPublicationsAndTheRest(string database)
    {
        var dialect = await _databases.NewAsync(database);
        var audit = new AuditStore(dialect);
        var rules = new RuleStore(dialect);
        await rules.AddAsync(Stored.Version(0), default);
        await rules.AddAsync(Stored.Version(1), default);
        await rules.AddEntryAsync(Stored.Publication(""), default);
        var then = Stored.At.ToUnixTimeMilliseconds();
        await audit.AddAsync([Note("old", then), Note("new", then + 1)], default);

        (await audit.RemoveAsync(then + 1, default)).ShouldBe(2);

        (await audit.ReadAsync(100, long.MaxValue, default)).Select(entry => entry.Detail).ShouldBe(["new"]);
        (await rules.HistoryAsync(100, HistoryStart.Newest, default))!.Entries.Select(entry => entry.Version).ShouldBe(["2026.1+1"]);
        (await audit.RemoveAsync(then + 1, default)).ShouldBe(0);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(64, true)]
    [InlineData(66, false)]
    [InlineData(-60, false)]
    [InlineData(60 * 24 * 365, false)]
    public void Calendar_ThatJumps_IsNotBelieved(int minutes, bool isSteady)
    {
        var before = Stored.At;

        AuditRetention.IsSteady(before, before.AddMinutes(minutes), TimeSpan.FromMinutes(60)).ShouldBe(isSteady);
    }

    public void Dispose() => _databases.Dispose();

    private static StoredAudit Note(string detail, long at)
    {
        return new StoredAudit(at, "本机", "127.0.0.1", "publish", "done", detail, 1, null);
    }
}
