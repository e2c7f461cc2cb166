using Validation.Engine.Bodies;
using Validation.Form;
using Validation.V1;

namespace Validation.Engine.Rules.Facts;

/// <summary>The reports with which a report is compared, as far as they fit. Not thread-safe: one for each evaluation.</summary>
internal sealed class ComparedReports
{
    private static readonly CellTemplate CarriedOut = ApplicationsTemplate.CarriedOut.Cells[^1];

    private ComparedReports()
    {
    }

    /// <summary>Nothing to compare with.</summary>
    public static ComparedReports None { get; } = new();

    /// <summary>Last year's report. Null: there is none that fits.</summary>
    public ReportFacts? Prior { get; private init; }

    /// <summary>The reports of the bodies under the body. Null: they are not known.</summary>
    public SubordinateFacts? Subordinates { get; private init; }

    /// <summary>The reports of other bodies under the same superior. Null: they are not at hand.</summary>
    public IReadOnlyList<ReportFacts>? Peers { get; private init; }

    private string PriorProblem { get; init; } = string.Empty;

    /// <summary>What last year's report carried out to this year. Null: there is none that fits, or it has no such number.</summary>
    public double? CarriedOutLastYear =>
        Prior is { } prior && CarriedOut.Of(prior.Report) is { State: Cell.Types.State.Number } cell ? cell.Value : null;

    /// <summary>Takes what fits of the reports at hand.</summary>
    /// <param name="report">The report that is checked.</param>
    /// <param name="bodies">The bodies that the reports may be from.</param>
    /// <param name="related">The reports at hand.</param>
    public static ComparedReports Of(Report report, BodyRegister bodies, RelatedReports related)
    {
        if (ReferenceEquals(related, RelatedReports.Empty))
        {
            return None;
        }

        var problem = related.Prior is { } prior ? PriorFit.Problem(report, prior.Report, bodies) : null;
        return new ComparedReports
        {
            PriorProblem = problem ?? related.PriorProblem,
            Prior = problem is null && related.Prior is { } fitting ? new ReportFacts(fitting) : null,
            Subordinates = related.Subordinates is { } under ? SubordinateFacts.Of(report, bodies, under) : null,
            Peers = related.Peers is { } peers
                ? [.. peers.Where(peer => IsOther(peer.Report)).Select(peer => new ReportFacts(peer))]
                : null,
        };

        bool IsOther(Report peer) => bodies.KeyOf(peer.Organization) != bodies.KeyOf(report.Organization);
    }

    /// <summary>Whether what a rule needs is at hand.</summary>
    public bool Has(RuleNeed need) => need switch
    {
        RuleNeed.Prior => Prior is not null,
        RuleNeed.Subordinates => Subordinates is not null,
        RuleNeed.Peers => Peers is not null,
        _ => true,
    };

    /// <summary>Why what a rule needs is not at hand although somebody gave it, in Chinese. Empty: nobody did.</summary>
    public string Problem(RuleNeed need) => need == RuleNeed.Prior ? PriorProblem : string.Empty;
}

/// <summary>Tells whether a report is the one of the year before of the same body.</summary>
internal static class PriorFit
{
    // A shorter name is the end of too many others.
    private const int LeastInCommon = 4;

    /// <summary>Why the two are not to be compared, in Chinese. Null: they are of the same body, as far as their names tell, and of two
    /// years that follow each other.</summary>
    public static string? Problem(Report report, Report prior, BodyRegister bodies) =>
        report.Year == 0 ? Texts.YearNotKnown
        : prior.Year == 0 ? Texts.PriorYearNotKnown
        : prior.Year != report.Year - 1 ? Texts.PriorOfYear(prior.Year)
        : !MayBeOne(report.Organization, prior.Organization, bodies) ? Texts.PriorOfBody(prior.Organization)
        : null;

    /// <summary>Whether two names may be of one body: the list says so, or they differ only in the superior that one of them puts before,
    /// in “人民” and in words for “and”. A name that is not known contradicts nothing.</summary>
    public static bool MayBeOne(string name, string other, BodyRegister bodies)
    {
        var (one, two) = (Bare(bodies.KeyOf(name)), Bare(bodies.KeyOf(other)));
        return name.Length == 0 || other.Length == 0 || (bodies.Find(name) is { } first && bodies.Find(other) is { } second
            ? first.Name == second.Name
            : one == two || EndsWith(one, two) || EndsWith(two, one));
    }

    /// <summary>A name without what is often left out.</summary>
    public static string Bare(string name)
    {
        var plain = BodyRegister.Plain(name).Replace("人民政府", "政府", StringComparison.Ordinal);
        return string.Concat(plain.Where(character => character is not ('和' or '与' or '及' or '、')));
    }

    private static bool EndsWith(string name, string end) => end.Length >= LeastInCommon && name.EndsWith(end, StringComparison.Ordinal);
}
