using System.Data;
using System.Data.Common;
using Dapper;
using Npgsql;

namespace Validation.Server.Store;

/// <summary>PostgreSQL, for several servers: they share one database, and it tells them of changes.</summary>
internal sealed class PostgresDialect : StoreDialect, IAsyncDisposable
{
    private const string Channel = "validation_rules";

    // The class "integrity constraint violation" of SQL.
    private const string Constraint = "23";

    // The state "disk full" of PostgreSQL.
    private const string Full = "53100";

    // The number of the advisory lock for writers; any number that nobody else uses.
    private const long WriterLock = 0x56414C49_44415445;

    private readonly NpgsqlDataSource _source;

    /// <param name="connection">The connection string, such as "Host=db;Database=validation;Username=validation".</param>
    /// <exception cref="ArgumentException">It cannot be understood.</exception>
    public PostgresDialect(string connection)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = connection };
        var settings = new NpgsqlConnectionStringBuilder(connection);
        // A database that does not answer must not delay anybody for long.
        settings.Timeout = given.ContainsKey("Timeout") ? settings.Timeout : 3;
        settings.CommandTimeout = given.ContainsKey("Command Timeout") ? settings.CommandTimeout : 10;
        settings.KeepAlive = given.ContainsKey("Keepalive") ? settings.KeepAlive : 10;
        settings.ApplicationName ??= "validation-server";
        _source = new NpgsqlSlimDataSourceBuilder(settings.ConnectionString).EnableTransportSecurity().EnableArrays().Build();
    }

    public override string Name => "PostgreSQL";

    public override TimeSpan PollInterval { get; } = TimeSpan.FromSeconds(5);

    public override string Bytes => "BYTEA";

    public override string Identity => "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY";

    public override string Now => "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";

    public override string CountTables =>
        "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = @name";

    public override string Names => "SELECT jsonb_array_elements_text(CAST(@names AS jsonb))";

    public override string Pairs => "SELECT key AS name, value AS body FROM json_each_text(CAST(@bodies AS json))";

    public override string WithOwnNumbers => "OVERRIDING SYSTEM VALUE";

    public override string NumberOn =>
        "SELECT setval(pg_get_serial_sequence('{0}', '{1}'), (SELECT MAX({1}) FROM {0})) WHERE EXISTS (SELECT 1 FROM {0})";

    public override string In(string parameter)
    {
        return $"= ANY({parameter})";
    }

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        return await _source.OpenConnectionAsync(cancellationToken);
    }

    public override async Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // A commit survives a power failure, whatever the default of the database.
        var begin = $"SET LOCAL synchronous_commit = on; SELECT pg_advisory_xact_lock({WriterLock});";
        await connection.ExecuteAsync(new CommandDefinition(begin, null, transaction, cancellationToken: cancellationToken));
        return transaction;
    }

    public override async Task<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        return await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
    }

    public override bool IsMisfit(DbException fault)
    {
        return fault.SqlState?.StartsWith(Constraint, StringComparison.Ordinal) == true;
    }

    public override bool IsFull(Exception fault)
    {
        return fault is PostgresException { SqlState: Full };
    }

    public override Task AnnounceAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        var notify = new CommandDefinition($"NOTIFY {Channel}", null, transaction, cancellationToken: cancellationToken);
        return transaction.Connection!.ExecuteAsync(notify);
    }

    public override async Task ListenAsync(Action changed, CancellationToken cancellationToken)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition($"LISTEN {Channel}", cancellationToken: cancellationToken));
        // Changes that were announced before this connection existed.
        changed();
        while (true)
        {
            await connection.WaitAsync(cancellationToken);
            changed();
        }
    }

    public ValueTask DisposeAsync()
    {
        return _source.DisposeAsync();
    }
}
