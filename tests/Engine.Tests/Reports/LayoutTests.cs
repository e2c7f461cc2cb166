using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Tests.Reports;

/// <summary>Generated reports in every layout: all numbers must come back.</summary>
public sealed class LayoutTests
{
    public static TheoryData<Layout, int, int> LayoutsAndNumbers()
    {
        var data = new TheoryData<Layout, int, int>();
        foreach (var layout in Enum.GetValues<Layout>())
        {
            for (var seed = 1; seed <= 8; seed++)
            {
                data.Add(layout, seed, seed % 3 == 0 ? 30_000 : seed % 2 == 0 ? 300 : 3);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(LayoutsAndNumbers))]
    public void Parse_NumbersThatBalance_AllReadAndNothingFound(Layout layout, int seed, int most)
    {
        var numbers = new NumbersThatBalance(seed, most);
        var reply = Sample.Check(new ReportText(cell => $"{numbers[cell]}").Write(layout));

        Grave(reply).Select(FindingLine.Of).ShouldBeEmpty();
        reply.Verdict.ShouldBe(Verdict.Accept);
        foreach (var template in ReportTemplate.Cells.Values)
        {
            template.Of(reply.Report).Value.ShouldBe(numbers[template], template.Path);
        }
    }

    [Theory]
    [InlineData(Layout.IndentedCells)]
    [InlineData(Layout.TabRows)]
    [InlineData(Layout.PipeRows)]
    public void Parse_BlankInsteadOfZero_BlankInItsPlace(Layout layout)
    {
        var numbers = new NumbersThatBalance(7, 40);
        var reply = Sample.Check(new ReportText(cell => numbers[cell] == 0 ? string.Empty : $"{numbers[cell]}").Write(layout));

        reply.Reason.ShouldBe(Reason.Unspecified);
        foreach (var template in ReportTemplate.Cells.Values)
        {
            var cell = template.Of(reply.Report);
            cell.State.ShouldBe(numbers[template] == 0 ? State.Blank : State.Number, template.Path);
            cell.Value.ShouldBe(numbers[template], template.Path);
        }
    }

    [Theory]
    [InlineData(Layout.PlainCells)]
    [InlineData(Layout.PdfText)]
    public void Parse_BlankCellsThatLeaveNoTrace_NotDecided(Layout layout)
    {
        var numbers = new NumbersThatBalance(7, 40);
        var reply = Sample.Check(new ReportText(cell => numbers[cell] == 0 ? string.Empty : $"{numbers[cell]}").Write(layout));

        reply.Verdict.ShouldBe(Verdict.NotDecided);
        reply.Reason.ShouldBe(Reason.PartlyUnreadable);
        reply.Report.Deviations.ShouldContain(deviation => deviation.Kind == Deviation.Types.Kind.UnreadableRow);
    }

    [Theory]
    [InlineData(Layout.IndentedCells)]
    [InlineData(Layout.PlainCells)]
    [InlineData(Layout.TabRows)]
    [InlineData(Layout.PipeRows)]
    [InlineData(Layout.PdfText)]
    public void Parse_StrokesInsteadOfZero_DashInItsPlace(Layout layout)
    {
        var numbers = new NumbersThatBalance(5, 40);
        var reply = Sample.Check(new ReportText(cell => numbers[cell] == 0 ? "/" : $"{numbers[cell]}").Write(layout));

        Grave(reply).Select(finding => finding.RuleId).ShouldBe(["t2-slash", "t3-slash", "t4-slash"]);
        ReportTemplate.Cells.Values.Where(cell => numbers[cell] == 0).ShouldAllBe(cell => cell.Of(reply.Report).State == State.Dash);
    }

    [Theory]
    [InlineData(Layout.IndentedCells)]
    [InlineData(Layout.PlainCells)]
    [InlineData(Layout.TabRows)]
    [InlineData(Layout.PipeRows)]
    [InlineData(Layout.PdfText)]
    public void Parse_AlteredLabels_RowsFoundAndLabelsReported(Layout layout)
    {
        var numbers = new NumbersThatBalance(3, 9);
        var text = new ReportText(cell => $"{numbers[cell]}")
        {
            Label = label => label.Replace("三类内部事务信息", "三类内容事务信息", StringComparison.Ordinal)
                .Replace("行政处罚", "行政处法", StringComparison.Ordinal),
        };
        var reply = Sample.Check(text.Write(layout));

        Grave(reply).Select(finding => (finding.RuleId, finding.Actual)).ShouldBe(
            [("t2-label", "行政处法"), ("t3-label", "5.属于三类内容事务信息")]);
        ReportTemplate.Cells.Values.ShouldAllBe(cell => cell.Of(reply.Report).Value == numbers[cell]);
    }

    [Theory]
    [InlineData(Layout.IndentedCells)]
    [InlineData(Layout.PlainCells)]
    [InlineData(Layout.TabRows)]
    [InlineData(Layout.PipeRows)]
    [InlineData(Layout.PdfText)]
    public void Parse_RowLeftOut_OtherRowsReadAndRowReported(Layout layout)
    {
        var numbers = new NumbersThatBalance(3, 9);
        var text = new ReportText(cell => $"{numbers[cell]}") { Omits = row => row == "applications.not_processed.publication" };
        var reply = Sample.Check(text.Write(layout));

        reply.Findings.ShouldContain(finding => finding.RuleId == "t3-rows" && finding.Message.Contains("要求提供公开出版物"));
        var others = ReportTemplate.Cells.Values.Where(cell => !cell.Path.Contains("publication", StringComparison.Ordinal));
        others.ShouldAllBe(cell => cell.Of(reply.Report).Value == numbers[cell]);
    }

    // Random numbers give rise to hints: who has state secrets, direct suits and so many other outcomes?
    private static IEnumerable<Finding> Grave(ValidateReply reply) => reply.Findings.Where(finding => finding.Severity > Level.Info);
}
