using Validation.Engine.Reports.Claims;
using Xunit.Abstractions;

namespace Validation.Engine.Tests.Reports.Claims;

/// <summary>Sentences modelled on published ones, each with the counts that it states: tests/samples/claims.tsv.</summary>
public sealed class LabelledSentenceTests(ITestOutputHelper output)
{
    private static readonly HashSet<string> Labelled =
    [
        "new", "accepted", "carried_in", "carried_out", "results_total", "granted", "partial", "denied", "unavailable", "not_processed",
        "other_result", "natural", "legal_entity", "review_total", "litigation_total", "rules_issued", "rules_abolished", "rules_effective",
        "permits", "penalties", "coercion", "fees", "processing_fee",
    ];

    [Fact]
    public void Read_LabelledSentences_FindsNearlyAllAndNothingElse()
    {
        var (right, extra, missed, bait) = (0, 0, 0, 0);
        foreach (var columns in File.ReadLines(PathOf("claims.tsv")).Skip(1).Select(line => line.Split('\t')))
        {
            HashSet<string> expected = columns[2] == "none" ? [] : [.. columns[2].Split(';')];
            var found = ClaimReader.Read(columns[1], year: 0).Claims
                .Where(claim => Labelled.Contains(ClaimNames.Of(claim.Kind)))
                .Select(claim => $"{ClaimNames.Of(claim.Kind)}={claim.Value}").ToHashSet();
            right += expected.Intersect(found).Count();
            extra += found.Except(expected).Count();
            missed += expected.Except(found).Count();
            bait += expected.Count == 0 ? found.Count : 0;
            foreach (var wrong in found.Except(expected).Select(one => $"+{one}").Concat(expected.Except(found).Select(one => $"-{one}")))
            {
                output.WriteLine($"{wrong} {columns[0]} {columns[1]}");
            }
        }

        output.WriteLine($"right {right}, extra {extra}, missed {missed}");
        ((double)right / (right + extra)).ShouldBeGreaterThanOrEqualTo(0.98);
        ((double)right / (right + missed)).ShouldBeGreaterThanOrEqualTo(0.95);
        bait.ShouldBe(0);
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "samples", file);
}
