using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Tests.Reports.Tables.Pages;

/// <summary>Printed tables that depart from the template: what was altered is found, and nothing else.</summary>
public sealed class AlteredTableTests
{
    private static readonly ReportValidator Validator = PdfReaders.Validator();
    private static readonly NumbersThatBalance Numbers = new(4, 30);

    [Theory]
    [InlineData("5.属于三类内部事务信息", "5.属于三类内容事务信息", "applications.refused.internal_affairs")]
    [InlineData("2.重复申请", "2.重复的申请", "applications.not_processed.duplicate")]
    [InlineData("行政规范性文件", "规范性文件", "disclosure.normative_documents")]
    [InlineData("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "1.申请人无正当理由逾期不补正、行政机关不再处理其申请",
        "applications.other_outcome.not_corrected")]
    [InlineData("四、结转下年度继续办理", "四、结转到下年度继续办理", "applications.carried_out")]
    [InlineData("现行有效件数", "现行有效件数（历史累计）", "disclosure")]
    [InlineData("（五）不予处理", "（五）不予受理", "applications.not_processed")]
    public void Validate_AlteredLabel_NamedAndEveryCellRead(string label, string altered, string path)
    {
        var reply = Check(new ReportSketch(Text) { Label = text => text == label ? altered : text });

        Wrong(reply).ShouldBeEmpty();
        var deviation = reply.Report.Deviations.ShouldHaveSingleItem();
        deviation.Kind.ShouldBe(Kind.Label);
        deviation.Path.ShouldBe(path);
        deviation.Actual.ShouldBe(altered);
        deviation.Location.Page.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("社会公益组织", "社会公益团体")]
    [InlineData("法律服务机构", "法律机构")]
    public void Validate_AlteredHeadingCloseBelowThatOfAGroup_NamedAlone(string label, string altered)
    {
        var reply = Check(new ReportSketch(Text) { Label = text => text == label ? altered : text, Style = new() { Padding = 0 } });

        Wrong(reply).ShouldBeEmpty();
        reply.Report.Deviations.ShouldHaveSingleItem().Actual.ShouldBe(altered);
    }

    [Fact]
    public void Validate_RowLeftOut_MissingAndNoOtherMoved()
    {
        foreach (var left in ApplicationsTemplate.Table.Rows.Where(row => row.Group is not null))
        {
            var reply = Check(new ReportSketch(Text) { IsLeftOut = row => row == left });

            Wrong(reply).ShouldAllBe(path => path.StartsWith(left.Key, StringComparison.Ordinal));
            left.Cells.ShouldAllBe(cell => cell.Of(reply.Report).State == State.Missing);
            reply.Report.Deviations.ShouldContain(deviation => deviation.Path == left.Key);
        }
    }

    [Fact]
    public void Validate_NumberGluedToAGroup_Stray()
    {
        var results = ApplicationsTemplate.Results.Label;

        var reply = Check(new ReportSketch(Text)
        {
            Label = text => text == results ? text + "0" : text,
            Style = new() { Labels = [0.2, 0.1, 0.2] },
        });

        Wrong(reply).ShouldBeEmpty();
        reply.Report.Deviations.ShouldHaveSingleItem().Kind.ShouldBe(Kind.StrayValue);
    }

    [Fact]
    public void Validate_DigitsOfAFontWithoutMapping_NotDecided()
    {
        foreach (var table in ReportTemplate.Tables)
        {
            var row = table.Rows[^1];
            var cell = row.Cells[^1];

            var reply = Check(new ReportSketch(other => other == cell ? "\u0013\u0014" : Text(other)));

            reply.Verdict.ShouldBe(Verdict.NotDecided, table.Key);
            reply.Report.Deviations.ShouldContain(deviation => deviation.Kind == Kind.UnreadableRow && deviation.Path == row.Key);
            Wrong(reply).ShouldAllBe(path => path.StartsWith(row.Key, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void Validate_NumberDrawnOverAnother_NeverRead(int row)
    {
        var cell = row == 0 ? DisclosureTemplate.Table.Rows[^1].Cells[0] : ApplicationsTemplate.Table.Rows[row].Cells[2];

        var reply = Check(new ReportSketch(other => other == cell ? "12" : Text(other)) { Over = other => other == cell ? "15" : null });

        reply.Verdict.ShouldBe(Verdict.NotDecided);
        cell.Of(reply.Report).State.ShouldNotBe(State.Number);
    }

    [Fact]
    public void Validate_WordsInCells_Invalid()
    {
        var odd = ApplicationsTemplate.Table.Rows[8].Cells[3];

        var reply = Check(new ReportSketch(cell => cell == odd ? "见注" : Text(cell)));

        odd.Of(reply.Report).State.ShouldBe(State.Invalid);
        odd.Of(reply.Report).Text.ShouldBe("见注");
        Wrong(reply).ShouldBe([odd.Path]);
    }

    [Fact]
    public void Validate_NumberCutOffByThePage_NeverRead()
    {
        var reply = Check(new ReportSketch(cell => cell.Path.EndsWith(".total", StringComparison.Ordinal) ? "12345678901234" : Text(cell))
        {
            Paper = (560, 842),
            Style = new() { Size = 14, Padding = -30, Labels = [0.05, 0.05, 0.2] },
        });

        reply.Verdict.ShouldBe(Verdict.NotDecided);
    }

    [Fact]
    public void Validate_TablesArePictures_NotDecided()
    {
        var pdf = new PdfSketch().AddPage();
        var y = 60;
        pdf.Write(60, y, "某某市人民政府办公室2024年政府信息公开工作年度报告", 12);
        foreach (var section in SectionTemplate.All)
        {
            pdf.Write(60, y += 30, section.Heading, 12).Write(60, y += 30, "2024年，本机关认真做好政府信息公开工作，未收取信息处理费。", 12);
        }

        var reply = Validator.Validate(pdf.ToArray(), TestRules.National);

        reply.Verdict.ShouldNotBe(Verdict.Accept);
        reply.Report.Deviations.Count(deviation => deviation.Kind == Kind.MissingTable).ShouldBe(3);
    }

    private static string Text(CellTemplate cell) => $"{Numbers[cell]}";

    private static ValidateReply Check(ReportSketch sketch) => Validator.Validate(sketch.ToArray(), TestRules.National);

    private static List<string> Wrong(ValidateReply reply)
    {
        reply.Report.ShouldNotBeNull(reply.ReasonText);
        return [.. ReportTemplate.Cells.Values.Where(cell => cell.Of(reply.Report).Text != Text(cell)).Select(cell => cell.Path)];
    }
}
