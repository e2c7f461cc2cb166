using System.Runtime.CompilerServices;
using Dapper;
using Validation.V1;

namespace Validation.Server.Store;

/// <summary>A report on file with its number, which counts in the order of filing.</summary>
/// <param name="Number">The number.</param>
/// <param name="Report">What is on file.</param>
internal sealed record NumberedReport(long Number, FiledReport Report);

/// <summary>Where the archive stands: differs from before when anything in it was changed.</summary>
/// <param name="Newest">The number of the report filed last of those on file. 0: none is on file.</param>
/// <param name="Changes">How often it was changed.</param>
internal readonly record struct ArchiveVersion(long Newest, long Changes);

/// <summary>How much is on file, by how it was read.</summary>
/// <param name="Reports">Reports on file.</param>
/// <param name="Current">Those that are current.</param>
/// <param name="Waiting">Those that an older engine read.</param>
/// <param name="Failed">Those that the engine can no longer read.</param>
internal sealed record ArchiveCounts(long Reports, long Current, long Waiting, long Failed);

/// <summary>Looks things up in the archive. Thread-safe.</summary>
/// <remarks>Every method throws a <see cref="StoreException"/> when the database cannot be used.</remarks>
internal sealed class ArchiveReader(StoreDialect dialect, IReadOnlyList<SchemaStep>? steps = null) : DatabaseStore(dialect, steps)
{
    /// <summary>Where the archive stands. Cheap, because it is asked several times a second.</summary>
    public Task<ArchiveVersion> VersionAsync(CancellationToken cancellationToken)
    {
        const string Newest = """
            SELECT (SELECT COALESCE(MAX(number), 0) FROM filed_reports), (SELECT COALESCE(MAX(changes), 0) FROM archive_changes)
            """;
        return AskAsync(
            async connection =>
            {
                var (newest, changes) = await connection.QuerySingleAsync<(long, long)>(Newest);
                return new ArchiveVersion(newest, changes);
            },
            cancellationToken);
    }

    /// <summary>The report with that id. Null: there is none.</summary>
    public Task<NumberedReport?> FindAsync(string id, CancellationToken cancellationToken)
    {
        return FindAsync($"{FiledRow.Columns} WHERE id = @id", new { id }, cancellationToken);
    }

    /// <summary>The current report of a body on a year.</summary>
    /// <param name="names">The names under which it may be on file.</param>
    /// <param name="year">The year reported on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The report. Null: there is none.</returns>
    public Task<NumberedReport?> FindAsync(IReadOnlyList<string> names, int year, CancellationToken cancellationToken)
    {
        var current = $"""
            {FiledRow.Columns} WHERE organization {Dialect.In("@names")} AND year = @year AND superseded_by = ''
            ORDER BY number DESC LIMIT 1
            """;
        return FindAsync(current, new { names = names.ToArray(), year }, cancellationToken);
    }

    /// <summary>Reports on file, the one filed last first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="before">Only those with a smaller number.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<NumberedReport>> ListAsync(
        ArchiveFilter filter, long before, int limit, CancellationToken cancellationToken)
    {
        var values = new DynamicParameters(new { before, limit });
        var query = $"{FiledRow.Columns} WHERE {filter.Where(Dialect, values)} AND number < @before ORDER BY number DESC LIMIT @limit";
        return AskAsync<IReadOnlyList<NumberedReport>>(
            async connection =>
                [.. (await connection.QueryAsync<FiledRow>(query, values)).Select(row => new NumberedReport(row.Number, row.ToReport()))],
            cancellationToken);
    }

    /// <summary>How many reports a filter means.</summary>
    public Task<long> CountAsync(ArchiveFilter filter, CancellationToken cancellationToken)
    {
        var values = new DynamicParameters();
        var query = $"SELECT COUNT(*) FROM filed_reports WHERE {filter.Where(Dialect, values)}";
        return AskAsync(connection => connection.ExecuteScalarAsync<long>(query, values), cancellationToken);
    }

    /// <summary>The report as it was read. Null: it is no longer on file.</summary>
    public async Task<Report?> ContentAsync(long number, CancellationToken cancellationToken)
    {
        var packed = await PackedAsync([number], ArchiveStore.OfReport, cancellationToken);
        return packed.Count == 0 ? null : Report.Parser.ParseFrom(ArchivePack.Unpack(packed[number]));
    }

    /// <summary>What the check found when a report was filed.</summary>
    public async Task<IReadOnlyList<Finding>> FindingsAsync(long number, CancellationToken cancellationToken)
    {
        var packed = await PackedAsync([number], ArchiveStore.OfFindings, cancellationToken);
        return packed.Count == 0 ? [] : ValidateReply.Parser.ParseFrom(ArchivePack.Unpack(packed[number])).Findings;
    }

    /// <summary>What is kept of reports, still packed, by their numbers: those that are no longer on file are left out.</summary>
    /// <param name="numbers">The reports' numbers, some hundreds at most.</param>
    /// <param name="kind">What of them, such as <see cref="ArchiveStore.OfReport"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyDictionary<long, byte[][]>> PackedAsync(
        IReadOnlyCollection<long> numbers, long kind, CancellationToken cancellationToken)
    {
        var query = $"""
            SELECT report_number, content FROM filed_contents
            WHERE report_number {Dialect.In("@numbers")} AND kind = @kind ORDER BY report_number, part
            """;
        var values = new { numbers = numbers.ToArray(), kind };
        return AskAsync<IReadOnlyDictionary<long, byte[][]>>(
            async connection => (await connection.QueryAsync<(long Number, byte[] Content)>(query, values))
                .GroupBy(row => row.Number)
                .ToDictionary(group => group.Key, group => group.Select(row => row.Content).ToArray()),
            cancellationToken);
    }

    /// <summary>The packed parts of an original, one after the other: at no time is more than one in memory.</summary>
    public async IAsyncEnumerable<byte[]> OriginalAsync(long number, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const string Next = "SELECT content FROM filed_originals WHERE report_number = @number AND part = @part";
        for (var part = 0L; ; part++)
        {
            var content = await AskAsync(
                connection => connection.QuerySingleOrDefaultAsync<byte[]>(Next, new { number, part }), cancellationToken);
            if (content is null)
            {
                yield break;
            }

            yield return content;
        }
    }

    /// <summary>How much is on file, seen from an engine.</summary>
    /// <param name="rank">The rank of the engine.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<ArchiveCounts> CountsAsync(long rank, CancellationToken cancellationToken)
    {
        const string Counts = """
            SELECT (SELECT COUNT(*) FROM filed_reports), (SELECT COUNT(*) FROM filed_reports WHERE superseded_by = ''),
                   (SELECT COUNT(*) FROM filed_reports WHERE engine_rank < @rank),
                   (SELECT COUNT(*) FROM filed_reports WHERE engine_rank >= @rank AND reread_problem <> '')
            """;
        return AskAsync(
            async connection =>
            {
                var (reports, current, waiting, failed) = await connection.QuerySingleAsync<(long, long, long, long)>(Counts, new { rank });
                return new ArchiveCounts(reports, current, waiting, failed);
            },
            cancellationToken);
    }

    private Task<NumberedReport?> FindAsync(string query, object values, CancellationToken cancellationToken)
    {
        return AskAsync(
            async connection => await connection.QuerySingleOrDefaultAsync<FiledRow>(query, values) is { } row
                ? new NumberedReport(row.Number, row.ToReport())
                : null,
            cancellationToken);
    }
}
