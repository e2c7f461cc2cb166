using Validation.Server.Store;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Store;

[Collection(PostgresTests.Name)]
public sealed class KeyStoreTests(PostgresCluster postgres) : IDisposable
{
    private readonly Databases _databases = new(postgres);

    public static TheoryData<string> All => Databases.Names;

    /// <summary>Any write fails, more than once: of a key that was refused nothing stays, and what is tried again is there once.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public async Task Key_AnyWriteFails_LeavesEverythingAsItWas(string database)
    {
        var dialect = await _databases.NewAsync(database);
        var store = new KeyStore(dialect);
        var audit = new AuditStore(dialect);
        await store.AddAsync(Key("first"), Note("first"), default);
        foreach (var table in new[] { "keys", "audit" })
        {
            await RefusedAsync(dialect, database, table, () => store.AddAsync(Key(table), Note(table), default), store, audit);
            await store.AddAsync(Key(table), Note(table), default);
        }

        foreach (var table in new[] { "key_revocations", "audit" })
        {
            var id = table == "audit" ? "keys" : "audit";
            await RefusedAsync(dialect, database, table, () => store.RevokeAsync(id, Revocation, Note(id), default), store, audit);
            (await store.RevokeAsync(id, Revocation, Note(id), default)).ShouldBeTrue();
        }

        var keys = await store.AllAsync(default);
        keys.Select(key => (key.Id, key.Revocation is not null)).Order()
            .ShouldBe([("audit", true), ("first", false), ("keys", true)]);
        (await audit.ReadAsync(100, long.MaxValue, default)).Select(entry => entry.Detail).Order(StringComparer.Ordinal)
            .ShouldBe(["audit", "audit", "first", "keys", "keys"]);
    }

    /// <summary>The file is deleted or replaced under the server: a key is not taken for made, nor for taken back.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Written_FileIsGone_IsNotTakenForWritten(bool revoked)
    {
        using var folder = new TemporaryFolder();
        var store = new KeyStore(new SqliteDialect(new DataFolder(folder.PathOf("data"))));
        await store.AddAsync(Key("first"), Note("first"), default);
        File.Delete(Path.Combine(folder.PathOf("data"), SqliteDialect.FileName));

        Func<Task> write = revoked
            ? () => store.RevokeAsync("first", Revocation, Note("first"), default)
            : () => store.AddAsync(Key("second"), Note("second"), default);

        await Should.ThrowAsync<StoreException>(write);
    }

    public void Dispose() => _databases.Dispose();

    private static readonly KeyRevocation Revocation = new("本机", "换人", 2);

    private static async Task RefusedAsync(
        StoreDialect dialect, string database, string table, Func<Task> write, KeyStore store, AuditStore audit)
    {
        var keys = await store.AllAsync(default);
        var entries = await audit.ReadAsync(100, long.MaxValue, default);
        await Databases.ExecuteAsync(dialect, Databases.Break(database, table));
        for (var turn = 0; turn < 2; turn++)
        {
            (await Should.ThrowAsync<StoreException>(write)).Message.ShouldBe(StoreTexts.StoreFailed(dialect.Name));
            (await store.AllAsync(default)).Select(key => (key.Id, key.Revocation)).ShouldBe(keys.Select(key => (key.Id, key.Revocation)));
            (await audit.ReadAsync(100, long.MaxValue, default)).ShouldBe(entries);
        }

        await Databases.ExecuteAsync(dialect, Databases.Mend(database, table));
    }

    private static StoredKey Key(string id)
    {
        return new StoredKey(id, "教育局", "clerk", "本机", 1, null, [1], [2]);
    }

    private static StoredAudit Note(string detail)
    {
        return new StoredAudit(1, "本机", "127.0.0.1", "key_create", "done", detail, 1, null);
    }
}
