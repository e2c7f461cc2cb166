using System.Data.Common;
using Dapper;
using Validation.V1;

namespace Validation.Server.Store;

/// <summary>Something that was done, or refused, as it is kept.</summary>
/// <param name="AtMilliseconds">When, Unix time.</param>
/// <param name="Principal">Who. Empty: unknown.</param>
/// <param name="Address">Where from.</param>
/// <param name="Action">What.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Detail">More of it.</param>
/// <param name="Count">How often.</param>
/// <param name="Bucket">Entries of the same bucket are one, with the sum of their counts. Null: it stands for itself.</param>
internal sealed record StoredAudit(
    long AtMilliseconds, string Principal, string Address, string Action, string Outcome, string Detail, long Count, string? Bucket)
{
    /// <summary>Counts the entries. 0: not kept yet.</summary>
    public long Number { get; init; }
}

/// <summary>The audit in the database: entries are only added. All servers of the database share it. Thread-safe.</summary>
/// <remarks>Every method throws a <see cref="StoreException"/> when the database cannot be used.</remarks>
internal sealed class AuditStore(StoreDialect dialect, IReadOnlyList<SchemaStep>? steps = null) : DatabaseStore(dialect, steps)
{
    /// <summary>Adds entries, all or none.</summary>
    public Task AddAsync(IReadOnlyList<StoredAudit> entries, CancellationToken cancellationToken)
    {
        return WriteAsync(
            async transaction =>
            {
                foreach (var entry in entries)
                {
                    await AddAsync(entry, transaction);
                }

                return true;
            },
            cancellationToken);
    }

    /// <summary>Reads entries, the newest first.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="before">Only entries with a smaller number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<StoredAudit>> ReadAsync(int limit, long before, CancellationToken cancellationToken)
    {
        const string Read = """
            SELECT number, at_milliseconds, principal, address, action, outcome, detail, count
            FROM audit WHERE number < @before ORDER BY number DESC LIMIT @limit
            """;
        var rows = await AskAsync(
            connection => connection.QueryAsync<(long Number, long At, string Principal, string Address, string Action, string Outcome,
                string Detail, long Count)>(Read, new { limit, before }),
            cancellationToken);
        return
        [
            .. rows.Select(row => new StoredAudit(
                row.At, row.Principal, row.Address, row.Action, row.Outcome, row.Detail, row.Count, null) { Number = row.Number }),
        ];
    }

    /// <summary>Deletes old entries of the audit, and with them refused attempts to publish and proposals. Publications stay: they say
    /// which rules were in force when, and can be undone.</summary>
    /// <param name="beforeMilliseconds">Those from before this time go, Unix time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many went.</returns>
    public Task<int> RemoveAsync(long beforeMilliseconds, CancellationToken cancellationToken)
    {
        const string Entries = "DELETE FROM audit WHERE at_milliseconds < @beforeMilliseconds";
        const string Attempts =
            "DELETE FROM publications WHERE action IN (@refused, @proposed) AND at_milliseconds < @beforeMilliseconds";
        var values = new
        {
            beforeMilliseconds,
            refused = (int)Publication.Types.Action.Refused,
            proposed = (int)Publication.Types.Action.Proposed,
        };
        return WriteAsync(
            async transaction =>
                await transaction.Connection!.ExecuteAsync(Entries, values, transaction)
                + await transaction.Connection!.ExecuteAsync(Attempts, values, transaction),
            cancellationToken);
    }

    /// <summary>Adds an entry in the transaction of the change that it is about.</summary>
    public static async Task<bool> AddAsync(StoredAudit entry, DbTransaction transaction)
    {
        const string Add = """
            INSERT INTO audit (bucket, at_milliseconds, principal, address, action, outcome, detail, count)
            VALUES (@Bucket, @AtMilliseconds, @Principal, @Address, @Action, @Outcome, @Detail, @Count)
            ON CONFLICT (bucket) DO UPDATE SET count = audit.count + excluded.count
            """;
        await transaction.Connection!.ExecuteAsync(Add, entry, transaction);
        return true;
    }
}
