using Dapper;
using Google.Protobuf;
using Validation.V1;

namespace Validation.Server.Store;

/// <summary>A list of bodies as it is kept.</summary>
/// <param name="Bodies">The bodies, by name.</param>
/// <param name="ChangedBy">Who made the list what it is.</param>
/// <param name="AtMilliseconds">When, Unix time.</param>
internal sealed record StoredBodies(IReadOnlyList<Body> Bodies, string ChangedBy, long AtMilliseconds);

/// <summary>Where the records stand: differs from before when anything was added.</summary>
/// <param name="Bodies">The number of the newest list of bodies.</param>
/// <param name="Acceptances">The number of the newest acceptance.</param>
/// <param name="Revocations">The number of the newest revocation.</param>
internal readonly record struct RecordsVersion(long Bodies, long Acceptances, long Revocations);

/// <summary>The list of bodies and the accepted findings in the database. Every change adds a row. All servers of the database share
/// them. Thread-safe.</summary>
/// <remarks>Every method throws a <see cref="StoreException"/> when the database cannot be used.</remarks>
internal sealed class RecordStore(StoreDialect dialect, IReadOnlyList<SchemaStep>? steps = null) : DatabaseStore(dialect, steps)
{
    private const string NewestBodies = """
        SELECT changed_by AS ChangedBy, at_milliseconds AS AtMilliseconds, content FROM body_lists
        WHERE number = (SELECT MAX(number) FROM body_lists)
        """;

    /// <summary>The newest row numbers, from which it follows whether anything was added. Cheap, because it is asked several times a
    /// second.</summary>
    public Task<RecordsVersion> VersionAsync(CancellationToken cancellationToken)
    {
        const string Newest = """
            SELECT (SELECT COALESCE(MAX(number), 0) FROM body_lists), (SELECT COALESCE(MAX(number), 0) FROM acceptances),
                   (SELECT COALESCE(MAX(number), 0) FROM acceptance_revocations)
            """;
        return AskAsync(
            async connection =>
            {
                var (bodies, acceptances, revocations) = await connection.QuerySingleAsync<(long, long, long)>(Newest);
                return new RecordsVersion(bodies, acceptances, revocations);
            },
            cancellationToken);
    }

    /// <summary>The list of bodies. Null: none was ever stored.</summary>
    public Task<StoredBodies?> BodiesAsync(CancellationToken cancellationToken)
    {
        return AskAsync(
            async connection => (await connection.QuerySingleOrDefaultAsync<BodiesRow>(NewestBodies))?.ToBodies(), cancellationToken);
    }

    /// <summary>Changes the list of bodies together with its entry in the audit. Nobody else changes the list at the same time.</summary>
    /// <param name="change">Makes the new list of the one before. Null: nothing is to be changed.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="note">The note of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The list before. Null: nothing was changed.</returns>
    public Task<IReadOnlyList<Body>?> ChangeBodiesAsync(
        Func<IReadOnlyList<Body>, IReadOnlyList<Body>?> change, string by, StoredAudit note, CancellationToken cancellationToken)
    {
        const string Add = """
            INSERT INTO body_lists (changed_by, at_milliseconds, content) VALUES (@by, @AtMilliseconds, @content)
            """;
        return WriteAsync<IReadOnlyList<Body>?>(
            async transaction =>
            {
                var connection = transaction.Connection!;
                var row = await connection.QuerySingleOrDefaultAsync<BodiesRow>(NewestBodies, transaction: transaction);
                var before = row?.ToBodies().Bodies ?? [];
                if (change(before) is not { } after)
                {
                    return null;
                }

                var content = new ListBodiesReply { Bodies = { after } }.ToByteArray();
                await connection.ExecuteAsync(Add, new { by, note.AtMilliseconds, content }, transaction);
                await AuditStore.AddAsync(note, transaction);
                return before;
            },
            cancellationToken);
    }

    /// <summary>All acceptances, the newest first, each with its revocation if it was revoked.</summary>
    public async Task<IReadOnlyList<Acceptance>> AcceptancesAsync(CancellationToken cancellationToken)
    {
        const string All = """
            SELECT content, revoked_by AS RevokedBy, reason, at_milliseconds AS AtMilliseconds
            FROM acceptances LEFT JOIN acceptance_revocations ON acceptance_id = id
            ORDER BY acceptances.number DESC
            """;
        var rows = await AskAsync(connection => connection.QueryAsync<AcceptanceRow>(All), cancellationToken);
        return [.. rows.Select(row => row.ToAcceptance())];
    }

    /// <summary>Adds an acceptance together with its entry in the audit.</summary>
    public Task AddAsync(Acceptance acceptance, StoredAudit note, CancellationToken cancellationToken)
    {
        return WriteAsync(
            async transaction =>
            {
                await transaction.Connection!.ExecuteAsync(
                    "INSERT INTO acceptances (id, content) VALUES (@Id, @content)",
                    new { acceptance.Id, content = acceptance.ToByteArray() },
                    transaction);
                return await AuditStore.AddAsync(note, transaction);
            },
            cancellationToken);
    }

    /// <summary>Revokes an acceptance together with its entry in the audit.</summary>
    /// <returns>False: it was taken back before; nothing was changed.</returns>
    public Task<bool> RevokeAsync(string id, string by, string reason, StoredAudit note, CancellationToken cancellationToken)
    {
        const string Revoke = """
            INSERT INTO acceptance_revocations (acceptance_id, revoked_by, reason, at_milliseconds)
            VALUES (@id, @by, @reason, @AtMilliseconds) ON CONFLICT (acceptance_id) DO NOTHING
            """;
        return WriteAsync(
            async transaction => await transaction.Connection!.ExecuteAsync(
                    Revoke, new { id, by, reason, note.AtMilliseconds }, transaction) > 0
                && await AuditStore.AddAsync(note, transaction),
            cancellationToken);
    }

    private sealed class BodiesRow
    {
        public string ChangedBy { get; init; } = "";

        public long AtMilliseconds { get; init; }

        public byte[] Content { get; init; } = [];

        public StoredBodies ToBodies()
        {
            return new StoredBodies(ListBodiesReply.Parser.ParseFrom(Content).Bodies, ChangedBy, AtMilliseconds);
        }
    }

    private sealed class AcceptanceRow
    {
        public byte[] Content { get; init; } = [];

        public string? RevokedBy { get; init; }

        public string? Reason { get; init; }

        public long? AtMilliseconds { get; init; }

        public Acceptance ToAcceptance()
        {
            var acceptance = Acceptance.Parser.ParseFrom(Content);
            if (AtMilliseconds is { } at)
            {
                acceptance.RevokedAt = UnixTime.Of(at);
                acceptance.RevokedBy = RevokedBy ?? "";
                acceptance.RevokedReason = Reason ?? "";
            }

            return acceptance;
        }
    }
}
