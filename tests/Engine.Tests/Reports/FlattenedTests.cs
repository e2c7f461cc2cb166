using System.Text.RegularExpressions;
using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Tests.Reports;

/// <summary>Documents that a web page or converter wrote on one line, and numbers that it wrote without spaces.</summary>
public sealed partial class FlattenedTests
{
    private static readonly NumbersThatBalance Numbers = new(11, 40);

    [Theory]
    [InlineData(Layout.PlainCells)]
    [InlineData(Layout.IndentedCells)]
    [InlineData(Layout.TabRows)]
    [InlineData(Layout.PipeRows)]
    [InlineData(Layout.PdfText)]
    [InlineData(Layout.SpacedCells)]
    [InlineData(Layout.PipeBehindCells)]
    public void Check_WholeReportOnOneLine_AllNumbersWhereTheyStand(Layout layout)
    {
        var text = Blanks().Replace(new ReportText(cell => $"{Numbers[cell]}").Write(layout), " ");
        text.ShouldNotContain('\n');

        var reply = Sample.Check(text);

        reply.ShouldHoldAll(Numbers);
        reply.Verdict.ShouldBe(Verdict.Accept);
        reply.Report.Sections.Select(section => section.Ordinal).ShouldBe([1, 2, 3, 4, 5, 6]);
        reply.Report.Sections[0].Text.ShouldStartWith("2024年，某某市主动公开");
        reply.Report.Organization.ShouldBe("某某市人民政府办公室");
        reply.Report.Period.End.ShouldBe("2024-12-31");
        foreach (var template in ReportTemplate.Cells.Values)
        {
            var cell = template.Of(reply.Report);
            text[(cell.Location.Column - 1)..].ShouldStartWith(cell.Text, Case.Sensitive, template.Path);
        }
    }

    [Fact]
    public void Check_WholeReportWithoutASpace_SectionsFoundAndNothingDecided()
    {
        var text = Blanks().Replace(new ReportText(cell => $"{Numbers[cell]}").Write(Layout.PdfText), "")
            .Replace("改进情况", "改进情况2024年，", StringComparison.Ordinal);

        var reply = Sample.Check(text);

        reply.Report.Sections.Select(section => section.Ordinal).ShouldBe([1, 2, 3, 4, 5, 6]);
        reply.Verdict.ShouldBe(Verdict.NotDecided);
        reply.Findings.ShouldNotContain(finding => finding.RuleId == "sec-missing");
    }

    [Fact]
    public void Check_SectionsListedInASentence_NotTakenApart()
    {
        const string List = "本报告由以下部分组成：一、总体情况，二、主动公开政府信息情况，三、收到和处理政府信息公开申请情况，四、政府信息公开行政复议、行政诉讼情况，"
            + "五、存在的主要问题及改进情况，六、其他需要报告的事项。统计期限自2024年1月1日起至2024年12月31日止，欢迎查阅，如有疑问请与办公室联系。\n";
        var text = new ReportText(cell => $"{Numbers[cell]}").Write(Layout.TabRows);

        var reply = Sample.Check(text.Replace("一、总体情况\n", List + "一、总体情况\n", StringComparison.Ordinal));

        reply.ShouldHoldAll(Numbers);
        reply.Report.Sections[0].Location.Line.ShouldBe(6);
    }

    [Theory]
    [InlineData("0000000", true)]
    [InlineData("00000000", false)]
    [InlineData("000000", false)]
    [InlineData("00 00000", false)]
    [InlineData("1000001", false)]
    public void Check_GluedNumbersOfARow_ReadOnlyWhereCertain(string glued, bool isRead)
    {
        var zeros = new NumbersThatBalance(11, 0);
        var text = new ReportText(cell => $"{zeros[cell]}").Write(Layout.PdfText)
            .Replace("2.重复申请 0 0 0 0 0 0 0", "2.重复申请\n\n" + glued, StringComparison.Ordinal);
        text.ShouldContain(glued);

        var reply = Sample.Check(text);

        var cells = ApplicationsTemplate.Table.Cells.Where(cell => cell.Path.Contains("duplicate", StringComparison.Ordinal));
        cells.ShouldAllBe(cell => cell.Of(reply.Report).State == (isRead ? State.Number : State.Missing));
        reply.ShouldHoldNothingWrong(zeros);
        reply.Reason.ShouldBe(isRead ? Reason.Unspecified : Reason.PartlyUnreadable);
    }

    [Fact]
    public void Check_GluedZerosThatTheSumsContradict_NotRead()
    {
        var text = new ReportText(cell => $"{Numbers[cell]}").Write(Layout.PdfText);
        var row = ApplicationsTemplate.Table.Rows.First(row => row.Group is not null && row.Cells.Any(cell => Numbers[cell] > 0));
        var values = $"{row.Label} {string.Join(' ', row.Cells.Select(cell => Numbers[cell]))}";
        text.ShouldContain(values);

        var reply = Sample.Check(text.Replace(values, row.Label + "\n\n0000000", StringComparison.Ordinal));

        reply.Reason.ShouldBe(Reason.PartlyUnreadable);
        row.Cells.ShouldAllBe(cell => cell.Of(reply.Report).State == State.Missing);
    }

    [Theory]
    [InlineData("000000000000000", true)]
    [InlineData("0000000\n\n0000000\n\n0", true)]
    [InlineData("00000\n00000\n00000", true)]
    [InlineData("00000000000000", false)]
    [InlineData("0000000000000000", false)]
    [InlineData("000000000000001", false)]
    public void Check_GluedZerosOfDisputes_ReadOnlyWhereCertain(string glued, bool isRead)
    {
        var zeros = new NumbersThatBalance(11, 0);
        var text = new ReportText(cell => $"{zeros[cell]}").Write(Layout.PdfText)
            .Replace("0 0 0 0 0 0 0 0 0 0 0 0 0 0 0", glued, StringComparison.Ordinal);

        var reply = Sample.Check(text);

        DisputesTemplate.Table.Cells.ShouldAllBe(cell => cell.Of(reply.Report).State == (isRead ? State.Number : State.Missing));
        reply.Verdict.ShouldBe(isRead ? Verdict.Accept : reply.Verdict);
        if (!isRead)
        {
            reply.Verdict.ShouldNotBe(Verdict.Accept);
        }
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
