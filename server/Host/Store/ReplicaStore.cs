using System.Globalization;
using Dapper;

namespace Validation.Server.Store;

/// <summary>A server that works with the store.</summary>
/// <param name="Id">What tells it from all others, also from itself before a restart.</param>
/// <param name="Name">What people call it: the machine.</param>
/// <param name="Address">Where it is configured to answer calls of gRPC.</param>
/// <param name="RuleSetVersion">The rule set that it works with. Empty: none yet.</param>
/// <param name="EngineVersion">The version of its engine.</param>
/// <param name="Started">When it started, Unix milliseconds by its own clock.</param>
internal sealed record Replica(string Id, string Name, string Address, string RuleSetVersion, string EngineVersion, long Started);

/// <summary>A server and how long ago it was heard of.</summary>
/// <param name="Server">The server.</param>
/// <param name="Silence">How long it has said nothing, by the clock of the database.</param>
internal sealed record SeenReplica(Replica Server, TimeSpan Silence);

/// <summary>The servers that work with the store: each says now and then that it is there. Thread-safe.</summary>
/// <remarks>Every method throws a <see cref="StoreException"/> when the database cannot be used.</remarks>
internal sealed class ReplicaStore(StoreDialect dialect) : DatabaseStore(dialect)
{
    /// <summary>Notes that a server is there, and forgets those that were silent for too long.</summary>
    /// <param name="replica">The server.</param>
    /// <param name="longest">The longest silence.</param>
    /// <param name="cancellationToken">Gives up before anything is changed.</param>
    public Task NoteAsync(Replica replica, TimeSpan longest, CancellationToken cancellationToken)
    {
        var now = Dialect.Now;
        var note = $"""
            INSERT INTO servers (id, name, address, rule_set_version, engine_version, started_milliseconds, seen_milliseconds)
            VALUES (@Id, @Name, @Address, @RuleSetVersion, @EngineVersion, @Started, {now})
            ON CONFLICT (id) DO UPDATE SET rule_set_version = excluded.rule_set_version, seen_milliseconds = excluded.seen_milliseconds
            """;
        var forget = string.Create(
            CultureInfo.InvariantCulture, $"DELETE FROM servers WHERE seen_milliseconds < {now} - {(long)longest.TotalMilliseconds}");
        return WriteAsync(
            async transaction =>
            {
                await transaction.Connection!.ExecuteAsync(note, replica, transaction);
                return await transaction.Connection!.ExecuteAsync(forget, transaction: transaction);
            },
            cancellationToken);
    }

    /// <summary>Forgets a server that goes.</summary>
    public Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        const string Remove = "DELETE FROM servers WHERE id = @id";
        return WriteAsync(transaction => transaction.Connection!.ExecuteAsync(Remove, new { id }, transaction), cancellationToken);
    }

    /// <summary>All servers, by name.</summary>
    public async Task<IReadOnlyList<SeenReplica>> AllAsync(CancellationToken cancellationToken)
    {
        var all = $"""
            SELECT id, name, address, rule_set_version, engine_version, started_milliseconds, {Dialect.Now} - seen_milliseconds
            FROM servers ORDER BY name, address, id
            """;
        var rows = await AskAsync(
            connection => connection.QueryAsync<(string, string, string, string, string, long, long)>(all), cancellationToken);
        return [.. rows.Select(row => new SeenReplica(
            new Replica(row.Item1, row.Item2, row.Item3, row.Item4, row.Item5, row.Item6),
            TimeSpan.FromMilliseconds(Math.Max(0, row.Item7))))];
    }
}
