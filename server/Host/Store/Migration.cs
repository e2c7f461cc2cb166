using System.Data.Common;
using Dapper;

namespace Validation.Server.Store;

/// <summary>Migrates a database to the schema that this program writes.</summary>
internal static class Migration
{
    /// <summary>Runs the steps that are missing, all or none. Servers that start at the same time take turns. A database that a newer
    /// program has migrated is used as it is, if that program's steps have only added to it.</summary>
    /// <exception cref="StoreException">The database was changed by a newer program, and this one would not understand it.</exception>
    public static async Task RunAsync(
        StoreDialect dialect, DbConnection connection, IReadOnlyList<SchemaStep> steps, CancellationToken cancellationToken)
    {
        var version = await VersionAsync(dialect, connection, null);
        if (version == steps.Count || (version > steps.Count && await IsOpenToAsync(steps.Count, dialect, connection)))
        {
            return;
        }

        await using var transaction = await dialect.BeginWriteAsync(connection, cancellationToken);
        version = await VersionAsync(dialect, connection, transaction);
        if (version > steps.Count)
        {
            throw new StoreException(StoreTexts.StoreTooNew(version, steps.Count));
        }

        foreach (var step in steps.Skip(version))
        {
            var sql = step.Sql.Replace("{bytes}", dialect.Bytes, StringComparison.Ordinal)
                .Replace("{identity}", dialect.Identity, StringComparison.Ordinal);
            await connection.ExecuteAsync(sql, transaction: transaction);
        }

        const string Note = """
            CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL);
            DELETE FROM schema_version;
            INSERT INTO schema_version VALUES (@version);
            CREATE TABLE IF NOT EXISTS schema_reader (version BIGINT NOT NULL);
            DELETE FROM schema_reader;
            INSERT INTO schema_reader VALUES (@reader);
            """;
        await connection.ExecuteAsync(Note, new { version = steps.Count, reader = OldestReader(steps) }, transaction);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The oldest version whose programs may use the database: that of the last step which changed something.</summary>
    private static int OldestReader(IReadOnlyList<SchemaStep> steps)
    {
        return steps.Select((step, index) => step.OnlyAdds ? 0 : index + 1).Max();
    }

    private static async Task<bool> IsOpenToAsync(int version, StoreDialect dialect, DbConnection connection)
    {
        return await NumberAsync("schema_reader", dialect, connection, null) is var oldest and > 0 && oldest <= version;
    }

    private static Task<int> VersionAsync(StoreDialect dialect, DbConnection connection, DbTransaction? transaction)
    {
        return NumberAsync("schema_version", dialect, connection, transaction);
    }

    /// <returns>The number that the table holds. 0: there is no such table.</returns>
    private static async Task<int> NumberAsync(string table, StoreDialect dialect, DbConnection connection, DbTransaction? transaction)
    {
        var tables = await connection.ExecuteScalarAsync<long>(dialect.CountTables, new { name = table }, transaction);
        return tables == 0 ? 0 : await connection.ExecuteScalarAsync<int>($"SELECT MAX(version) FROM {table}", transaction: transaction);
    }
}
