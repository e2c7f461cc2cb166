using Validation.Engine.Tests.Support;
using Validation.Form;

namespace Validation.Engine.Tests.Diagnosis;

/// <summary>Where many numbers are wrong: what can be said of each sum alone is said, and nothing is guessed.</summary>
public sealed class ManyErrorsTests
{
    [Fact]
    public void Explain_FiveCellsApart_EachIsNamedWithItsSums()
    {
        var report = new Sample("xingtai-2024").Check().Report;
        CellTemplate[] cells = [.. Enumerable.Range(0, 5).Select(i => ApplicationsTemplate.ResultRows[i * 3].Cells[i])];
        var changed = Diagnosed.Changed(report, cells.Select((cell, i) => (cell, Diagnosed.Number(report, cell) + 3 + i)));

        foreach (var finding in Diagnosed.Sum(changed))
        {
            var own = cells.Single(cell => finding.Cells.Any(found => found.Path == cell.Path));
            Diagnosed.PutsBack(finding.Suggestions[0], report, own).ShouldBeTrue(finding.Suggestions[0].Text);
            finding.Suggestions[0].Text.ShouldContain("有关的 2 个合计就都对了");
        }
    }

    [Fact]
    public void Explain_SameDifferenceInTwoColumnsOfNoParticularRow_NothingIsSuggestedButToLookAgain()
    {
        var report = new Sample("xingtai-2024").Check().Report;
        CellTemplate[] cells = [ApplicationsTemplate.ResultRows[0].Cells[0], ApplicationsTemplate.ResultRows[0].Cells[^1]];
        var changed = Diagnosed.Changed(report, cells.Select(cell => (cell, Diagnosed.Number(report, cell) - 1)));
        changed.Claims.Clear();

        foreach (var finding in Diagnosed.Sum(changed))
        {
            finding.Suggestions.ShouldHaveSingleItem().Edits.ShouldBeEmpty();
            finding.Cells.ShouldAllBe(cell => !cell.Suspect);
        }
    }

    [Fact]
    public void Explain_CarriedInAndOutExchanged_NamedSo()
    {
        var report = new Sample("xingtai-2024").Check().Report;
        report.Claims.Clear();
        var (one, other) = (ApplicationsTemplate.CarriedIn.Cells, ApplicationsTemplate.CarriedOut.Cells);
        var changed = Diagnosed.Changed(report,
        [
            .. one.Zip(other, (cell, from) => (cell, Diagnosed.Number(report, from))),
            .. other.Zip(one, (cell, from) => (cell, Diagnosed.Number(report, from))),
        ]);

        var findings = Diagnosed.Sum(changed);
        findings.ShouldNotBeEmpty();
        findings.ShouldAllBe(finding => finding.Suggestions[0].Text.Contains("看来填反了", StringComparison.Ordinal));
    }
}
