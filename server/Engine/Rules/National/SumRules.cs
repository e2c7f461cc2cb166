using Validation.Engine.Reports.Template;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Rules.National;

/// <summary>t3-row-total: in each of the 25 rows the six applicants add up to the total.</summary>
internal sealed class RowTotal : IRule
{
    public RuleHeader Header => Texts.Headers.RowTotal;

    public IEnumerable<Match> Check(Report report)
    {
        foreach (var row in ApplicationsTemplate.Table.Rows)
        {
            var terms = row.Cells.Select(cell => Sums.Term(report, cell)).ToList();
            var total = terms[^1];
            var sum = terms.SkipLast(1).Sum(term => term.Value);

            // An empty total is no wrong total: t3-blank reports it.
            if (Sums.CanAssess(terms) && total.Cell.State == State.Number && sum != total.Value)
            {
                yield return new Match(Texts.RowTotal(row.Cells[0].Row, terms, sum))
                {
                    Section = 3,
                    Cells = [.. row.Cells.Select(cell => cell.Path)],
                    Location = total.Cell.Location,
                    Expected = Sums.Text(sum),
                    Actual = Sums.Text(total.Value),
                    Mend = Texts.RowTotalMend,
                };
            }
        }
    }
}

/// <summary>t3-results-total: in each column （一） to （六） add up to （七）总计.</summary>
internal sealed class ResultsTotal : IRule
{
    public RuleHeader Header => Texts.Headers.ResultsTotal;

    public IEnumerable<Match> Check(Report report)
    {
        for (var i = 0; i < ApplicationsTemplate.Columns.Count; i++)
        {
            var column = ApplicationColumn.Of(report, i);
            if (column is { CanAssessResults: true } && column.ResultsSum != column.ResultsTotal.Value)
            {
                yield return new Match(Texts.ResultsTotal(column))
                {
                    Section = 3,
                    Cells = [.. column.Results.Append(column.ResultsTotal).Select(term => term.Template.Path)],
                    Location = column.ResultsTotal.Cell.Location,
                    Expected = Sums.Text(column.ResultsSum),
                    Actual = Sums.Text(column.ResultsTotal.Value),
                    Mend = Texts.ResultsTotalMend,
                };
            }
        }
    }
}

/// <summary>t3-balance: in each column, what came in is what was dealt with and what is carried on.</summary>
internal sealed class Balance : IRule
{
    public RuleHeader Header => Texts.Headers.Balance;

    public IEnumerable<Match> Check(Report report)
    {
        for (var i = 0; i < ApplicationsTemplate.Columns.Count; i++)
        {
            var column = ApplicationColumn.Of(report, i);
            if (Sums.CanAssess(column.BalanceTerms) && column.In != column.Out)
            {
                yield return new Match(Texts.Balance(column))
                {
                    Section = 3,
                    Cells = [.. column.BalanceTerms.Select(term => term.Template.Path)],
                    Expected = Sums.Text(column.In),
                    Actual = Sums.Text(column.Out),
                    Mend = Texts.BalanceMend,
                };
            }
        }
    }
}

/// <summary>t4-total: in each of the three groups the four outcomes add up to the total.</summary>
internal sealed class DisputesTotal : IRule
{
    public RuleHeader Header => Texts.Headers.DisputesTotal;

    public IEnumerable<Match> Check(Report report)
    {
        foreach (var group in DisputesTemplate.Groups)
        {
            var terms = group.Cells.Select(cell => Sums.Term(report, cell)).ToList();
            var sum = terms.SkipLast(1).Sum(term => term.Value);
            if (Sums.CanAssess(terms) && sum != terms[^1].Value)
            {
                yield return new Match(Texts.DisputesTotal(group.Label, terms, sum))
                {
                    Section = 4,
                    Cells = [.. group.Cells.Select(cell => cell.Path)],
                    Location = terms[^1].Cell.Location,
                    Expected = Sums.Text(sum),
                    Actual = Sums.Text(terms[^1].Value),
                    Mend = Texts.DisputesTotalMend(sum),
                };
            }
        }
    }
}

/// <summary>A column of 表三 with the numbers of its two equations.</summary>
/// <param name="Label">The column's label.</param>
/// <param name="Results">（一） to （六）, row by row.</param>
/// <param name="BalanceTerms">Received, carried in, total of results, carried out.</param>
/// <param name="CollapsedSum">What groups that are printed as one row, and rows that the template lacks, add to the results.</param>
/// <param name="IsWhole">Every row of the results is there, on its own or within its group.</param>
internal sealed record ApplicationColumn(
    string Label, IReadOnlyList<Term> Results, IReadOnlyList<Term> BalanceTerms, double CollapsedSum, bool IsWhole)
{
    private const string Received = "applications.received";
    private const string CarriedIn = "applications.carried_in";
    private const string Total = "applications.results_total";
    private const string CarriedOut = "applications.carried_out";

    public Term ResultsTotal => BalanceTerms[2];

    public double ResultsSum => Results.Sum(term => term.Value) + CollapsedSum;

    public double In => BalanceTerms[0].Value + BalanceTerms[1].Value;

    public double Out => BalanceTerms[2].Value + BalanceTerms[3].Value;

    public bool CanAssessResults => IsWhole && Sums.CanAssess([.. Results, ResultsTotal]);

    /// <summary>The column with that index, 0 to 6.</summary>
    public static ApplicationColumn Of(Report report, int index)
    {
        var wholeRows = report.Deviations.Where(deviation => deviation.Kind is Kind.CollapsedRow or Kind.ExtraRow).ToList();
        var collapsed = wholeRows.Select(deviation => deviation.Path).ToHashSet();
        var rows = ApplicationsTemplate.Table.Rows
            .Where(row => IsResult(row.Key) && (row.Group is null || !collapsed.Contains(row.Group.Key)));
        var key = ApplicationsTemplate.Columns[index].Key;
        var added = wholeRows.Where(deviation => deviation.Cells.Count > index).Select(deviation => deviation.Cells[index]).ToList();
        return new ApplicationColumn(
            ApplicationsTemplate.Columns[index].Label,
            [.. rows.Select(row => Sums.Term(report, row.Cells[index]))],
            [.. new[] { Received, CarriedIn, Total, CarriedOut }.Select(row => Sums.Term(report, $"{row}.{key}"))],
            added.Sum(cell => cell.State == State.Number ? cell.Value : 0),
            added.All(cell => cell.State is State.Number or State.Blank or State.Dash));
    }

    private static bool IsResult(string row) => row is not (Received or CarriedIn or Total or CarriedOut);
}
