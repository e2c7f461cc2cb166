using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Validation.Server.Store;

/// <summary>SQLite: one file in the data folder, nothing to set up. Servers on the same machine may share it.</summary>
internal sealed class SqliteDialect : StoreDialect, IDisposable
{
    /// <summary>The name of the database in the data folder.</summary>
    public const string FileName = "validation.db";

    private const int BusySeconds = 5;

    // The result code SQLITE_CONSTRAINT.
    private const int Constraint = 19;

    // The result code SQLITE_FULL.
    private const int Full = 13;

    // SQLite lets writers try again and again, in no order, until the last of many has waited too long.
    private readonly SemaphoreSlim _writers = new(1);
    private readonly DataFolder _folder;
    private readonly string _connection;
    private readonly string _afresh;
    private string _place = "";

    public SqliteDialect(DataFolder folder)
    {
        _folder = folder;
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = folder.PathOf(FileName),
            Mode = SqliteOpenMode.ReadWrite,
            DefaultTimeout = BusySeconds,
        };
        _connection = settings.ToString();
        settings.Pooling = false;
        _afresh = settings.ToString();
    }

    public override string Name => "SQLite";

    public override TimeSpan PollInterval { get; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Far longer than any answer takes, shorter than the clients wait.</summary>
    public override TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    public override string Bytes => "BLOB";

    public override string Identity => "INTEGER PRIMARY KEY AUTOINCREMENT";

    public override string Now => "CAST(ROUND((julianday('now') - 2440587.5) * 86400000) AS INTEGER)";

    public override string CountTables => "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = @name";

    public override string Names => "SELECT value FROM json_each(@names)";

    public override string Pairs => "SELECT key AS name, value AS body FROM json_each(@bodies)";

    public override string Place => FileIdentity.Of(_folder.PathOf(FileName));

    public override string In(string parameter)
    {
        // Dapper makes a list of parameters of it.
        return $"IN {parameter}";
    }

    public override Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        _folder.EnsureFile(FileName);
        var place = Place;
        if (Interlocked.Exchange(ref _place, place) != place)
        {
            // Pooled connections would go on with a file that no longer has this name.
            Forget();
        }

        return OpenAsync(_connection, cancellationToken);
    }

    public override Task<DbConnection> OpenAfreshAsync(CancellationToken cancellationToken)
    {
        return OpenAsync(_afresh, cancellationToken);
    }

    public override void Forget()
    {
        using var kept = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(kept);
    }

    public void Dispose()
    {
        _writers.Dispose();
    }

    public override async Task<bool> IsWholeAsync(DbConnection connection)
    {
        // The reports on file may be gigabytes; each has its digest.
        var tables = await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table'");
        foreach (var table in tables.Except(Schema.ArchiveTables, StringComparer.Ordinal))
        {
            if (await connection.ExecuteScalarAsync<string>($"PRAGMA integrity_check({table})") != "ok")
            {
                return false;
            }
        }

        return true;
    }

    public override async Task<IDisposable?> TakeTurnAsync(CancellationToken cancellationToken)
    {
        return await _writers.WaitAsync(Patience, cancellationToken)
            ? new Turn(_writers)
            : throw new StoreException(StoreTexts.StoreSilent(Name, Patience));
    }

    public override async Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        // Readers go on while somebody writes; what is committed survives a power failure.
        await connection.ExecuteAsync("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        return ((SqliteConnection)connection).BeginTransaction(deferred: false);
    }

    public override Task<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        return Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));
    }

    public override bool IsMisfit(DbException fault)
    {
        return fault is SqliteException { SqliteErrorCode: Constraint };
    }

    public override bool IsFull(Exception fault)
    {
        return fault is SqliteException { SqliteErrorCode: Full };
    }

    public override Task AnnounceAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        return Task.CompletedTask;
    }

    public override Task ListenAsync(Action changed, CancellationToken cancellationToken)
    {
        return Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
    }

    private static async Task<DbConnection> OpenAsync(string settings, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(settings);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private sealed class Turn(SemaphoreSlim writers) : IDisposable
    {
        public void Dispose()
        {
            writers.Release();
        }
    }
}
