using System.Text.Json;
using Dapper;
using Validation.V1;

namespace Validation.Server.Store;

/// <summary>In how many reports of a year a rule found something.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Severity">How much its findings weigh at most.</param>
/// <param name="Reports">Reports in which it found something that was not accepted.</param>
/// <param name="Findings">Its findings in them that were not accepted.</param>
public sealed record FiledRuleCount(string RuleId, Level Severity, long Reports, long Findings);

/// <summary>What the reports on file of one year amount to. Thread-safe.</summary>
/// <remarks>Every method throws a <see cref="StoreException"/> when the database cannot be used.</remarks>
internal sealed class ArchiveOverview(StoreDialect dialect, IReadOnlyList<SchemaStep>? steps = null) : DatabaseStore(dialect, steps)
{
    /// <summary>The current reports of a year, in the order in which they were filed.</summary>
    /// <param name="year">The year reported on.</param>
    /// <param name="names">Only those of bodies with these names. Null: of all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<NumberedReport>> ReportsAsync(
        int year, IReadOnlyCollection<string>? names, CancellationToken cancellationToken)
    {
        var query = $"{FiledRow.Columns} WHERE {Where(names)} ORDER BY number";
        return AskAsync<IReadOnlyList<NumberedReport>>(
            async connection =>
            [
                .. (await connection.QueryAsync<FiledRow>(query, Values(year, names)))
                    .Select(row => new NumberedReport(row.Number, row.ToReport())),
            ],
            cancellationToken);
    }

    /// <summary>The rules that found something in the current reports of a year, that in the most reports first.</summary>
    /// <param name="year">The year reported on.</param>
    /// <param name="names">Only in those of bodies with these names. Null: of all.</param>
    /// <param name="except">Numbers of reports that do not count.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<FiledRuleCount>> RulesAsync(
        int year, IReadOnlyCollection<string>? names, IReadOnlyCollection<long> except, CancellationToken cancellationToken)
    {
        // Few, if any: a body has such a report only when it was filed under another name before its body came into the list.
        var left = except.Count == 0 ? "" : $"AND number NOT IN ({string.Join(',', except)})";
        var query = $"""
            SELECT rule_id, CAST(MAX(severity) AS BIGINT), COUNT(DISTINCT report_number), CAST(SUM(findings) AS BIGINT)
            FROM filed_reports JOIN filed_findings ON report_number = number
            WHERE {Where(names)} {left} GROUP BY rule_id ORDER BY 3 DESC, 4 DESC, rule_id
            """;
        var rows = await AskAsync(
            connection => connection.QueryAsync<(string Rule, long Severity, long Reports, long Findings)>(query, Values(year, names)),
            cancellationToken);
        return [.. rows.Select(row => new FiledRuleCount(row.Rule, (Level)row.Severity, row.Reports, row.Findings))];
    }

    private static DynamicParameters Values(int year, IReadOnlyCollection<string>? names)
    {
        var values = new DynamicParameters(new { year });
        if (names is not null)
        {
            values.Add("names", JsonSerializer.Serialize(names));
        }

        return values;
    }

    private string Where(IReadOnlyCollection<string>? names)
    {
        var ofBodies = names is null ? "" : $" AND organization IN ({Dialect.Names})";
        return $"year = @year AND superseded_by = ''{ofBodies}";
    }
}
