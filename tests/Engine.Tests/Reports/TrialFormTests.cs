using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Tests.Reports;

/// <summary>Reports in the trial format of 2019.</summary>
public sealed class TrialFormTests
{
    private static readonly NumbersThatBalance Numbers = new(11, 40);

    [Theory]
    [InlineData(2021)]
    [InlineData(2024)]
    public void Check_TrialFormAfterItsTime_OneFindingRejectedAndOtherTablesRead(int year)
    {
        var reply = Sample.Check(TrialFormText.Of(year, Numbers));

        reply.Verdict.ShouldBe(Verdict.Reject);
        var form = reply.Report.Deviations.Where(deviation => deviation.Kind == Kind.OldForm).ShouldHaveSingleItem();
        (form.Path, form.Actual, form.Location.Line).ShouldBe(("disclosure", "本年新制作数量", 8));
        reply.Findings.Where(finding => finding.RuleId == "t2-old-format").ShouldHaveSingleItem().Severity.ShouldBe(Level.Error);
        reply.Findings.Where(finding => finding.RuleId.StartsWith("t2-", StringComparison.Ordinal)).ShouldHaveSingleItem();
        DisclosureTemplate.Table.Cells.ShouldAllBe(cell => cell.Of(reply.Report).State == State.Missing);
        foreach (var cell in ApplicationsTemplate.Table.Cells.Concat(DisputesTemplate.Table.Cells))
        {
            var isCollapsed = cell.Path.Contains("other_outcome", StringComparison.Ordinal);
            cell.Of(reply.Report).State.ShouldBe(isCollapsed ? State.Missing : State.Number, cell.Path);
            cell.Of(reply.Report).Value.ShouldBe(isCollapsed ? 0 : Numbers[cell], cell.Path);
        }

        reply.Report.Deviations.Where(deviation => deviation.Kind == Kind.CollapsedRow).ShouldHaveSingleItem()
            .Path.ShouldBe("applications.other_outcome");
        reply.Report.Deviations.ShouldNotContain(deviation =>
            deviation.Kind == Kind.MissingRow || deviation.Kind == Kind.Label || deviation.Kind == Kind.MissingTable);
    }

    [Fact]
    public void Check_TrialFormWithWrongSums_SumsChecked()
    {
        var text = TrialFormText.Of(2022, Numbers);
        var carriedOut = $"四、结转下年度继续办理\n{Numbers[ApplicationsTemplate.Table.Rows[^1].Cells[0]]}\n";
        text.ShouldContain(carriedOut);

        var reply = Sample.Check(text.Replace(carriedOut, "四、结转下年度继续办理\n777\n", StringComparison.Ordinal));

        reply.Findings.Select(finding => finding.RuleId).ShouldContain("t3-balance");
    }

    [Fact]
    public void Check_TrialFormWithoutAYear_NotDecided()
    {
        var reply = Sample.Check(TrialFormText.Of(2020, Numbers).Replace("2020年", string.Empty, StringComparison.Ordinal));

        reply.Verdict.ShouldBe(Verdict.NotDecided);
        reply.Reason.ShouldBe(Reason.OldFormReport);
    }

    [Theory]
    [InlineData(2019)]
    [InlineData(2020)]
    public void Check_TrialFormInItsTime_NotDecidedAndNoFindings(int year)
    {
        var reply = Sample.Check(TrialFormText.Of(year, Numbers));

        reply.Verdict.ShouldBe(Verdict.NotDecided);
        reply.Reason.ShouldBe(Reason.OldFormReport);
        reply.ReasonText.ShouldContain("2019 年试行格式");
        reply.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Check_TrialFormAsRows_Found()
    {
        var rows = TrialFormText.DisclosureLines.Where(line => line.Length > 0).Chunk(4)
            .Select(cells => cells.Select(cell => new GridCell(cell)).ToList());
        var document = new RowDocument(cell => $"{Numbers[cell]}") { Change = (key, own) => key == "disclosure" ? rows : own };

        var reply = CheckedDocument.Reply(document.Write());

        reply.Verdict.ShouldBe(Verdict.Reject);
        reply.Findings.Where(finding => finding.Severity == Level.Error).ShouldHaveSingleItem().RuleId.ShouldBe("t2-old-format");
    }

    [Fact]
    public void Check_OneOldLabel_NotTheOldForm()
    {
        var text = new ReportText(cell => $"{Numbers[cell]}").Write(Layout.TabRows)
            .Replace("本年制发件数", "本年新制作数量", StringComparison.Ordinal);

        var reply = Sample.Check(text);

        reply.ShouldHoldAll(Numbers);
        reply.Report.Deviations.ShouldNotContain(deviation => deviation.Kind == Kind.OldForm);
        reply.Findings.Select(finding => finding.RuleId).ShouldContain("t2-label");
    }

    [Fact]
    public void Check_OldLabelsInASentence_NotTheOldForm()
    {
        var text = new ReportText(cell => $"{Numbers[cell]}")
        {
            Prose = section => section == 2 ? "与往年不同，表中不再填写本年新制作数量、对外公开总数量、采购总金额，其他对外管理服务事项也不再统计，请注意口径变化。\n" : string.Empty,
        };

        var reply = Sample.Check(text.Write(Layout.PlainCells));

        reply.ShouldHoldAll(Numbers);
        reply.Verdict.ShouldBe(Verdict.Accept);
    }
}
