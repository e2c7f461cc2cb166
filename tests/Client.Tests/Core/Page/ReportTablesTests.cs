using System.Globalization;
using System.Linq.Expressions;
using AngleSharp.Dom;
using Validation.Client.Tests.Support;
using Validation.Form;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Client.Tests.Core.Page;

public sealed class ReportTablesTests
{
    public static TheoryData<string> Samples => CheckedSample.Names;

    [Theory]
    [MemberData(nameof(Samples))]
    public void Cells_OfSample_StandUnderTheirLabelsWithTheirNumbers(string name)
    {
        var outcome = CheckedSample.Of(name);
        var page = ParsedPage.Of(outcome);
        var truth = CheckedSample.Truth(name);
        truth.Count.ShouldBe(200);
        foreach (var table in ReportTemplate.Tables)
        {
            var grid = new TableGrid(page.QuerySelector($"table.{table.Key}")!);
            foreach (var row in table.Rows)
            {
                foreach (var template in row.Cells)
                {
                    var cell = page.GetElementById("d1-" + template.Path)!;
                    grid.LabelsBeside(cell).ShouldBe(Beside(row), template.Path);
                    grid.LabelsAbove(cell).ShouldBe(Above(template), template.Path);
                    NumberIn(cell).ShouldBe(truth[template.Path], template.Path);
                    ShouldShow(cell, template.Of(outcome.Reply!.Report));
                }
            }
        }

        page.QuerySelectorAll("table td[id]").Length.ShouldBe(200);
    }

    [Theory]
    [InlineData("disclosure")]
    [InlineData("applications")]
    [InlineData("disputes")]
    public void Table_Drawn_HasTheShapeOfTheTemplate(string table)
    {
        var page = ParsedPage.Of(CheckedSample.Of("xingtai-2024"));
        var grid = new TableGrid(page.QuerySelector($"table.{table}")!);
        var lines = Enumerable.Range(0, grid.Rows).Select(row => string.Join('\t', Enumerable.Range(0, grid.Columns).Select(column =>
        {
            var cell = grid[row, column];
            cell.ShouldNotBeNull($"There is a hole at {row}, {column}.");
            return cell.HasAttribute("id") ? "·" : cell.Words();
        })));

        Golden.ShouldMatch(string.Join('\n', lines) + "\n", $"table-{table}.txt");
    }

    [Fact]
    public void Cells_OfAWrongSum_AreMarkedWithTheirFindingAndTheSuspectOneStrongly()
    {
        var outcome = CheckedSample.Of("jiyuan-2024", ("(七) 总计\t1\t0", "(七) 总计\t7\t0"));
        var page = ParsedPage.Of(outcome);
        var findings = outcome.Reply!.Findings;
        var marked = findings.SelectMany(finding => finding.Cells).Select(cell => "d1-" + cell.Path).ToHashSet(StringComparer.Ordinal);

        marked.Count.ShouldBeGreaterThan(20);
        page.QuerySelectorAll("td.marked").Select(cell => cell.Id).ShouldBe(marked, ignoreOrder: true);
        page.QuerySelectorAll("td.suspect").Select(cell => cell.Id).ShouldBe(["d1-applications.results_total.natural_person"]);
        foreach (var cell in page.QuerySelectorAll("td.marked"))
        {
            var about = Enumerable.Range(0, findings.Count).Where(i => findings[i].Cells.Any(one => "d1-" + one.Path == cell.Id)).ToList();
            cell.QuerySelectorAll("a.ref").Select(link => link.GetAttribute("href"))
                .ShouldBe(about.Select(i => string.Create(CultureInfo.InvariantCulture, $"#d1-f{i + 1}")));
            cell.ClassList.ShouldContain(about.Any(i => findings[i].Severity == Level.Error) ? "error" : "warning");
        }
    }

    [Fact]
    public void Cells_ThatTheFirstSuggestionChanges_SayWhatItPutsThere()
    {
        var page = ParsedPage.Of(CheckedSample.Of("qinhuangdao-2024"));

        page.QuerySelectorAll("td:has(.proposal)").Select(cell => (cell.Id, cell.QuerySelector(".proposal")!.TextContent)).ShouldBe(
            [("d1-applications.received.natural_person", "或应为 34"), ("d1-applications.received.total", "或应为 34")]);
    }

    [Fact]
    public void Cell_InFindingsOfSeveralWeights_HasTheGreatest()
    {
        var page = ParsedPage.Of(CheckedSample.Of("qinhuangdao-2024"));

        var cell = page.GetElementById("d1-applications.received.total")!;
        cell.ClassList.ShouldContain("error");
        cell.QuerySelectorAll("a.ref").Select(link => link.ClassName).ShouldBe(["ref error", "ref warning", "ref hint"]);
    }

    [Fact]
    public void Sums_ThatAreWrong_AreSpelledBelowTheirTable()
    {
        var page = ParsedPage.Of(CheckedSample.Of("qinhuangdao-2024"));

        var lines = Lines(page, "applications");
        lines.ShouldContain(Ends("“自然人”一列：本年新收 29＋上年结转 2＝31 ≠ 办理结果总计 34＋结转下年度 2＝36"), 1);
        lines.ShouldContain(Ends("“总计”一列：本年新收 29＋上年结转 2＝31 ≠ 办理结果总计 34＋结转下年度 2＝36"), 1);
        var twice = page.QuerySelectorAll(".sums li").Single(line => line.Children.Length == 2);
        twice.Children.Select(link => page.Words(link.GetAttribute("href") + " .rule"))
            .ShouldBe(["规则 t3-balance", "规则 t3-balance-diagnose"]);
        Lines(page, "disclosure").ShouldContain(line => line.Contains("行政许可 30556", StringComparison.Ordinal));
    }

    [Fact]
    public void Sums_OfRowsAndResults_AreSpelled()
    {
        var page = ParsedPage.Of(CheckedSample.Of("jiyuan-2024", ("(七) 总计\t1\t0", "(七) 总计\t7\t0")));

        var lines = Lines(page, "applications");
        lines.ShouldContain(Ends("“自然人”一列：（四）无法提供 1.本机关不掌握相关政府信息 1＝1 ≠ 办理结果总计 7"), 1);
        lines.ShouldContain(
            Ends("“（七）总计”一行：自然人 7＋商业企业 0＋科研机构 0＋社会公益组织 0＋法律服务机构 0＋其他 0＝7 ≠ 总计 1"), 1);
    }

    [Fact]
    public void Sum_OfDisputes_IsSpelled()
    {
        var page = ParsedPage.Of(CheckedSample.Of("jiyuan-2024", ("\n0\t0\t0\t0\t0\t0\t0\t0", "\n0\t2\t0\t1\t4\t0\t0\t0")));

        Lines(page, "disputes").ShouldContain(Ends("行政复议：结果维持 0＋结果纠正 2＋其他结果 0＋尚未审结 1＝3 ≠ 总计 4"), 1);
    }

    [Fact]
    public void Sum_OverACellThatIsNoNumber_IsTheMessage()
    {
        var reply = CheckedSample.Of("qinhuangdao-2024").Reply!;
        reply.Report.Applications.Received.NaturalPerson = new Cell { State = State.Invalid, Text = "约29" };

        var message = reply.Findings.Single(finding => finding.Cells.Count == 4 && finding.Cells[0].Column == "自然人").Message;
        Lines(ParsedPage.Of(Outcomes.Of(reply)), "applications").ShouldContain(Ends(message), 1);
    }

    [Theory]
    [InlineData(State.Blank, "", "blank", "空白")]
    [InlineData(State.Dash, "—", "dash", "—按 0 计")]
    [InlineData(State.Invalid, "约3件", "invalid", "约3件不是数字")]
    [InlineData(State.Missing, "", "missing", "缺")]
    public void Cell_ThatIsNoNumber_SaysWhatItIs(State state, string text, string className, string words)
    {
        var reply = CheckedSample.Of("xingtai-2024").Reply!;
        reply.Report.Disputes.Review.Other = new Cell { State = state, Text = text };
        var page = ParsedPage.Of(Outcomes.Of(reply));

        var cell = page.GetElementById("d1-disputes.review.other")!;
        cell.ClassName.ShouldBe(className);
        cell.Words().ShouldBe(words);
        page.Words(".legend").ShouldContain(state == State.Blank ? "空白" : words[text.Length..]);
    }

    [Fact]
    public void Report_WithoutItsParts_HasAllCellsMissing()
    {
        var reply = Outcomes.Reply(Verdict.Accept);
        reply.Report = new Report { Applications = new Applications { Refused = new Refused() } };

        var page = ParsedPage.Of(Outcomes.Of(reply));

        page.QuerySelectorAll("td.missing").Length.ShouldBe(200);
        page.QuerySelectorAll(".table > .note").Length.ShouldBe(3);
    }

    [Fact]
    public void Rows_CollapsedMissingAndExtra_AreTold()
    {
        var outcome = CheckedSample.Of(
            "jiyuan-2024",
            ("\t(五) 不予处理\t1. 信访举报投诉类申请\t0\t0\t0\t0\t0\t0\t0\n", "\t(五) 不予处理\t\t0\t0\t0\t0\t0\t0\t0\n"),
            ("\t\t2. 重复申请\t0\t0\t0\t0\t0\t0\t0\n", ""),
            ("\t\t3. 要求提供公开出版物\t0\t0\t0\t0\t0\t0\t0\n", ""),
            ("\t\t4. 无正当理由大量反复申请\t0\t0\t0\t0\t0\t0\t0\n", ""),
            ("\t\t5. 要求行政机关确认或重新出具已获取信息\t0\t0\t0\t0\t0\t0\t0\n", ""),
            ("\t\t7. 属于行政执法案卷\t0\t0\t0\t0\t0\t0\t0\n", ""));
        var page = ParsedPage.Of(outcome);

        page.QuerySelectorAll("td.missing").Length.ShouldBe(6 * 7);
        var told = page.QuerySelectorAll(".deviations li").Select(line => line.Words()).ToList();
        told.Count.ShouldBe(outcome.Reply!.Report.Deviations.Count);
        told.ShouldContain(line => line.Contains("没有分项，合成了一行：规定的是“（五）不予处理”", StringComparison.Ordinal));
        told.ShouldContain(line => line.Contains("缺少一行：规定的是“7.属于行政执法案卷”", StringComparison.Ordinal));
    }

    private static Expression<Func<string, bool>> Ends(string words) =>
        line => line.EndsWith(words, StringComparison.Ordinal);

    private static List<string> Lines(IParentNode page, string table) =>
        [.. page.QuerySelectorAll($"#d1-{table} .sums li").Select(line => line.Words())];

    private static string[] Beside(RowTemplate row)
    {
        string[] own = row.Label.Length == 0 ? [] : [row.Label];
        string[] labels = row.Group is null ? own : [row.Group.Label, .. own];
        var isResult = ApplicationsTemplate.ResultRows.Contains(row) || row.Key == "applications.results_total";
        return isResult ? [ApplicationsTemplate.Results.Label, .. labels] : labels;
    }

    private static string[] Above(CellTemplate cell) => cell.Path.Split('.') switch
    {
        ["disclosure", var row, _] => [Item(row), cell.Column],
        ["applications", .., "natural_person" or "total"] => ["申请人情况", cell.Column],
        ["applications", ..] => ["申请人情况", "法人或其他组织", cell.Column],
        ["disputes", "review", _] => ["行政复议", cell.Column],
        ["disputes", "litigation_direct", _] => ["行政诉讼", "未经复议直接起诉", cell.Column],
        _ => ["行政诉讼", "复议后起诉", cell.Column],
    };

    private static string Item(string row) => row switch
    {
        "regulations" or "normative_documents" => "第二十条第（一）项",
        "licensing" => "第二十条第（五）项",
        "fees" => "第二十条第（八）项",
        _ => "第二十条第（六）项",
    };

    private static double? NumberIn(IElement cell) => cell.ClassList.Contains("number")
        ? double.Parse(cell.Words(".value"), NumberStyles.Number, CultureInfo.InvariantCulture)
        : null;

    private static void ShouldShow(IElement element, Cell cell)
    {
        (element.QuerySelector(".value")?.TextContent ?? string.Empty).ShouldBe(cell.Text);
        element.ClassList.ShouldContain(cell.State.ToString().ToLowerInvariant());
    }
}
