using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Tests.Reports.Tables.Departures;

/// <summary>Rows that the template lacks, and rows that the document lacks.</summary>
public sealed class LeftoverRecordsTests
{
    private static readonly NumbersThatBalance Numbers = new(11, 40);

    private static readonly Kind[] Kinds = [Kind.CollapsedRow, Kind.ExtraRow, Kind.StrayValue, Kind.MissingRow, Kind.UnreadableRow];

    public static TheoryData<Layout> GridAndFlow() => [Layout.TabRows, Layout.PipeRows, Layout.PdfText, Layout.PlainCells];

    [Theory]
    [MemberData(nameof(GridAndFlow))]
    public void Note_RowMissing_MissingRowOnly(Layout layout)
    {
        var deviation = Read(layout, Text(layout, row => row == "applications.refused.inquiry")).ShouldHaveSingleItem();

        (deviation.Kind, deviation.Path, deviation.Expected).ShouldBe((Kind.MissingRow, "applications.refused.inquiry", "8.属于行政查询事项"));
    }

    [Theory]
    [MemberData(nameof(GridAndFlow))]
    public void Note_GroupPrintedAsOneRow_CollapsedWithItsNumbers(Layout layout)
    {
        var rows = Text(layout, row => row.StartsWith("applications.other_outcome.", StringComparison.Ordinal));
        var text = Inserted(rows, "（七）总计", "（六）其他处理\t1\t2\t3\t4\t5\t6\t21", layout);

        var deviation = Read(layout, text).ShouldHaveSingleItem();
        (deviation.Kind, deviation.Path).ShouldBe((Kind.CollapsedRow, "applications.other_outcome"));
        deviation.Cells.Select(cell => cell.Value).ShouldBe([1, 2, 3, 4, 5, 6, 21]);
    }

    [Theory]
    [MemberData(nameof(GridAndFlow))]
    public void Note_RowOfAnotherForm_ExtraWithItsNumbers(Layout layout)
    {
        var text = Inserted(Text(layout), "2.其他法律行政法规禁止公开", "9.属于工作秘密\t1\t2\t3\t4\t5\t6\t21", layout);

        var deviation = Read(layout, text).ShouldHaveSingleItem();
        (deviation.Kind, deviation.Actual).ShouldBe((Kind.ExtraRow, "9.属于工作秘密"));
        deviation.Cells.Select(cell => cell.Value).ShouldBe([1, 2, 3, 4, 5, 6, 21]);
    }

    [Fact]
    public void Note_HeadingsRepeatedWithinTheTable_NoExtraRow()
    {
        var text = Inserted(Text(Layout.PipeRows), "（七）总计", "类别\t列1\t列2\t列3\t列4\t列5\t列6\t总计", Layout.PipeRows);

        Read(Layout.PipeRows, text).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Layout.PdfText)]
    [InlineData(Layout.PlainCells)]
    public void Note_NumbersOfNobodyWhereARowIsMissing_UnreadableAndNotMissing(Layout layout)
    {
        var rows = Text(layout, row => row == "applications.refused.inquiry");
        var text = Inserted(rows, "（四）无法提供", "某某某某某某\t1\t2\t3", layout);

        Read(layout, text).ShouldContain(
            deviation => deviation.Kind == Kind.UnreadableRow && deviation.Path == "applications.refused.inquiry");
    }

    [Theory]
    [InlineData("三、本年度办理结果", "applications.results")]
    [InlineData("（三）不予公开", "applications.refused")]
    [InlineData("（五）不予处理", "applications.not_processed")]
    public void Note_NumberGluedToAGroupLabel_Stray(string label, string path)
    {
        var text = Text(Layout.TabRows).Replace(label, label + "0", StringComparison.Ordinal);

        var deviation = Read(Layout.TabRows, text).ShouldHaveSingleItem();
        (deviation.Kind, deviation.Path, deviation.Actual).ShouldBe((Kind.StrayValue, path, "0"));
    }

    private static string Text(Layout layout, Func<string, bool>? omits = null) =>
        new ReportText(cell => $"{Numbers[cell]}") { Omits = omits ?? (_ => false) }.Write(layout);

    // The line is written as the layout writes rows, and stands before the line that begins with the label.
    private static string Inserted(string text, string label, string row, Layout layout)
    {
        var line = layout switch
        {
            Layout.TabRows => "\t" + row,
            Layout.PipeRows => $"| | {row.Replace("\t", " | ", StringComparison.Ordinal)} |",
            Layout.PlainCells => row.Replace('\t', '\n'),
            _ => row.Replace('\t', ' '),
        };
        var lines = text.Split('\n').ToList();
        var at = lines.FindIndex(candidate => candidate.Trim('\t', '|', ' ').StartsWith(label[..4], StringComparison.Ordinal));
        lines.Insert(at, line);
        return string.Join('\n', lines);
    }

    private static List<Deviation> Read(Layout layout, string text)
    {
        var report = Sample.Check(text).Report;
        report.Deviations.ShouldNotContain(deviation => deviation.Kind == Kind.MissingTable, $"{layout}");
        return [.. report.Deviations.Where(deviation => Kinds.Contains(deviation.Kind) && IsOfTableThree(deviation))];
    }

    private static bool IsOfTableThree(Deviation deviation) => deviation.Path.Split('.')[0] == ApplicationsTemplate.Table.Key;
}
