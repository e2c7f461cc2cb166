using Dapper;
using Validation.V1;

namespace Validation.Server.Store;

/// <summary>What is counted together.</summary>
/// <param name="Day">The day, ISO 8601, in UTC.</param>
/// <param name="RuleSetVersion">The rule set that the checks were made with.</param>
/// <param name="RuleId">The rule that fired. Empty: all checks, whatever fired.</param>
/// <param name="Verdict">The verdict of the checks.</param>
internal readonly record struct RuleCountKey(string Day, string RuleSetVersion, string RuleId, Verdict Verdict);

/// <summary>In how many checks a rule found something, and how many findings there were.</summary>
/// <param name="Checks">Checks.</param>
/// <param name="Findings">Findings in them.</param>
internal readonly record struct RuleCount(long Checks, long Findings)
{
    public static RuleCount operator +(RuleCount left, RuleCount right)
    {
        return new RuleCount(left.Checks + right.Checks, left.Findings + right.Findings);
    }
}

/// <summary>Which rules fired, by day: every server adds what it counted. Nothing in it tells of a document. Thread-safe.</summary>
/// <remarks>Every method throws a <see cref="StoreException"/> when the database cannot be used.</remarks>
internal sealed class RuleCountStore(StoreDialect dialect, IReadOnlyList<SchemaStep>? steps = null) : DatabaseStore(dialect, steps)
{
    /// <summary>Adds counts, all or none.</summary>
    public Task AddAsync(IReadOnlyCollection<KeyValuePair<RuleCountKey, RuleCount>> counts, CancellationToken cancellationToken)
    {
        const string Add = """
            INSERT INTO rule_counts (day, rule_set_version, rule_id, verdict, checks, findings)
            VALUES (@Day, @RuleSetVersion, @RuleId, @Verdict, @Checks, @Findings)
            ON CONFLICT (day, rule_set_version, rule_id, verdict)
            DO UPDATE SET checks = rule_counts.checks + excluded.checks, findings = rule_counts.findings + excluded.findings
            """;
        var rows = counts
            .OrderBy(pair => pair.Key.RuleId, StringComparer.Ordinal)
            .Select(pair => new
            {
                pair.Key.Day,
                pair.Key.RuleSetVersion,
                pair.Key.RuleId,
                Verdict = (long)pair.Key.Verdict,
                pair.Value.Checks,
                pair.Value.Findings,
            })
            .ToList();
        return WriteAsync(async transaction => await transaction.Connection!.ExecuteAsync(Add, rows, transaction), cancellationToken);
    }

    /// <summary>The sums of all days from one on, by version, rule and verdict. The keys have an empty day.</summary>
    public async Task<IReadOnlyDictionary<RuleCountKey, RuleCount>> SinceAsync(string day, CancellationToken cancellationToken)
    {
        const string Sum = """
            SELECT rule_set_version, rule_id, verdict, CAST(SUM(checks) AS BIGINT), CAST(SUM(findings) AS BIGINT)
            FROM rule_counts WHERE day >= @day GROUP BY rule_set_version, rule_id, verdict
            """;
        var rows = await AskAsync(
            connection => connection.QueryAsync<(string Version, string Rule, long Verdict, long Checks, long Findings)>(Sum, new { day }),
            cancellationToken);
        return rows.ToDictionary(
            row => new RuleCountKey("", row.Version, row.Rule, (Verdict)row.Verdict), row => new RuleCount(row.Checks, row.Findings));
    }
}
