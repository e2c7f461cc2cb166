using System.Data.Common;
using Dapper;

namespace Validation.Server.Store;

/// <summary>Brings a database forward to the version that this program writes.</summary>
internal static class Migration
{
    /// <summary>Takes the steps that the database has not taken yet, all or none. Servers that start at the same time take turns.</summary>
    /// <exception cref="StoreException">The database was made by a newer program.</exception>
    public static async Task RunAsync(
        StoreDialect dialect, DbConnection connection, IReadOnlyList<string> steps, CancellationToken cancellationToken)
    {
        if (await VersionAsync(dialect, connection, null) == steps.Count)
        {
            return;
        }

        await using var transaction = await dialect.BeginWriteAsync(connection, cancellationToken);
        var version = await VersionAsync(dialect, connection, transaction);
        if (version > steps.Count)
        {
            throw new StoreException(Texts.StoreTooNew(version, steps.Count));
        }

        foreach (var step in steps.Skip(version))
        {
            var sql = step.Replace("{bytes}", dialect.Bytes, StringComparison.Ordinal)
                .Replace("{identity}", dialect.Identity, StringComparison.Ordinal);
            await connection.ExecuteAsync(sql, transaction: transaction);
        }

        var note = version == 0
            ? "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL); INSERT INTO schema_version VALUES (@version)"
            : "UPDATE schema_version SET version = @version";
        await connection.ExecuteAsync(note, new { version = steps.Count }, transaction);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<int> VersionAsync(StoreDialect dialect, DbConnection connection, DbTransaction? transaction)
    {
        var tables = await connection.ExecuteScalarAsync<long>(dialect.CountTables, new { name = "schema_version" }, transaction);
        const string Newest = "SELECT MAX(version) FROM schema_version";
        return tables == 0 ? 0 : await connection.ExecuteScalarAsync<int>(Newest, transaction: transaction);
    }
}
