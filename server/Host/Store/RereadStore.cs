using Dapper;

namespace Validation.Server.Store;

/// <summary>What the re-reading of originals writes: which server is at which report, and what came of it. Thread-safe.</summary>
/// <remarks>Every method throws a <see cref="StoreException"/> when the database cannot be used.</remarks>
internal sealed class RereadStore(StoreDialect dialect, IReadOnlyList<SchemaStep>? steps = null) : DatabaseStore(dialect, steps)
{
    /// <summary>Claims the next report that an older engine read: no other server gets it until the claim has run out.</summary>
    /// <param name="rank">The rank of the engine.</param>
    /// <param name="now">The time, Unix milliseconds.</param>
    /// <param name="until">When the claim runs out, Unix milliseconds.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The report. Null: there is none that nobody else is at.</returns>
    public async Task<NumberedReport?> ClaimAsync(long rank, long now, long until, CancellationToken cancellationToken)
    {
        const string Next = $"""
            {FiledRow.Columns} WHERE engine_rank < @rank AND claimed_until <= @now ORDER BY engine_rank, number LIMIT 1
            """;
        // Whether there is any is asked all the time, and needs no lock.
        var isAny = await AskAsync(
            connection => connection.QuerySingleOrDefaultAsync<FiledRow>(Next, new { rank, now }), cancellationToken);
        return isAny is null ? null : await WriteAsync(
            async transaction =>
            {
                var connection = transaction.Connection!;
                if (await connection.QuerySingleOrDefaultAsync<FiledRow>(Next, new { rank, now }, transaction) is not { } row)
                {
                    return null;
                }

                const string Claim = "UPDATE filed_reports SET claimed_until = @until WHERE number = @Number";
                await connection.ExecuteAsync(Claim, new { row.Number, until }, transaction);
                return new NumberedReport(row.Number, row.ToReport());
            },
            cancellationToken);
    }

    /// <summary>Gives a claim back, so that the report is read later.</summary>
    public Task ReleaseAsync(long number, CancellationToken cancellationToken)
    {
        return WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(
                "UPDATE filed_reports SET claimed_until = 0 WHERE number = @number", new { number }, transaction),
            cancellationToken);
    }

    /// <summary>Replaces a report as it was read by what a newer engine read. A report that was removed meanwhile stays removed, and one
    /// that an even newer engine has read stays as it is.</summary>
    /// <param name="number">The report's number.</param>
    /// <param name="engineVersion">The version of the engine.</param>
    /// <param name="content">What it read, packed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task KeepAsync(long number, string engineVersion, IReadOnlyList<byte[]> content, CancellationToken cancellationToken)
    {
        const string Keep = """
            UPDATE filed_reports SET engine_version = @engineVersion, engine_rank = @rank, reread_problem = '', claimed_until = 0
            WHERE number = @number AND engine_rank < @rank
            """;
        var values = new { number, engineVersion, rank = EngineRank.Of(engineVersion), kind = ArchiveStore.OfReport };
        return WriteAsync(
            async transaction =>
            {
                if (await transaction.Connection!.ExecuteAsync(Keep, values, transaction) == 0)
                {
                    return false;
                }

                const string Delete = "DELETE FROM filed_contents WHERE report_number = @number AND kind = @kind";
                await transaction.Connection!.ExecuteAsync(Delete, values, transaction);
                await ArchiveStore.AddContentAsync(number, values.kind, content, transaction);
                await ArchiveStore.CountAsync(transaction);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Notes that an engine cannot read a report: what was read before is kept, and this engine does not try again.</summary>
    /// <param name="number">The report's number.</param>
    /// <param name="engineVersion">The version of the engine.</param>
    /// <param name="problem">Why, in Chinese.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task FailAsync(long number, string engineVersion, string problem, CancellationToken cancellationToken)
    {
        const string Fail = """
            UPDATE filed_reports SET engine_rank = @rank, reread_problem = @problem, claimed_until = 0
            WHERE number = @number AND engine_rank < @rank
            """;
        var values = new { number, problem, rank = EngineRank.Of(engineVersion) };
        return WriteAsync(transaction => transaction.Connection!.ExecuteAsync(Fail, values, transaction), cancellationToken);
    }
}
