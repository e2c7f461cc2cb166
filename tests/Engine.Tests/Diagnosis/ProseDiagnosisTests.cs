using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;
using Kind = Validation.V1.Claim.Types.Kind;

namespace Validation.Engine.Tests.Diagnosis;

/// <summary>What the prose says decides between changes, and may itself be what is wrong.</summary>
public sealed class ProseDiagnosisTests
{
    private static readonly CellTemplate Received = ApplicationsTemplate.Received.Cells[^1];

    [Theory]
    [InlineData("t3-balance")]
    [InlineData("n3-accepted")]
    public void Explain_ReceivedTooSmallInTwoColumns_BothMendedWithTheProseAsSupport(string rule)
    {
        foreach (var finding in new Sample("qinhuangdao-2024").Check().Findings.Where(finding => finding.RuleId == rule))
        {
            var first = finding.Suggestions[0];
            first.Edits.Select(edit => (edit.Path, edit.From, edit.Text)).ShouldBe(
                [("applications.received.natural_person", "29", "34"), ("applications.received.total", "29", "34")]);
            first.Text.ShouldContain("表三所有合计就都对了");
            first.Text.ShouldContain("34件");
            first.Text.ShouldNotContain("不能确定");
        }
    }

    [Fact]
    public void Explain_SumsHoldAndProseDiffers_ProseIsToBeChanged()
    {
        var report = new Sample("xingtai-2024").Check().Report;
        var number = Diagnosed.Number(report, Received);
        State(report, Kind.New, number + 5);

        var first = Diagnosed.Findings(report).Single(finding => finding.RuleId == "n3-new").Suggestions[0];
        first.Edits.ShouldBeEmpty();
        first.Text.ShouldContain($"看来要改的是正文：“新收申请”应为 {number} 件");
    }

    [Fact]
    public void Explain_TableEmptyAndProseDiffers_DoesNotBlameTheProse()
    {
        var report = new Sample("xingtai-2024").Check().Report;
        report = Diagnosed.Changed(report, ApplicationsTemplate.Table.Cells.Select(cell => (cell, 0d)));
        State(report, Kind.CarriedOut, 3);

        var finding = Diagnosed.Findings(report).Single(finding => finding.RuleId == "n3-carryout");
        finding.Suggestions.ShouldAllBe(suggestion => !suggestion.Text.Contains("改的是正文", StringComparison.Ordinal));
        finding.Suggestions.ShouldNotBeEmpty();
    }

    [Fact]
    public void Explain_TwoStaleNumbersOfAGroupThatProseNames_BothMended()
    {
        var report = new Sample("qinhuangdao-2024").Check().Report;
        var cells = DisputesTemplate.Groups[0].Cells;
        var (upheld, total) = (Diagnosed.Number(report, cells[0]), Diagnosed.Number(report, cells[^1]));
        State(report, Kind.ReviewUpheld, upheld);
        State(report, Kind.ReviewTotal, total, keep: true);
        var changed = Diagnosed.Changed(report, (cells[0], upheld - 1), (cells[^1], total - 1));

        var first = Diagnosed.Findings(changed).First(finding => finding.RuleId == "n4-outcome").Suggestions[0];
        Diagnosed.PutsBack(first, report, cells[0], cells[^1]).ShouldBeTrue(first.Text);
    }

    [Fact]
    public void Explain_CellWithoutSum_SaysThatEitherMayBeWrong()
    {
        var report = new Sample("xingtai-2024").Check().Report;
        var cell = DisclosureTemplate.Table.Cells.Single(cell => cell.Path == "disclosure.licensing.decisions");
        var changed = Diagnosed.Changed(report, (cell, 120));
        State(changed, Kind.Permits, 102);

        var first = Diagnosed.Findings(changed).Single(finding => finding.RuleId == "t2-narr-decisions").Suggestions[0];
        var edit = first.Edits.ShouldHaveSingleItem();
        (edit.Path, edit.From, edit.Text).ShouldBe((cell.Path, "120", "102"));
        first.Text.ShouldContain("如果正文无误");
        first.Text.ShouldContain("正文改为 120");
    }

    [Fact]
    public void Explain_LastYearAtHand_ItsNumberDecides()
    {
        var report = new Sample("xingtai-2024").Check().Report;
        report.Claims.Clear();
        CellTemplate[] cells = [ApplicationsTemplate.CarriedIn.Cells[0], ApplicationsTemplate.CarriedIn.Cells[^1]];
        var changed = Diagnosed.Changed(report, cells.Select(cell => (cell, Diagnosed.Number(report, cell) + 2)));

        var alone = Diagnosed.Sum(changed)[0].Suggestions;
        var together = Diagnosed.Sum(changed, Diagnosed.Number(report, cells[1]))[0].Suggestions;

        alone[0].Text.ShouldContain("不能确定");
        Diagnosed.PutsBack(together[0], report, cells).ShouldBeTrue(together[0].Text);
        together[0].Text.ShouldContain("上年报告结转下年度的也是");
        together[0].Text.ShouldNotContain("不能确定");
    }

    private static void State(Report report, Kind kind, double number, bool keep = false)
    {
        if (!keep)
        {
            report.Claims.Clear();
        }

        report.Claims.Add(new Claim
        {
            Kind = kind,
            Value = number,
            Text = "新收申请",
            Sentence = "新收申请。",
            Verb = "收到",
            Section = 1,
            Location = new Location { Line = 1, Column = 1 + report.Claims.Count, Ordinal = 1 },
        });
    }
}
