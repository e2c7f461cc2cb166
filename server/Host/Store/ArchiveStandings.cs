using System.Text.Json;
using Dapper;
using Validation.V1;

namespace Validation.Server.Store;

/// <summary>How many bodies have a verdict in a year.</summary>
/// <param name="Year">The year reported on.</param>
/// <param name="Verdict">The verdict of the report in force.</param>
/// <param name="Bodies">Bodies with it.</param>
/// <param name="Listed">Those of them that the list of bodies has.</param>
internal sealed record StandingCount(int Year, Verdict Verdict, long Bodies, long Listed);

/// <summary>The report in force under a name on a year, in short.</summary>
/// <param name="Number">Counts in the order of filing.</param>
/// <param name="Id">The report's id.</param>
/// <param name="Organization">The name under which it is on file.</param>
/// <param name="Year">The year reported on.</param>
/// <param name="Verdict">The verdict when it was filed.</param>
public sealed record FiledCell(long Number, string Id, string Organization, int Year, Verdict Verdict);

/// <summary>Which bodies are counted, as the database is told.</summary>
/// <param name="Names">Every name under which reports may be on file, with the body that it means.</param>
/// <param name="IsClosed">Whether reports under other names are left out.</param>
internal sealed record CountedBodies(IReadOnlyDictionary<string, string> Names, bool IsClosed);

/// <summary>What the pages about bodies and years ask the archive: counted, sorted out and cut to pages by the database. Of a body that has
/// reports on a year under several of its names, the one filed last counts. Thread-safe.</summary>
/// <remarks>Every method throws a <see cref="StoreException"/> when the database cannot be used.</remarks>
internal sealed class ArchiveStandings(StoreDialect dialect, IReadOnlyList<SchemaStep>? steps = null) : DatabaseStore(dialect, steps)
{
    /// <summary>The years on which reports are on file, the last one first.</summary>
    public Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancellationToken)
    {
        // One look into the index for each year, however many reports there are.
        const string Years = """
            WITH RECURSIVE years(year) AS (
                SELECT MAX(year) FROM filed_reports WHERE superseded_by = ''
                UNION ALL
                SELECT (SELECT MAX(year) FROM filed_reports WHERE superseded_by = '' AND year < years.year)
                FROM years WHERE years.year IS NOT NULL)
            SELECT year FROM years WHERE year IS NOT NULL
            """;
        return AskAsync<IReadOnlyList<int>>(
            async connection => [.. (await connection.QueryAsync<long>(Years)).Select(year => (int)year)], cancellationToken);
    }

    /// <summary>How many bodies have which verdict, for each of some years.</summary>
    /// <param name="first">The first of the years.</param>
    /// <param name="last">The last of the years.</param>
    /// <param name="bodies">Which bodies count.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<StandingCount>> CountsAsync(
        int first, int last, CountedBodies bodies, CancellationToken cancellationToken)
    {
        var query = $"""
            {InForce(bodies)}
            SELECT year, verdict, COUNT(*), CAST(SUM(listed) AS BIGINT) FROM in_force WHERE place = 1
            GROUP BY year, verdict ORDER BY year, verdict
            """;
        var values = new { first, last, bodies = JsonSerializer.Serialize(bodies.Names) };
        var rows = await AskAsync(
            connection => connection.QueryAsync<(long Year, long Verdict, long Bodies, long Listed)>(query, values), cancellationToken);
        return [.. rows.Select(row => new StandingCount((int)row.Year, (Verdict)row.Verdict, row.Bodies, row.Listed))];
    }

    /// <summary>The reports in force under some names, in the order of filing.</summary>
    /// <param name="names">The names, some hundreds at most.</param>
    /// <param name="first">The first of the years.</param>
    /// <param name="last">The last of the years.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<FiledCell>> CellsAsync(
        IReadOnlyCollection<string> names, int first, int last, CancellationToken cancellationToken)
    {
        var query = $"""
            SELECT number, id, organization, year, verdict FROM filed_reports
            WHERE organization IN ({Dialect.Names}) AND year BETWEEN @first AND @last AND superseded_by = '' ORDER BY number
            """;
        var values = new { names = JsonSerializer.Serialize(names), first, last };
        var rows = await AskAsync(
            connection => connection.QueryAsync<(long Number, string Id, string Name, long Year, long Verdict)>(query, values),
            cancellationToken);
        return [.. rows.Select(row => new FiledCell(row.Number, row.Id, row.Name, (int)row.Year, (Verdict)row.Verdict))];
    }

    /// <summary>Names under which reports are in force that are none of the list.</summary>
    /// <param name="first">The first of the years.</param>
    /// <param name="last">The last of the years.</param>
    /// <param name="bodies">The list.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<string>> UnlistedAsync(
        int first, int last, CountedBodies bodies, int limit, CancellationToken cancellationToken)
    {
        var query = $"""
            SELECT DISTINCT organization FROM filed_reports
            WHERE superseded_by = '' AND year BETWEEN @first AND @last AND organization NOT IN ({Dialect.Names})
            ORDER BY organization LIMIT @limit
            """;
        var values = new { first, last, names = JsonSerializer.Serialize(bodies.Names.Keys), limit };
        return AskAsync<IReadOnlyList<string>>(
            async connection => [.. await connection.QueryAsync<string>(query, values)], cancellationToken);
    }

    /// <summary>The bodies of a list that have no report on a year, in no order.</summary>
    public Task<IReadOnlyList<string>> MissingAsync(int year, CountedBodies bodies, CancellationToken cancellationToken)
    {
        var query = $"""
            WITH bodies AS MATERIALIZED ({Dialect.Pairs})
            SELECT body FROM bodies
            EXCEPT
            SELECT body FROM bodies JOIN filed_reports ON organization = name AND year = @year AND superseded_by = ''
            """;
        var values = new { year, bodies = JsonSerializer.Serialize(bodies.Names) };
        return AskAsync<IReadOnlyList<string>>(
            async connection => [.. await connection.QueryAsync<string>(query, values)], cancellationToken);
    }

    /// <summary>The rules that found something in the reports in force on a year, that in the most reports first.</summary>
    /// <param name="year">The year reported on.</param>
    /// <param name="bodies">Which bodies count.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<FiledRuleCount>> RulesAsync(
        int year, CountedBodies bodies, int limit, CancellationToken cancellationToken)
    {
        var query = $"""
            {InForce(bodies)}
            SELECT rule_id, CAST(MAX(severity) AS BIGINT), COUNT(DISTINCT report_number), CAST(SUM(findings) AS BIGINT)
            FROM in_force JOIN filed_findings ON report_number = number
            WHERE place = 1 GROUP BY rule_id ORDER BY 3 DESC, 4 DESC, rule_id LIMIT @limit
            """;
        var values = new { first = year, last = year, bodies = JsonSerializer.Serialize(bodies.Names), limit };
        var rows = await AskAsync(
            connection => connection.QueryAsync<(string Rule, long Severity, long Reports, long Findings)>(query, values),
            cancellationToken);
        return [.. rows.Select(row => new FiledRuleCount(row.Rule, (Level)row.Severity, row.Reports, row.Findings))];
    }

    /// <summary>The versions of a body's report on a year, the one filed last first.</summary>
    /// <param name="names">The names under which they may be on file.</param>
    /// <param name="year">The year reported on.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<FiledReport>> VersionsAsync(
        IReadOnlyList<string> names, int year, int limit, CancellationToken cancellationToken)
    {
        var query = $"""
            {FiledRow.Columns} WHERE organization {Dialect.In("@names")} AND year = @year ORDER BY number DESC LIMIT @limit
            """;
        var values = new { names = names.ToArray(), year, limit };
        return AskAsync<IReadOnlyList<FiledReport>>(
            async connection => [.. (await connection.QueryAsync<FiledRow>(query, values)).Select(row => row.ToReport())],
            cancellationToken);
    }

    /// <summary>The reports in force from @first to @last: of each body and year the one with place 1.</summary>
    private string InForce(CountedBodies bodies)
    {
        // Without "materialized" SQLite would go through the whole list once for each report.
        return $"""
            WITH bodies AS MATERIALIZED ({Dialect.Pairs}),
            in_force AS (
                SELECT number, year, verdict, CASE WHEN body IS NULL THEN 0 ELSE 1 END AS listed,
                       ROW_NUMBER() OVER (PARTITION BY year, COALESCE(body, organization) ORDER BY number DESC) AS place
                FROM filed_reports {(bodies.IsClosed ? "" : "LEFT")} JOIN bodies ON name = organization
                WHERE superseded_by = '' AND year BETWEEN @first AND @last)
            """;
    }
}
