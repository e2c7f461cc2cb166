using System.Data.Common;
using Dapper;

namespace Validation.Server.Store;

/// <summary>The keys and revocations in the database: both are only added. All servers of the database share them. Thread-safe.</summary>
/// <remarks>Every method throws a <see cref="StoreException"/> when the database cannot be used.</remarks>
internal sealed class KeyStore(StoreDialect dialect, IReadOnlyList<SchemaStep>? steps = null) : DatabaseStore(dialect, steps)
{
    /// <summary>The newest row numbers, from which it follows whether anything was added. Cheap, because it is asked several times a
    /// second.</summary>
    public Task<KeysVersion> VersionAsync(CancellationToken cancellationToken)
    {
        const string Newest = """
            SELECT (SELECT COALESCE(MAX(number), 0) FROM keys), (SELECT COALESCE(MAX(number), 0) FROM key_revocations)
            """;
        return AskAsync(
            async connection =>
            {
                var (keys, revocations) = await connection.QuerySingleAsync<(long, long)>(Newest);
                return new KeysVersion(keys, revocations);
            },
            cancellationToken);
    }

    /// <summary>All keys, the newest first.</summary>
    public async Task<IReadOnlyList<StoredKey>> AllAsync(CancellationToken cancellationToken)
    {
        const string All = """
            SELECT id, name, roles, created_by AS CreatedBy, created_milliseconds AS CreatedMilliseconds,
                   expires_milliseconds AS ExpiresMilliseconds, salt, hash, revoked_by AS RevokedBy, reason,
                   at_milliseconds AS AtMilliseconds
            FROM keys LEFT JOIN key_revocations ON key_id = id
            ORDER BY keys.number DESC
            """;
        var rows = await AskAsync(connection => connection.QueryAsync<KeyRow>(All), cancellationToken);
        return [.. rows.Select(row => row.ToKey())];
    }

    /// <summary>Adds a key together with its entry in the audit.</summary>
    public Task AddAsync(StoredKey key, StoredAudit note, CancellationToken cancellationToken)
    {
        const string Add = """
            INSERT INTO keys (id, name, roles, created_by, created_milliseconds, expires_milliseconds, salt, hash)
            VALUES (@Id, @Name, @Roles, @CreatedBy, @CreatedMilliseconds, @ExpiresMilliseconds, @Salt, @Hash)
            """;
        return WriteAsync(
            async transaction =>
            {
                await transaction.Connection!.ExecuteAsync(Add, key, transaction);
                return await AuditStore.AddAsync(note, transaction);
            },
            connection => HasAsync(connection, "SELECT COUNT(*) FROM keys WHERE id = @id", key.Id),
            cancellationToken);
    }

    /// <summary>Revokes a key together with its entry in the audit.</summary>
    /// <returns>False: it was taken back before; nothing was changed.</returns>
    public Task<bool> RevokeAsync(string id, KeyRevocation revocation, StoredAudit note, CancellationToken cancellationToken)
    {
        const string Revoke = """
            INSERT INTO key_revocations (key_id, revoked_by, reason, at_milliseconds) VALUES (@id, @By, @Reason, @AtMilliseconds)
            ON CONFLICT (key_id) DO NOTHING
            """;
        return WriteAsync(
            async transaction =>
            {
                var values = new { id, revocation.By, revocation.Reason, revocation.AtMilliseconds };
                return await transaction.Connection!.ExecuteAsync(Revoke, values, transaction) > 0
                    && await AuditStore.AddAsync(note, transaction);
            },
            connection => HasAsync(connection, "SELECT COUNT(*) FROM key_revocations WHERE key_id = @id", id),
            cancellationToken);
    }

    private static async Task<bool> HasAsync(DbConnection connection, string count, string id)
    {
        return await connection.ExecuteScalarAsync<long>(count, new { id }) == 1;
    }

    private sealed class KeyRow
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public string Roles { get; init; } = "";

        public string CreatedBy { get; init; } = "";

        public long CreatedMilliseconds { get; init; }

        public long? ExpiresMilliseconds { get; init; }

        public byte[] Salt { get; init; } = [];

        public byte[] Hash { get; init; } = [];

        public string? RevokedBy { get; init; }

        public string? Reason { get; init; }

        public long? AtMilliseconds { get; init; }

        public StoredKey ToKey()
        {
            var revocation = AtMilliseconds is { } at ? new KeyRevocation(RevokedBy ?? "", Reason ?? "", at) : null;
            return new StoredKey(Id, Name, Roles, CreatedBy, CreatedMilliseconds, ExpiresMilliseconds, Salt, Hash, revocation);
        }
    }
}
