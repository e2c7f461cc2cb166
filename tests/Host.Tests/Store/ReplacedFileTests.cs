using Dapper;
using Microsoft.Data.Sqlite;
using Validation.Server.Store;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Store;

/// <summary>The file of the store is deleted or replaced under the server, which has it open: no version is taken for added that the next
/// start would not find.</summary>
public sealed class ReplacedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Database => Path.Combine(_folder.PathOf("data"), SqliteDialect.FileName);

    private string Copy => _folder.PathOf("copy.db");

    [Theory]
    [InlineData("deleted", false)]
    [InlineData("deleted", true)]
    [InlineData("deleted with its log", false)]
    [InlineData("deleted with its log", true)]
    [InlineData("replaced by an older one", true)]
    [InlineData("cut", false)]
    [InlineData("cut", true)]
    [InlineData("made garbage", false)]
    [InlineData("made garbage", true)]
    public async Task Added_FileIsGone_IsNotTakenForAdded(string how, bool inTheMiddle)
    {
        var dialect = new InterferingDialect(new SqliteDialect(new DataFolder(_folder.PathOf("data"))));
        var store = new RuleStore(dialect);
        await store.AddAsync(Stored.Version(0), default);
        await store.AddAsync(Stored.Version(1), default);
        await BackUpAsync();
        await store.AddAsync(Stored.Version(2), default);
        if (inTheMiddle)
        {
            dialect.BeforeCommit = () => Harm(how);
        }
        else
        {
            Harm(how);
        }

        var taken = await TryAddAsync(store, Stored.Version(3));
        taken.ShouldBeFalse();
    }

    /// <summary>An older content may come back to life with the log of the later ones: what was acknowledged is there all the
    /// same.</summary>
    [Theory]
    [InlineData("replaced by an older one", false)]
    [InlineData("overwritten by an older one", false)]
    [InlineData("overwritten by an older one", true)]
    public async Task Added_OlderContent_IsThereOrNotTakenForAdded(string how, bool inTheMiddle)
    {
        var dialect = new InterferingDialect(new SqliteDialect(new DataFolder(_folder.PathOf("data"))));
        var store = new RuleStore(dialect);
        await store.AddAsync(Stored.Version(0), default);
        await store.AddAsync(Stored.Version(1), default);
        await BackUpAsync();
        await store.AddAsync(Stored.Version(2), default);
        dialect.BeforeCommit = inTheMiddle ? () => Harm(how) : dialect.BeforeCommit;
        if (!inTheMiddle)
        {
            Harm(how);
        }

        if (await TryAddAsync(store, Stored.Version(3)))
        {
            (await AfreshAsync()).ShouldBe([0, 1, 2, 3]);
        }
    }

    [Fact]
    public async Task Added_FileIsBack_IsTakenAgain()
    {
        var store = new RuleStore(new SqliteDialect(new DataFolder(_folder.PathOf("data"))));
        await store.AddAsync(Stored.Version(0), default);
        await BackUpAsync();
        File.Move(Copy, Database, overwrite: true);
        File.Delete(Database + "-wal");
        File.Delete(Database + "-shm");

        (await store.AddAsync(Stored.Version(1), default)).ShouldBeTrue();

        (await AfreshAsync()).ShouldBe([0, 1]);
    }

    public void Dispose()
    {
        _folder.Dispose();
    }

    private static async Task<bool> TryAddAsync(RuleStore store, StoredRuleSet next)
    {
        try
        {
            return await store.AddAsync(next, default).InTime();
        }
        catch (StoreException)
        {
            return false;
        }
    }

    private void Harm(string how)
    {
        switch (how)
        {
            case "deleted":
                File.Delete(Database);
                break;
            case "deleted with its log":
                File.Delete(Database);
                File.Delete(Database + "-wal");
                File.Delete(Database + "-shm");
                break;
            case "replaced by an older one":
                File.Move(Copy, Database, overwrite: true);
                break;
            case "overwritten by an older one":
                using (var file = File.OpenWrite(Database))
                {
                    file.Write(File.ReadAllBytes(Copy));
                    file.SetLength(file.Position);
                }

                break;
            case "cut":
                using (var file = File.OpenWrite(Database))
                {
                    file.SetLength(file.Length / 2);
                }

                File.WriteAllBytes(Database + "-wal", []);
                break;
            default:
                using (var file = File.OpenWrite(Database))
                {
                    file.Write(new byte[8192]);
                }

                File.WriteAllBytes(Database + "-wal", []);
                break;
        }
    }

    private async Task BackUpAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.ExecuteAsync("VACUUM INTO @Copy", new { Copy });
    }

    /// <summary>What a program that never had the file open finds in it.</summary>
    private async Task<IEnumerable<long>> AfreshAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        return await connection.QueryAsync<long>("SELECT revision FROM rule_sets ORDER BY revision");
    }
}
