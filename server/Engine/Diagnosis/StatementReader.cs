using Validation.Engine.Rules.Facts;
using Validation.Form;
using Validation.V1;
using Kind = Validation.V1.Claim.Types.Kind;

namespace Validation.Engine.Diagnosis;

/// <summary>Which cells the counts of the prose are about.</summary>
internal static class StatementReader
{
    private static readonly int Total = ApplicationsTemplate.Columns.Count - 1;

    private static readonly int Received = Last(ApplicationsTemplate.Received);
    private static readonly int CarriedIn = Last(ApplicationsTemplate.CarriedIn);
    private static readonly int Finished = Last(ApplicationsTemplate.ResultsTotal);

    // The likeliest sum first.
    private static readonly Dictionary<Kind, int[][]> SumsOf = new()
    {
        [Kind.New] = [[Received]],
        [Kind.Accepted] = [[Received], [Received, CarriedIn], [Finished]],
        [Kind.CarriedIn] = [[CarriedIn]],
        [Kind.CarriedOut] = [[Last(ApplicationsTemplate.CarriedOut)]],
        [Kind.ResultsTotal] = [[Finished]],
        [Kind.Granted] = [[Last(ApplicationsTemplate.Granted)]],
        [Kind.Partial] = [[Last(ApplicationsTemplate.PartlyGranted)]],
        [Kind.Denied] = [Group("refused")],
        [Kind.Unavailable] = [Group("unavailable")],
        [Kind.NotProcessed] = [Group("not_processed")],
        [Kind.OtherResult] = [Group("other_outcome")],
        [Kind.Natural] = WithAndWithoutCarried(row => [row.Cells[0].Path]),
        [Kind.LegalEntity] = WithAndWithoutCarried(LegalEntities),
        [Kind.AllNatural] = [Cells(LegalEntities(ApplicationsTemplate.Received))],
        [Kind.ReviewTotal] = [Review("total")],
        [Kind.ReviewUpheld] = [Review("upheld")],
        [Kind.ReviewCorrected] = [Review("corrected")],
        [Kind.ReviewOther] = [Review("other")],
        [Kind.ReviewPending] = [Review("pending")],
        [Kind.ReviewNotCorrected] = [Review("corrected")],
        [Kind.LitigationTotal] = [Litigation("total")],
        [Kind.LitigationDirect] = [Cells("disputes.litigation_direct.total")],
        [Kind.LitigationAfterReview] = [Cells("disputes.litigation_after_review.total")],
        [Kind.LitigationUpheld] = [Litigation("upheld")],
        [Kind.LitigationCorrected] = [Litigation("corrected")],
        [Kind.LitigationOther] = [Litigation("other")],
        [Kind.LitigationPending] = [Litigation("pending")],
        [Kind.LitigationNotCorrected] = [Litigation("corrected")],
        [Kind.RulesIssued] = [Cells("disclosure.normative_documents.issued")],
        [Kind.RulesAbolished] = [Cells("disclosure.normative_documents.repealed")],
        [Kind.RulesEffective] = [Cells("disclosure.normative_documents.in_force")],
        [Kind.Permits] = [Cells("disclosure.licensing.decisions")],
        [Kind.Penalties] = [Cells("disclosure.penalties.decisions")],
        [Kind.Coercion] = [Cells("disclosure.coercion.decisions")],
        [Kind.Fees] = [Cells("disclosure.fees.amount")],
    };

    /// <summary>What is known of the cells of a report from elsewhere.</summary>
    /// <param name="report">The report with its claims.</param>
    /// <param name="numbers">Its numbers; nothing is known of cells that are missing or invalid.</param>
    /// <param name="carriedOutLastYear">What last year's report carried out. Null: it is not at hand.</param>
    public static IEnumerable<Statement> Read(Report report, ReportNumbers numbers, double? carriedOutLastYear)
    {
        if (carriedOutLastYear is { } carried && numbers.AreThere([CarriedIn]))
        {
            yield return new Statement(null, carried, [[CarriedIn]]);
        }

        foreach (var claim in report.Claims)
        {
            if (SumsOf.TryGetValue(claim.Kind, out var sums) && ClaimFacts.IsOwn(claim) && Array.TrueForAll(sums, numbers.AreThere))
            {
                yield return new Statement(claim, claim.Kind == Kind.AllNatural ? 0 : claim.Value, sums);
            }
        }
    }

    private static int Last(RowTemplate row) => FormEquations.IndexOf(row.Cells[Total].Path);

    private static int[][] WithAndWithoutCarried(Func<RowTemplate, string[]> cells) =>
    [
        Cells(cells(ApplicationsTemplate.Received)),
        Cells([.. cells(ApplicationsTemplate.Received), .. cells(ApplicationsTemplate.CarriedIn)]),
    ];

    private static string[] LegalEntities(RowTemplate row) => [.. row.Cells.Take(1..Total).Select(cell => cell.Path)];

    private static int[] Group(string key) =>
        [.. ApplicationsTemplate.ResultRows.Where(row => row.Group?.Key == "applications." + key).Select(Last)];

    private static int[] Review(string outcome) => Cells("disputes.review." + outcome);

    private static int[] Litigation(string outcome) =>
        Cells("disputes.litigation_direct." + outcome, "disputes.litigation_after_review." + outcome);

    private static int[] Cells(params string[] paths) => [.. paths.Select(FormEquations.IndexOf)];
}

/// <summary>A number that is known from elsewhere and that cells of the tables must give: from the prose or from last year's
/// report.</summary>
/// <param name="Claim">What the prose states. Null: it is what last year's report carried out.</param>
/// <param name="Value">The number.</param>
/// <param name="Sums">Cells whose sum may be meant, the likeliest first: 受理 n 件 may or may not include what was carried in.</param>
internal sealed record Statement(Claim? Claim, double Value, IReadOnlyList<int[]> Sums)
{
    /// <summary>Whether one of the sums gives the number.</summary>
    public bool Holds(ReportNumbers numbers)
    {
        for (var i = 0; i < Sums.Count; i++)
        {
            if (numbers.SumOf(Sums[i]) == Value)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether edits make the likeliest sum give the number, which it did not before: only then do the words speak for
    /// them.</summary>
    /// <param name="edits">The edits.</param>
    /// <param name="sum">The likeliest sum before.</param>
    public bool SpeaksFor(IReadOnlyList<Edit> edits, double sum)
    {
        var own = edits.Where(edit => Sums[0].Contains(edit.Index)).ToList();
        return own.Count > 0 && sum != Value && sum + own.Sum(edit => edit.After - edit.Before) == Value;
    }

    /// <summary>Whether a cell may be meant.</summary>
    public bool IsAbout(int cell) => Sums.Any(sum => sum.Contains(cell));
}
