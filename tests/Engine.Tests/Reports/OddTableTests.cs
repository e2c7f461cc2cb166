using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Tests.Reports;

/// <summary>Tables of word processors that differ from the template's in their rows and columns.</summary>
public sealed class OddTableTests
{
    private static readonly NumbersThatBalance Numbers = new(11, 40);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Check_TableSplitByAPage_AllNumbers(bool hasHeadingsAgain)
    {
        var reply = Check(Document((key, rows) => key == "applications" ? SplitAt(rows, 15, hasHeadingsAgain) : rows));

        reply.ShouldHoldAll(Numbers);
        reply.Verdict.ShouldBe(Verdict.Accept);
        reply.Report.Deviations.ShouldBeEmpty();
    }

    [Fact]
    public void Check_OtherTablesBesideTheTemplates_AllNumbersAndProseWithoutThem()
    {
        var document = new RowDocument(cell => $"{Numbers[cell]}")
        {
            Before = (_, page) => page.Table(
            [
                [new("类别"), new("数量"), new("备注")], [new("主动公开信息"), new("488"), new("条")], [new("网站"), new("300"), new("其中政策解读12")],
                [new("合计"), new("788"), new("")],
            ]),
        };

        var reply = Check(document);

        reply.ShouldHoldAll(Numbers);
        reply.Verdict.ShouldBe(Verdict.Accept);
    }

    [Fact]
    public void Check_StatisticsTableInSectionOne_WordsAndNoPageNumbers()
    {
        var text = new RowDocument(cell => $"{Numbers[cell]}")
        {
            Before = (key, page) => page.Line(key == "disclosure" ? "本年度主动公开情况如下表所示，数据截至2024年12月31日。" : string.Empty),
            After = (key, page) => page.Table(key == "disputes" ? [[new("五、存在的主要问题及改进情况"), new("")], [new("主要问题"), new("3")]] : []),
        };

        var reply = Check(text);

        reply.ShouldHoldAll(Numbers);
        reply.Report.Deviations.ShouldNotContain(deviation => deviation.Kind == Kind.PageNumber);
        reply.Report.Sections[4].Paragraphs.Select(passage => passage.Text).ShouldNotContain("3");
        reply.Report.Sections[1].Text.ShouldBe("本年度主动公开情况如下表所示，数据截至2024年12月31日。");
    }

    [Fact]
    public void Check_RemarksColumn_AllNumbersAndColumnReported()
    {
        var reply = Check(Document((key, rows) => key != "disputes" ? rows : rows.Select((row, i) => i switch
        {
            0 => [.. row, new GridCell("备注", 1, 3)],
            3 => [.. row, new GridCell("7")],
            _ => row,
        })));

        reply.ShouldHoldAll(Numbers);
        reply.Findings.Where(finding => finding.RuleId == "tbl-extra-column").ShouldHaveSingleItem().Actual.ShouldBe("备注");
        reply.Verdict.ShouldBe(Verdict.Accept);
    }

    [Fact]
    public void Check_TotalFirst_ReadByHeadingsAndOrderReported()
    {
        var reply = Check(Document((key, rows) => key != "disputes" ? rows : TotalsFirst(rows)));

        reply.ShouldHoldAll(Numbers);
        reply.Findings.Where(finding => finding.RuleId == "tbl-column-order").ShouldHaveSingleItem().Section.ShouldStartWith("四、");
        reply.Verdict.ShouldBe(Verdict.Accept);
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(-2, 7)]
    [InlineData(4, -1)]
    public void Check_RowMoved_ReadByItsLabelAndOrderReported(int from, int to)
    {
        var reply = Check(Document((key, rows) => key == "applications" ? Moved(rows, from, to) : rows));

        reply.ShouldHoldAll(Numbers);
        reply.Verdict.ShouldBe(Verdict.Reject);
        reply.Report.Deviations.ShouldHaveSingleItem().Kind.ShouldBe(Kind.RowOrder);
        reply.Findings.ShouldContain(finding => finding.RuleId == "tbl-row-order" && finding.Severity == Level.Error);
    }

    [Fact]
    public void Check_RowsJoinedIntoOne_NotDecidedAndNotCalledMissing()
    {
        var reply = Check(Document((key, rows) => key == "applications" ? Joined(rows, 8, 13) : rows));

        reply.Verdict.ShouldBe(Verdict.NotDecided);
        reply.Report.Deviations.ShouldNotContain(deviation => deviation.Kind == Kind.MissingRow);
        reply.Report.Deviations.ShouldContain(deviation => deviation.Kind == Kind.UnreadableRow);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Check_DisputesInSeveralRows_NotDecidedAndNotCalledMissing(bool isTurned)
    {
        var reply = Check(Document((key, rows) => key != "disputes" ? rows : isTurned ? Turned(rows) : Stacked(rows)));

        reply.Verdict.ShouldBe(Verdict.NotDecided);
        reply.Report.Deviations.ShouldHaveSingleItem().Kind.ShouldBe(Kind.UnreadableRow);
        reply.Findings.ShouldNotContain(finding => finding.RuleId == "t4-missing");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Check_DisputesInSeveralTablesWithBlankCells_NotDecidedAndNotCalledMissing(bool isTurned)
    {
        var document = new RowDocument(cell => Numbers[cell] == 0 ? string.Empty : $"{Numbers[cell]}")
        {
            Change = (key, rows) => key != "disputes" ? rows : isTurned ? Turned(rows) : Stacked(rows),
        };

        var reply = Check(document);

        reply.Verdict.ShouldBe(Verdict.NotDecided);
        reply.Findings.ShouldNotContain(finding => finding.RuleId == "t4-missing");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Check_EdgesDraggedByHand_EveryCellInItsColumn(int seed)
    {
        var numbers = new NumbersThatBalance(seed, 40);
        var document = new RowDocument(cell => numbers[cell] == 0 ? string.Empty : $"{numbers[cell]}")
        {
            Change = (key, rows) => key != "applications" ? rows : seed % 2 == 0 ? Dragged(rows) : DraggedALittle(rows),
        };

        var reply = Check(document);

        reply.ShouldHoldNothingWrong(numbers);
        reply.Verdict.ShouldBe(Verdict.Accept, reply.ReasonText);
        ReportTemplate.Cells.Values.Select(cell => cell.Of(reply.Report).Location).Distinct().Count().ShouldBe(ReportTemplate.Cells.Count);
    }

    [Fact]
    public void Check_CellsAndColumnsDisagreeAndNeitherAddsUp_NotDecided()
    {
        // As many cells as columns, the first of them a part of the label, and the last two numbers merged.
        var reply = Check(Document((key, rows) => key != "applications" ? rows : rows.Select((row, i) => i != 3 ? row
            : [row[0] with { Columns = 2 }, new(string.Empty), .. row[1..6], row[6] with { Columns = 2 }])));

        reply.Verdict.ShouldBe(Verdict.NotDecided);
        reply.Report.Applications.Received.NaturalPerson.State.ShouldBe(State.Missing);
    }

    [Fact]
    public void Check_NumberUnderTwoHeadingsInAnotherOrder_ThatOfTheFirstOnly()
    {
        // 本年废止件数 stands before 本年制发件数, and one cell of 规章 below both.
        var reply = Check(Document((key, rows) => key != "disclosure" ? rows : rows.Select((row, i) => i switch
        {
            1 or 3 => [row[0], row[2], row[1], row[3]],
            2 => [row[0], row[2] with { Columns = 2 }, row[3]],
            _ => row,
        })));

        reply.Report.Disclosure.Regulations.Repealed.Value.ShouldBe(Numbers[Cell("disclosure.regulations.repealed")]);
        reply.Report.Disclosure.Regulations.Issued.State.ShouldBe(State.Blank);
    }

    [Fact]
    public void Check_TotalsDeletedFromDisputes_OthersReadAndRejected()
    {
        var reply = Check(Document((key, rows) => key != "disputes" ? rows : WithoutTotals(rows)));

        reply.Verdict.ShouldBe(Verdict.Reject);
        reply.Findings.Where(finding => finding.RuleId == "t4-cols").ShouldHaveSingleItem().Cells.Count.ShouldBe(3);
        foreach (var cell in DisputesTemplate.Table.Cells)
        {
            var isTotal = cell.Column == "总计";
            cell.Of(reply.Report).State.ShouldBe(isTotal ? State.Missing : State.Number, cell.Path);
            cell.Of(reply.Report).Value.ShouldBe(isTotal ? 0 : Numbers[cell], cell.Path);
        }
    }

    [Fact]
    public void Check_ColumnOfDisclosureDeleted_OthersReadAndRejected()
    {
        var reply = Check(Document((key, rows) => key != "disclosure" ? rows
            : rows.Select(row => row.Count == 4 ? [row[0], row[1], row[3]] : row)));

        reply.Verdict.ShouldBe(Verdict.Reject);
        reply.Report.Disclosure.Regulations.InForce.Value.ShouldBe(Numbers[Cell("disclosure.regulations.in_force")]);
        reply.Report.Disclosure.Regulations.Repealed.State.ShouldBe(State.Missing);
        reply.Findings.Where(finding => finding.RuleId == "t2-cols").ShouldHaveSingleItem().Cells.Count.ShouldBe(2);
    }

    [Fact]
    public void Check_AnyCellOfApplicationsRemoved_NothingWrong()
    {
        for (var row = 3; row < 28; row++)
        {
            foreach (var at in (int[])[1, 4, 7])
            {
                var reply = Check(Document((key, rows) => key != "applications" ? rows
                    : rows.Select((cells, i) => i == row ? [.. cells[..^at], .. cells[(cells.Count - at + 1)..]] : cells)));

                reply.ShouldHoldNothingWrong(Numbers);
                reply.Verdict.ShouldNotBe(Verdict.Accept, $"row {row}, cell {at} from the right");
            }
        }
    }

    [Fact]
    public void Check_SameTableTwice_WarningAndAccept()
    {
        var reply = Check(Document((_, rows) => [.. rows, .. rows]));

        reply.ShouldHoldAll(Numbers);
        reply.Verdict.ShouldBe(Verdict.Accept);
        reply.Findings.Count(finding => finding.RuleId == "tbl-repeated").ShouldBe(3);
    }

    [Fact]
    public void Check_RowUnreadable_PlaceNamedByTable()
    {
        var reply = Check(Document((key, rows) => key != "applications" ? rows : rows.Select((cells, i) => i == 9 ? cells[..^1] : cells)));

        reply.Reason.ShouldBe(Reason.PartlyUnreadable);
        reply.ReasonText.ShouldContain("第 2 个表格第 10 行");
    }

    private static CellTemplate Cell(string path) => ReportTemplate.Cells[path];

    private static IEnumerable<List<GridCell>> TotalsFirst(List<List<GridCell>> rows)
    {
        yield return rows[0];
        yield return [rows[1][4], .. rows[1][..4], .. rows[1][5..]];
        yield return [.. Rotated(rows[2][..5]), .. Rotated(rows[2][5..])];
        yield return [.. Rotated(rows[3][..5]), .. Rotated(rows[3][5..10]), .. Rotated(rows[3][10..])];

        static IEnumerable<GridCell> Rotated(List<GridCell> cells) => [cells[4], .. cells[..4]];
    }

    private static List<List<GridCell>> Moved(List<List<GridCell>> rows, int from, int to)
    {
        var index = from < 0 ? rows.Count + from : from;
        var row = rows[index];
        rows.RemoveAt(index);
        rows.Insert(to < 0 ? rows.Count + 1 + to : to, row);
        return rows;
    }

    // The label and the seven numbers of each become lines of the first's cells.
    private static List<List<GridCell>> Joined(List<List<GridCell>> rows, int first, int last)
    {
        var joined = rows.GetRange(first, last - first + 1);
        rows.RemoveRange(first, joined.Count);
        var cells = Enumerable.Range(0, 8).Select(i => string.Join('\n', joined.Select(row => row[^(8 - i)].Text)));
        rows.Insert(first, [.. cells.Select(text => new GridCell(text))]);
        return rows;
    }

    private static IEnumerable<List<GridCell>> Turned(List<List<GridCell>> rows)
    {
        string[] groups = ["行政复议", "行政诉讼未经复议直接起诉", "行政诉讼复议后起诉"];
        string[] names = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
        return rows[^1].Select((value, i) => new List<GridCell> { new(groups[i / 5]), new(names[i % 5]), value });
    }

    private static IEnumerable<List<GridCell>> Stacked(List<List<GridCell>> rows)
    {
        string[] groups = ["行政复议", "行政诉讼未经复议直接起诉", "行政诉讼复议后起诉"];
        for (var i = 0; i < groups.Length; i++)
        {
            yield return [new(groups[i], 5)];
            yield return [new("结果维持"), new("结果纠正"), new("其他结果"), new("尚未审结"), new("总计")];
            yield return rows[^1].GetRange(i * 5, 5);
        }
    }

    // In every other row the label reaches one column further, and in the others the last number.
    private static IEnumerable<List<GridCell>> Dragged(List<List<GridCell>> rows) => rows.Select((row, i) => i switch
    {
        0 => [row[0], row[1] with { Columns = 8 }],
        1 => [row[0], row[1], row[2] with { Columns = 2 }],
        2 => row,
        _ when i % 2 == 0 => [.. row[..^1], row[^1] with { Columns = 2 }],
        _ => [.. row[..^8], row[^8] with { Columns = row[^8].Columns + 1 }, .. row[^7..]],
    });

    // Each column is two columns of the grid. Rows begin half a column further left or right, or have a wide first number; and 法人或其他组织
    // begins between two columns.
    private static IEnumerable<List<GridCell>> DraggedALittle(List<List<GridCell>> rows)
    {
        int[][] moves = [[-1, 0, 1], [1, 0, -1], [0, 1, -1], [0, 0, 0]];
        return rows.Select((row, i) => (Cells: row.ConvertAll(cell => cell with { Columns = cell.Columns * 2 }), Move: moves[i % 4], i))
            .Select(row => row.i switch
            {
                0 => row.Cells,
                1 => [Wider(row.Cells[0], 1) with { Rows = 1 }, Wider(row.Cells[1], -1), row.Cells[2]],
                2 => [new GridCell(string.Empty, 2), .. row.Cells],
                _ =>
                [
                    .. row.Cells[..^8], Wider(row.Cells[^8], row.Move[0]), Wider(row.Cells[^7], row.Move[1]), .. row.Cells[^6..^1],
                    Wider(row.Cells[^1], row.Move[2]),
                ],
            });

        static GridCell Wider(GridCell cell, int columns) => cell with { Columns = cell.Columns + columns };
    }

    private static IEnumerable<List<GridCell>> WithoutTotals(List<List<GridCell>> rows)
    {
        yield return [rows[0][0] with { Columns = 4 }, rows[0][1] with { Columns = 8 }];
        yield return [.. rows[1][..4], rows[1][5] with { Columns = 4 }, rows[1][6] with { Columns = 4 }];
        yield return [.. rows[2][..4], .. rows[2][5..9]];
        yield return [.. rows[3][..4], .. rows[3][5..9], .. rows[3][10..14]];
    }

    // Merged cells end at the page; their labels are printed again.
    private static IEnumerable<List<GridCell>> SplitAt(List<List<GridCell>> rows, int at, bool hasHeadingsAgain)
    {
        var flat = rows.Skip(3).Select(row =>
        {
            var labels = row[..^7].ConvertAll(label => label with { Columns = 1, Rows = 1 });
            labels.InsertRange(0, Enumerable.Repeat(new GridCell(string.Empty), 3 - labels.Count));
            return labels.Concat(row[^7..]).ToList();
        });
        var headings = rows.Take(3);
        var content = flat.ToList();
        return [.. headings, .. content.Take(at), .. hasHeadingsAgain ? headings : [], .. content.Skip(at)];
    }

    private static RowDocument Document(Func<string, List<List<GridCell>>, IEnumerable<List<GridCell>>> change) =>
        new(cell => $"{Numbers[cell]}") { Change = change };

    private static ValidateReply Check(RowDocument document) =>
        CheckedDocument.Reply(document.Write());
}
