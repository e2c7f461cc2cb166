using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Tests.Reports;

/// <summary>
/// Text in which the numbers of tables cannot be told apart, or stand apart from their labels: never blank, never missing.
/// </summary>
public sealed class JoinedNumbersTests
{
    private static readonly NumbersThatBalance Numbers = new(4, 900_000);

    [Theory]
    [InlineData("")]
    [InlineData(",")]
    [InlineData("，")]
    [InlineData("、")]
    [InlineData("/")]
    [InlineData("│")]
    public void Check_RowsOfJoinedNumbers_NotDecidedAndNoneWrong(string separator)
    {
        var text = string.Concat(ReportTemplate.Tables.Select(table => Joined(table, separator)));

        var reply = Sample.Check(text + Rest);

        reply.ShouldHoldNothingWrong(Numbers);
        reply.Verdict.ShouldBe(Verdict.NotDecided);
        reply.Report.Deviations.ShouldNotContain(deviation => deviation.Kind == Kind.MissingTable);
    }

    [Fact]
    public void Check_LabelsBeforeAllNumbers_NotDecidedAndNotCalledMissing()
    {
        // As a page of a PDF is copied, column by column.
        var text = string.Concat(ReportTemplate.Tables.Select(table =>
            $"{table.Section.Heading}\n{Lines(table.ColumnHeadings)}{Lines(table.Rows.Select(row => row.Label))}"
            + Lines(table.Cells.Select(cell => $"{Numbers[cell]}"))));

        var reply = Sample.Check(text + Rest);

        reply.Verdict.ShouldBe(Verdict.NotDecided);
        reply.Report.Deviations.ShouldNotContain(deviation => deviation.Kind == Kind.MissingTable);
    }

    [Fact]
    public void Check_ProseInPlaceOfTables_CalledMissing()
    {
        string[] prose =
        [
            "2024年制发规章0件，行政规范性文件3件，作出行政许可12件，行政处罚5件，行政强制0件，行政事业性收费0",
            "2024年新收政府信息公开申请22件，予以公开20件，部分公开1件，不予公开1件，总计22",
            "2024年行政复议结果维持1件，行政诉讼0",
        ];
        var text = string.Concat(ReportTemplate.Tables.Zip(prose, (table, line) => $"{table.Section.Heading}\n{line}\n"));

        var reply = Sample.Check(text + Rest);

        reply.Verdict.ShouldBe(Verdict.Reject);
        reply.Report.Deviations.Count(deviation => deviation.Kind == Kind.MissingTable).ShouldBe(3);
    }

    private static string Rest => "五、存在的主要问题及改进情况\n一是公开内容不够丰富。下一步将丰富公开内容。\n六、其他需要报告的事项\n2024年未收取信息处理费。\n";

    private static string Joined(TableTemplate table, string separator) => $"{table.Section.Heading}\n" + Lines(table.Rows.SelectMany(row =>
        row.Headings.Append(row.Label).Append(string.Join(separator, row.Cells.Select(cell => $"{Numbers[cell]}")))));

    private static string Lines(IEnumerable<string> lines) =>
        string.Concat(lines.Where(line => line.Length > 0).Select(line => line + "\n"));
}
