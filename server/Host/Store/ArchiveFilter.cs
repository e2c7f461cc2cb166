using System.Text.Json;
using Dapper;
using Validation.V1;

namespace Validation.Server.Store;

/// <summary>Which reports on file are meant.</summary>
/// <param name="Names">Those of bodies with these names. Null: of all.</param>
/// <param name="Prefix">Those of bodies whose names begin so. Empty: of all.</param>
/// <param name="Year">Those on this year. 0: on all.</param>
/// <param name="Verdicts">Those with one of these verdicts. Empty: with any.</param>
/// <param name="WithSuperseded">Whether superseded versions are meant too.</param>
internal sealed record ArchiveFilter(
    IReadOnlyCollection<string>? Names, string Prefix, int Year, IReadOnlyCollection<Verdict> Verdicts, bool WithSuperseded)
{
    /// <summary>Those in which this rule found something that was not accepted. Empty: all.</summary>
    public string Rule { get; init; } = "";

    /// <summary>The condition in SQL, without WHERE, on the columns of filed_reports.</summary>
    /// <param name="dialect">The database.</param>
    /// <param name="values">Gets the values that the condition names.</param>
    public string Where(StoreDialect dialect, DynamicParameters values)
    {
        var conditions = new List<string> { "1 = 1" };
        if (!WithSuperseded)
        {
            conditions.Add("superseded_by = ''");
        }

        if (Year != 0)
        {
            values.Add("year", Year);
            conditions.Add("year = @year");
        }

        if (Prefix.Length > 0)
        {
            values.Add("prefix", Prefix);
            conditions.Add("substr(organization, 1, length(@prefix)) = @prefix");
        }

        if (Names is not null)
        {
            values.Add("names", JsonSerializer.Serialize(Names));
            conditions.Add($"organization IN ({dialect.Names})");
        }

        if (Verdicts.Count > 0)
        {
            values.Add("verdicts", Verdicts.Select(verdict => (long)verdict).ToArray());
            conditions.Add($"verdict {dialect.In("@verdicts")}");
        }

        if (Rule.Length > 0)
        {
            values.Add("rule", Rule);
            conditions.Add("EXISTS (SELECT 1 FROM filed_findings WHERE report_number = number AND rule_id = @rule)");
        }

        return string.Join(" AND ", conditions);
    }
}
