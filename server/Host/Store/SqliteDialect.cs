using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Validation.Server.Store;

/// <summary>SQLite: one file in the data folder, nothing to set up. Servers on the same machine may share it.</summary>
internal sealed class SqliteDialect : StoreDialect
{
    /// <summary>The file's name.</summary>
    public const string FileName = "validation.db";

    private const int BusySeconds = 5;

    // SQLITE_CONSTRAINT
    private const int Constraint = 19;

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

    public override string Bytes => "BLOB";

    public override string Identity => "INTEGER PRIMARY KEY AUTOINCREMENT";

    public override string CountTables => "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = @name";

    public override string Place => FileIdentity.Of(_folder.PathOf(FileName));

    public override Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        _folder.EnsureFile(FileName);
        var place = Place;
        if (Interlocked.Exchange(ref _place, place) != place)
        {
            // Connections that are kept open would go on with a file that nobody finds any more.
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

    public override async Task<bool> IsWholeAsync(DbConnection connection)
    {
        return await connection.ExecuteScalarAsync<string>("PRAGMA integrity_check(1)") == "ok";
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
}
