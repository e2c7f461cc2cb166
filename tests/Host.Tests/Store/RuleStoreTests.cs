using Validation.Server.Store;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Store;

/// <summary>The same for every database.</summary>
[Collection(PostgresTests.Name)]
[Trait("Size", "Long")]
public sealed class RuleStoreTests(PostgresCluster postgres) : IDisposable
{
    private readonly Databases _databases = new(postgres);

    public static TheoryData<string> All => Databases.Names;

    [PostgresFact]
    public void PostgreSQL_OnThisMachine_IsTestedToo()
    {
        All.Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Newest_Empty_IsNone(string database)
    {
        var store = new RuleStore(await _databases.NewAsync(database));

        (await store.NewestRevisionAsync(default)).ShouldBeNull();
        (await store.NewestAsync(default)).ShouldBeNull();
        (await store.FindAsync("2026.1", default)).ShouldBeNull();
        (await store.EntriesAsync(10)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Added_ReadBackByAnotherServer_IsTheSame(string database)
    {
        var dialect = await _databases.NewAsync(database);
        var store = new RuleStore(dialect);
        (await store.AddAsync(Stored.Version(0), default)).ShouldBeTrue();
        (await store.AddAsync(Stored.Version(1, "规则：\n  ‘甲’ 𠀀"), default)).ShouldBeTrue();
        (await store.AddAsync(Stored.Version(2), default)).ShouldBeTrue();

        var other = new RuleStore(dialect);
        (await other.NewestRevisionAsync(default)).ShouldBe(2);
        (await other.NewestAsync(default)).ShouldBeSame(Stored.Version(2));
        (await other.FindAsync("2026.1+1", default)).ShouldBeSame(Stored.Version(1, "规则：\n  ‘甲’ 𠀀"));
        (await other.FindAsync("2026.1", default)).ShouldBeSame(Stored.Version(0));
        (await other.FindAsync("2026.1+9", default)).ShouldBeNull();
        (await other.NationalVersionsAsync(default)).ShouldBe([new NationalVersion("2026.1", FileDigest.Of(Stored.Version(0).National))]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Added_OutOfTurn_IsRefusedWithoutATrace(string database)
    {
        var store = new RuleStore(await _databases.NewAsync(database));
        (await store.AddAsync(Stored.Version(1), default)).ShouldBeFalse();
        (await store.AddAsync(Stored.Version(0), default)).ShouldBeTrue();
        (await store.AddAsync(Stored.Version(0, "other"), default)).ShouldBeFalse();
        (await store.AddAsync(Stored.Version(2), default)).ShouldBeFalse();

        (await store.NewestAsync(default)).ShouldBeSame(Stored.Version(0));
        (await store.EntriesAsync(10)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Added_ByManyAtOnce_IsOneOfEach(string database)
    {
        const int Servers = 8;
        const int Rounds = 5;
        var dialect = await _databases.NewAsync(database);
        var stores = Enumerable.Range(0, Servers).Select(_ => new RuleStore(dialect)).ToList();

        for (var round = 0; round < Rounds; round++)
        {
            var revision = round;
            var added = await Task.WhenAll(stores.Select((store, number) =>
                Task.Run(() => store.AddAsync(Stored.Version(revision, $"{number}"), default)))).InTime();
            added.Count(one => one).ShouldBe(1);
            var winner = Array.IndexOf(added, true);
            (await stores[0].NewestAsync(default)).ShouldBeSame(Stored.Version(revision, $"{winner}"));
        }

        (await stores[0].EntriesAsync(100)).Count.ShouldBe(Rounds - 1);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Proposal_WithItsOverlay_IsFoundAgainByItsDigestAlone(string database)
    {
        var store = new RuleStore(await _databases.NewAsync(database));
        await store.AddAsync(Stored.Version(0), default);
        await store.AddAsync(Stored.Version(1, "旧"), default);
        var current = (await store.NewestAsync(default))!;
        RuleFile[] overlay = [Stored.File("local.yaml", "新"), Stored.File("b.yaml", "b")];
        var digest = FileDigest.Of(current.National, overlay);

        await store.AddProposalAsync(Stored.Publication("", digest), overlay, default);
        await store.AddProposalAsync(Stored.Publication("", digest), overlay, default);

        (await store.FindOverlayAsync(digest, current.National, default)).ShouldBe(overlay);
        // One that was in force before needs no keeping.
        (await store.FindOverlayAsync(current.Sha256, current.National, default)).ShouldBe(current.Overlay);
        (await store.FindOverlayAsync(digest, [Stored.File("national.yaml", "m")], default)).ShouldBeNull();
        (await store.EntriesAsync(10)).Select(entry => entry.Sha256).ShouldBe([digest, digest, current.Sha256]);
        (await store.NewestAsync(default)).ShouldBeSame(current);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task History_WithRefusals_IsNewestFirstAndInPages(string database)
    {
        var store = new RuleStore(await _databases.NewAsync(database));
        await store.AddAsync(Stored.Version(0), default);
        await store.AddAsync(Stored.Version(1), default);
        await store.AddEntryAsync(Stored.Publication(""), default);
        await store.AddAsync(Stored.Version(2), default);

        var all = await store.EntriesAsync(10);
        all.Select(entry => entry.Version).ShouldBe(["2026.1+2", "", "2026.1+1"]);
        all[1].ShouldBe(Stored.Publication(""));
        (await store.EntriesAsync(1)).ShouldBe([all[0]]);
        (await store.EntriesAsync(10, "2026.1+2")).ShouldBe([all[1], all[2]]);
        (await store.HistoryAsync(10, new HistoryStart("2026.1+9", null), default)).ShouldBeNull();

        // An entry without a version, a refusal, is no end of the pages either.
        var second = await store.HistoryAsync(2, HistoryStart.Newest, default);
        second!.Entries.ShouldBe([all[0], all[1]]);
        var third = await store.HistoryAsync(2, new HistoryStart("", second.Next), default);
        (third!.Entries.Single(), third.Next).ShouldBe((all[2], null));
    }

    /// <summary>The N-th write fails, once and for ever: nothing of the version stays.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public async Task Added_AnyWriteFails_LeavesEverythingAsItWas(string database)
    {
        var dialect = await _databases.NewAsync(database);
        var store = new RuleStore(dialect);
        await store.AddAsync(Stored.Version(0), default);
        foreach (var table in new[] { "rule_files", "rule_sets", "publications" })
        {
            var revision = (await store.NewestRevisionAsync(default))!.Value;
            var before = await store.NewestAsync(default);
            await Databases.ExecuteAsync(dialect, Databases.Break(database, table));
            for (var turn = 0; turn < 2; turn++)
            {
                var adding = store.AddAsync(Stored.Version(revision + 1, table), default);
                var refused = await Should.ThrowAsync<StoreException>(adding.InTime());
                refused.Message.ShouldBe(StoreTexts.StoreFailed(dialect.Name));
                (await store.NewestAsync(default)).ShouldBeSame(before!);
                (await store.EntriesAsync(10)).Count.ShouldBe((int)revision);
            }

            await Databases.ExecuteAsync(dialect, Databases.Mend(database, table));
            (await store.AddAsync(Stored.Version(revision + 1, table), default)).ShouldBeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Content_Damaged_IsNoticed(string database)
    {
        var dialect = await _databases.NewAsync(database);
        var store = new RuleStore(dialect);
        await store.AddAsync(Stored.Version(0), default);
        await Databases.ExecuteAsync(dialect, "UPDATE rule_sets SET sha256 = 'x'");

        (await Should.ThrowAsync<StoreException>(store.NewestAsync(default))).Message.ShouldBe(StoreTexts.StoreDamaged("2026.1"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Schema_OfANewerProgram_IsRefusedAndLeftAlone(string database)
    {
        var dialect = await _databases.NewAsync(database);
        var newer = new RuleStore(dialect, [.. Schema.Steps, "CREATE TABLE later (id BIGINT)"]);
        await newer.AddAsync(Stored.Version(0), default);

        var refused = await Should.ThrowAsync<StoreException>(new RuleStore(dialect).NewestAsync(default));

        refused.Message.ShouldBe(StoreTexts.StoreTooNew(Schema.Steps.Count + 1, Schema.Steps.Count));
        (await newer.NewestAsync(default)).ShouldBeSame(Stored.Version(0));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Schema_ThatANewerProgramOnlyAddedTo_GoesOnWorking(string database)
    {
        var dialect = await _databases.NewAsync(database);
        var older = new RuleStore(dialect);
        var newer = new RuleStore(dialect, [.. Schema.Steps, new SchemaStep("CREATE TABLE later (id BIGINT)", OnlyAdds: true)]);
        await newer.AddAsync(Stored.Version(0), default);

        (await older.NewestAsync(default)).ShouldBeSame(Stored.Version(0));
        (await older.AddAsync(Stored.Version(1), default)).ShouldBeTrue();

        (await newer.NewestAsync(default)).ShouldBeSame(Stored.Version(1));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Schema_ThatGrewAfterItWasChanged_IsRefused(string database)
    {
        var dialect = await _databases.NewAsync(database);
        SchemaStep[] steps =
        [
            .. Schema.Steps, "ALTER TABLE publications ADD COLUMN later TEXT", new("CREATE TABLE later (id BIGINT)", OnlyAdds: true),
        ];
        await new RuleStore(dialect, steps).AddAsync(Stored.Version(0), default);

        (await Should.ThrowAsync<StoreException>(new RuleStore(dialect).NewestAsync(default)))
            .Message.ShouldBe(StoreTexts.StoreTooNew(steps.Length, Schema.Steps.Count));
        (await new RuleStore(dialect, steps[..^1]).NewestAsync(default)).ShouldBeSame(Stored.Version(0));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Schema_OfTheVersionBefore_GainsKeysAndKeepsItsRules(string database)
    {
        var dialect = await _databases.NewAsync(database);
        await new RuleStore(dialect, [Schema.Steps[0]]).AddAsync(Stored.Version(0), default);

        (await new KeyStore(dialect).AllAsync(default)).ShouldBeEmpty();

        (await new RuleStore(dialect).NewestAsync(default)).ShouldBeSame(Stored.Version(0));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Schema_Older_IsBroughtForwardByTheFirstOfMany(string database)
    {
        var dialect = await _databases.NewAsync(database);
        await new RuleStore(dialect).AddAsync(Stored.Version(0), default);
        SchemaStep[] steps = [.. Schema.Steps, "CREATE TABLE later (id BIGINT); INSERT INTO later VALUES (1)"];

        var found = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            Task.Run(() => new RuleStore(dialect, steps).NewestAsync(default)))).InTime();

        found.ShouldAllBe(rules => rules!.Version == "2026.1");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Schema_StepFails_LeavesTheOldOne(string database)
    {
        var dialect = await _databases.NewAsync(database);
        await new RuleStore(dialect).AddAsync(Stored.Version(0), default);

        await Should.ThrowAsync<StoreException>(
            new RuleStore(dialect, [.. Schema.Steps, "CREATE TABLE later (id BIGINT)", "NONSENSE"]).NewestAsync(default));

        (await new RuleStore(dialect).NewestAsync(default)).ShouldBeSame(Stored.Version(0));
    }

    public void Dispose()
    {
        _databases.Dispose();
    }
}
