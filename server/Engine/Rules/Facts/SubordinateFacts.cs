using Validation.Cel;
using Validation.Engine.Bodies;
using Validation.Form;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Rules.Facts;

/// <summary>The bodies under a body as rules see them: their names, which reports are missing, and the sum of each cell.</summary>
internal sealed class SubordinateFacts
{
    private static readonly string[] Offices = ["办公室", "办公厅"];

    /// <summary>The type of the variable <c>subordinates</c> of rules.</summary>
    public static readonly ObjectType Type = new("subordinates", () =>
    [
        Field("disclosure", DisclosureFacts.Table.Type, facts => DisclosureFacts.Table.Of(facts._sums, 0), "表二：各格是下级的和"),
        Field("applications", ApplicationFacts.Table.Type, facts => ApplicationFacts.Table.Of(facts._sums, 0), "表三：各格是下级的和"),
        Field("disputes", DisputeFacts.Table.Type, facts => DisputeFacts.Table.Of(facts._sums, 0), "表四：各格是下级的和"),
        Field("names", CelType.ListOf(CelType.String), facts => Words(facts._names), "有报告的下级"),
        Field("missing", CelType.ListOf(CelType.String), facts => Words(facts._missing), "缺报告的下级"),
        Field("has_office", CelType.Bool, facts => CelValue.Of(facts._hasOffice), "有本级政府办公室（厅）的报告，它代表本级"),
    ]);

    private readonly ReportFacts _sums;
    private readonly IReadOnlyList<string> _names;
    private readonly IReadOnlyList<string> _missing;
    private readonly bool _hasOffice;

    private SubordinateFacts(Report sums, IReadOnlyList<string> names, IReadOnlyList<string> missing, bool hasOffice)
    {
        _sums = new ReportFacts(new RelatedReport(sums));
        _names = names;
        _missing = missing;
        _hasOffice = hasOffice;
    }

    /// <summary>The facts of the bodies under a body, without those under vertical administration.</summary>
    /// <param name="report">The report of the body above.</param>
    /// <param name="bodies">The bodies that reports may be from.</param>
    /// <param name="subordinates">What is at hand.</param>
    public static SubordinateFacts Of(Report report, BodyRegister bodies, Subordinates subordinates)
    {
        var reports = subordinates.Reports.Select(related => related.Report).Where(under => IsPart(under.Organization, bodies)).ToList();
        var own = PriorFit.Bare(report.Organization);
        return new(
            SumOf(reports),
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
            sum.State = cells.TrueForAll(cell => cell.State is State.Number or State.Blank or State.Dash) ? State.Number : State.Missing;
            if (sum.State == State.Number)
            {
                sum.Value = cells.Where(cell => cell.State == State.Number).Sum(cell => cell.Value);
                sum.Text = Sums.Text(sum.Value);
            }
        }

        return sums;
    }

    private static CelValue Words(IReadOnlyList<string> words) => CelValue.Of(new CelList([.. words.Select(word => CelValue.Of(word))]));

    private static ObjectField Field(string name, CelType type, Func<SubordinateFacts, CelValue> get, string documentation) =>
        new(name, type, facts => get((SubordinateFacts)facts), documentation);
}
