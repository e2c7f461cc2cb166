using Validation.Cel;
using Validation.Engine.Bodies;
using Validation.Form;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Rules.Facts;

/// <summary>The bodies under a body as rules see them.</summary>
/// <param name="Sums">The sum of each cell of their reports, as a report.</param>
/// <param name="Names">The bodies whose reports are at hand.</param>
/// <param name="Missing">Those whose reports are not.</param>
/// <param name="HasOffice">The report of the government's own office is among them.</param>
internal sealed record SubordinateFacts(ReportFacts Sums, IReadOnlyList<string> Names, IReadOnlyList<string> Missing, bool HasOffice)
{
    private static readonly string[] Offices = ["办公室", "办公厅"];

    /// <summary>The type of the variable <c>subordinates</c> of rules.</summary>
    public static readonly ObjectType Type = new("subordinates", () =>
    [
        Table("disclosure", DisclosureFacts.Table, "表二：各格是下级的和"),
        Table("applications", ApplicationFacts.Table, "表三：各格是下级的和"),
        Table("disputes", DisputeFacts.Table, "表四：各格是下级的和"),
        FactField<SubordinateFacts>.Of("names", CelType.ListOf(CelType.String), facts => FactList.Of(facts.Names, CelValue.Of), "有报告的下级"),
        FactField<SubordinateFacts>.Of(
            "missing", CelType.ListOf(CelType.String), facts => FactList.Of(facts.Missing, CelValue.Of), "缺报告的下级"),
        FactField<SubordinateFacts>.Of("has_office", facts => facts.HasOffice, "有本级政府办公室（厅）的报告，它代表本级"),
    ]);

    /// <summary>The facts of the bodies under a body, without those under vertical administration.</summary>
    /// <param name="report">The report of the body above.</param>
    /// <param name="bodies">The bodies that reports may be from.</param>
    /// <param name="subordinates">What is at hand.</param>
    public static SubordinateFacts Of(Report report, BodyRegister bodies, Subordinates subordinates)
    {
        var reports = subordinates.Reports.Select(related => related.Report).Where(under => IsPart(under.Organization, bodies)).ToList();
        var own = PriorFit.Bare(report.Organization);
        return new(
            new ReportFacts(new RelatedReport(SumOf(reports))),
            [.. reports.Select(under => under.Organization)],
            [.. subordinates.Missing.Where(name => IsPart(name, bodies))],
            reports.Exists(under => Offices.Any(office => PriorFit.Bare(under.Organization) == own + office)));
    }

    private static bool IsPart(string name, BodyRegister bodies) => bodies.NatureOf(name).Kind != BodyKind.Vertical;

    // A cell that one of the reports has no number for has no sum.
    private static Report SumOf(List<Report> reports)
    {
        var sums = ReportTemplate.NewReport();
        foreach (var template in ReportTemplate.Cells.Values)
        {
            var cells = reports.ConvertAll(report => template.Of(report));
            var sum = template.Of(sums);
            sum.State = cells.TrueForAll(Rules.Sums.IsAddable) ? State.Number : State.Missing;
            if (sum.State == State.Number)
            {
                sum.Value = cells.Sum(Rules.Sums.ValueOf);
                sum.Text = Rules.Sums.Text(sum.Value);
            }
        }

        return sums;
    }

    private static ObjectField Table(string name, PartType table, string documentation) =>
        FactField<SubordinateFacts>.Of(name, table.Type, facts => table.Of(facts.Sums, 0), documentation);
}
