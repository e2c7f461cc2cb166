using Validation.Server.Archive;
using Validation.V1;

namespace Validation.Server.Pages.Overview;

/// <summary>What the forms of the pages offer and what was chosen in them.</summary>
/// <param name="Query">What was chosen.</param>
/// <param name="Years">The years to choose from, the last one first.</param>
/// <param name="Superiors">The bodies above others to choose from.</param>
public sealed record OverviewChoice(OverviewQuery Query, IReadOnlyList<int> Years, IReadOnlyList<string> Superiors)
{
    /// <summary>Why there are no bodies to show. Empty: there are some, or the choice is not to blame.</summary>
    public string Problem { get; init; } = "";
}

/// <summary>The table of bodies and years, with its totals.</summary>
/// <param name="Choice">What the form offers.</param>
/// <param name="Totals">The totals, a line for each year.</param>
/// <param name="Page">The bodies of this page.</param>
public sealed record StandingView(OverviewChoice Choice, IReadOnlyList<YearTotal> Totals, StandingPage Page)
{
    /// <summary>The report whose id was looked for. Null: no id of a report was.</summary>
    public FiledReport? Found { get; init; }

    private OverviewQuery Query => Choice.Query;

    /// <summary>The address of another page of the same table.</summary>
    public string PageAddress(int page)
    {
        return OverviewLinks.To(Frame.PageLinks.Overview, [.. Parameters, (OverviewQuery.PageName, OverviewLinks.Text(page))]);
    }

    /// <summary>The address of the whole table as a file.</summary>
    public string ExportAddress(string format)
    {
        return OverviewLinks.To(OverviewLinks.Export, [.. Parameters, (OverviewQuery.Format, format)]);
    }

    /// <summary>The address of the reports of a year with a verdict.</summary>
    public string ReportsAddress(int year, string verdict)
    {
        return OverviewLinks.To(
            OverviewLinks.Reports,
            (OverviewQuery.YearName, OverviewLinks.Text(year)),
            (OverviewQuery.VerdictName, verdict),
            (OverviewQuery.SuperiorName, Query.Superior));
    }

    /// <summary>The address of the bodies that have no report on a year.</summary>
    public string MissingAddress(int year)
    {
        return OverviewLinks.To(
            OverviewLinks.Missing,
            (OverviewQuery.YearName, OverviewLinks.Text(year)),
            (OverviewQuery.SuperiorName, Query.Superior));
    }

    private (string Name, string Value)[] Parameters =>
    [
        (OverviewQuery.TextName, Query.Text), (OverviewQuery.SuperiorName, Query.Superior),
        (OverviewQuery.LastYear, OverviewLinks.Text(Query.Span.Last)),
        (OverviewQuery.Years, OverviewLinks.Text(Query.Span.Last - Query.Span.First + 1)),
    ];
}
