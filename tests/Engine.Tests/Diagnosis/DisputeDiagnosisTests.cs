using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;
using Xunit.Abstractions;
using Kind = Validation.V1.Claim.Types.Kind;

namespace Validation.Engine.Tests.Diagnosis;

/// <summary>Wrong numbers of 表四: each stands in one sum only, which does not tell it from its neighbours; the prose may.</summary>
public sealed class DisputeDiagnosisTests(ITestOutputHelper output)
{
    private static readonly Kind[] ReviewKinds =
        [Kind.ReviewUpheld, Kind.ReviewCorrected, Kind.ReviewOther, Kind.ReviewPending, Kind.ReviewTotal];

    private static readonly Kind[] LitigationKinds =
        [Kind.LitigationUpheld, Kind.LitigationCorrected, Kind.LitigationOther, Kind.LitigationPending, Kind.LitigationTotal];

    [Theory]
    [ClassData(typeof(AllSamples))]
    public void Explain_AnySingleCellChangedAndProseNamesIt_FirstSuggestionPutsItBack(string name)
    {
        var report = new Sample(name).Check().Report;
        var failed = new List<string>();
        var tried = 0;
        foreach (var (cell, slip) in Changes(report))
        {
            tried++;
            var changed = Diagnosed.Changed(report, (cell, slip));
            State(changed, report, cell);
            var finding = Diagnosed.Sum(changed).Single(finding => finding.Cells.Any(found => found.Path == cell.Path));
            if (!Diagnosed.PutsBack(finding.Suggestions[0], report, cell))
            {
                failed.Add($"{cell.Path} {slip}: {finding.Suggestions[0].Text}");
            }
        }

        output.WriteLine($"{tried - failed.Count} of {tried} cells that the prose names put back");
        failed.Count.ShouldBeLessThanOrEqualTo(tried / 20, string.Join('\n', failed.Take(10)));
    }

    [Theory]
    [ClassData(typeof(AllSamples))]
    public void Explain_AnySingleCellChangedAndProseSilent_NamesAllCellsOfTheSumAsEqual(string name)
    {
        var report = new Sample(name).Check().Report;
        report.Claims.Clear();
        foreach (var (cell, slip) in Changes(report))
        {
            var changed = Diagnosed.Changed(report, (cell, slip));
            var group = DisputesTemplate.Groups.Single(group => group.Cells.Contains(cell));
            var isTotal = cell == group.Cells[^1];
            var excess = slip - Diagnosed.Number(report, cell);

            // What is too much in one place may be too little in another, but no number falls below 0.
            var possible = group.Cells.Where(other =>
                Diagnosed.Number(changed, other) + ((other == group.Cells[^1]) == isTotal ? -excess : excess) >= 0).ToList();
            var suggestion = Diagnosed.Sum(changed).Single(finding => finding.Cells.Any(found => found.Path == cell.Path)).Suggestions[0];
            var named = possible.Count > 1 ? suggestion.OneOf : suggestion.Edits;
            named.Select(edit => edit.Path).ShouldBe(possible.Select(other => other.Path), ignoreOrder: true, $"{cell.Path} {slip}");
            named.ShouldContain(edit => edit.Path == cell.Path && edit.From == cell.Of(changed).Text);
        }
    }

    [Fact]
    public void Explain_ProseNamesTheTotal_OnlyOutcomesAreCandidates()
    {
        var report = new Sample("qinhuangdao-2024").Check().Report;
        var cell = DisputesTemplate.Groups[0].Cells[1];
        var changed = Diagnosed.Changed(report, (cell, Diagnosed.Number(report, cell) + 1));
        changed.Claims.Clear();
        State(changed, report, DisputesTemplate.Groups[0].Cells[^1]);

        var suggestion = Diagnosed.Sum(changed).Single(finding => finding.RuleId == "t4-total").Suggestions[0];
        suggestion.OneOf.Select(edit => edit.Path).ShouldBe(
            DisputesTemplate.Groups[0].Cells.SkipLast(1).Select(outcome => outcome.Path), ignoreOrder: true);
        suggestion.Edits.ShouldBeEmpty();
        Diagnosed.Sum(changed).SelectMany(finding => finding.Cells).ShouldAllBe(found => !found.Suspect);
    }

    private static IEnumerable<(CellTemplate Cell, double Value)> Changes(Report report) =>
        DisputesTemplate.Table.Cells.SelectMany(cell => Diagnosed.TypingSlips(Diagnosed.Number(report, cell)).Select(slip => (cell, slip)));

    // The prose states the true number of the outcome; of lawsuits it states those of both groups together.
    private static void State(Report changed, Report report, CellTemplate cell)
    {
        var groups = DisputesTemplate.Groups;
        var group = groups.Single(group => group.Cells.Contains(cell));
        var index = group.Cells.ToList().IndexOf(cell);
        var isReview = group == groups[0];
        changed.Claims.Clear();
        changed.Claims.Add(new Claim
        {
            Kind = (isReview ? ReviewKinds : LitigationKinds)[index],
            Value = isReview
                ? Diagnosed.Number(report, cell)
                : Diagnosed.Number(report, groups[1].Cells[index]) + Diagnosed.Number(report, groups[2].Cells[index]),
            Text = "正文写明的件数",
            Sentence = "正文写明的件数。",
            Section = 1,
            Location = new Location { Line = 1, Ordinal = 1 },
        });
    }
}
