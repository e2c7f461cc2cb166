using Validation.Engine.Rules;
using Validation.V1;

namespace Validation.Engine.Diagnosis;

/// <summary>
/// Says which numbers to change where sums are wrong or the prose contradicts the tables: the fewest, with what speaks for them. Where
/// nothing tells one number from others, it says so.
/// </summary>
internal static class SumDiagnosis
{
    // No report states more; a document made to keep the search busy may.
    private const int MostStatements = 40;

    /// <summary>Puts suggestions into the findings about sums and about counts of the prose, the likeliest first, and marks suspect
    /// cells.</summary>
    /// <param name="report">The report.</param>
    /// <param name="findings">The findings.</param>
    /// <param name="rules">The rules, which say of themselves whether their findings are explained so.</param>
    /// <param name="carriedOutLastYear">What last year's report carried out. Null: it is not at hand.</param>
    public static void Explain(Report report, IReadOnlyList<Finding> findings, RuleSet rules, double? carriedOutLastYear = null)
    {
        var explained = findings.Where(finding => rules.SumRules.Contains(finding.RuleId) && finding.Cells.Count > 0).ToList();
        if (explained.Count == 0)
        {
            return;
        }

        var numbers = new ReportNumbers(report);
        var statements = StatementsOf(report, numbers, explained, carriedOutLastYear);
        var areas = Area.Of(statements);
        var mends = new Dictionary<Area, RankedMends>(ReferenceEqualityComparer.Instance);
        foreach (var finding in explained)
        {
            int[] cells = [.. finding.Cells.Select(cell => FormEquations.IndexOf(cell.Path))];
            var statement = statements.Find(statement => IsAbout(finding, statement));
            var writer = new SuggestionWriter(report, numbers);
            if (areas.FirstOrDefault(area => area.Has(cells[0])) is not { } area)
            {
                writer.WriteUnchecked(finding, statement, cells);
            }
            else if (statement is not null || area.IsBroken(numbers))
            {
                if (!mends.TryGetValue(area, out var ranked))
                {
                    mends.Add(area, ranked = RankedMends.Of(numbers, area));
                }

                writer.Write(finding, statement, ranked, cells, area);
            }
        }
    }

    // What differs from the tables without any rule minding says nothing about them.
    private static List<Statement> StatementsOf(
        Report report, ReportNumbers numbers, List<Finding> findings, double? carriedOutLastYear)
    {
        var places = findings.Select(finding => finding.Location).OfType<Location>().ToHashSet();
        return
        [
            .. StatementReader.Read(report, numbers, carriedOutLastYear)
                .Where(statement => statement.Claim is null || statement.Holds(numbers) || places.Contains(statement.Claim.Location))
                .Take(MostStatements),
        ];
    }

    // A rule about the prose points at the words.
    private static bool IsAbout(Finding finding, Statement statement) =>
        statement.Claim is { } claim && finding.Location is { } place && place.Equals(claim.Location);
}
