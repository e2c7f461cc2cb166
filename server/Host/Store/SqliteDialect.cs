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

    private readonly DataFolder _folder;
    private readonly string _connection;

    public SqliteDialect(DataFolder folder)
    {
        _folder = folder;
        _connection = new SqliteConnectionStringBuilder
        {
            DataSource = folder.PathOf(FileName),
            Mode = SqliteOpenMode.ReadWrite,
            DefaultTimeout = BusySeconds,
        }.ToString();
    }

    public override string Name => "SQLite";

    public override TimeSpan PollInterval { get; } = TimeSpan.FromMilliseconds(300);

    public override string Bytes => "BLOB";

    public override string Identity => "INTEGER PRIMARY KEY AUTOINCREMENT";

    public override string CountTables => "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = @name";

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        _folder.EnsureFile(FileName);
        var connection = new SqliteConnection(_connection);
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

    public override async Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        // Readers go on while somebody writes; what is committed survives a power failure.
        await connection.ExecuteAsync("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        return ((SqliteConnection)connection).BeginTransaction(deferred: false);
    }

    public override Task AnnounceAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        return Task.CompletedTask;
    }

    public override Task ListenAsync(Action changed, CancellationToken cancellationToken)
    {
        return Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
    }
}
