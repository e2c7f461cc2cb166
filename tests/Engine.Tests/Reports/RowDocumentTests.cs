using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Tests.Reports;

/// <summary>Documents whose tables have rows and cells, as word processors and web pages make them.</summary>
public sealed class RowDocumentTests
{
    private static readonly NumbersThatBalance Numbers = new(11, 40);

    public static TheoryData<int, bool> Seeds()
    {
        var data = new TheoryData<int, bool>();
        for (var seed = 1; seed <= 8; seed++)
        {
            data.Add(seed, true);
            data.Add(seed, false);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Check_TemplateTables_AllNumbersAndNothingFound(int seed, bool isOneTable)
    {
        var numbers = new NumbersThatBalance(seed, seed % 2 == 0 ? 30_000 : 4);
        var reply = Check(new RowDocument(cell => $"{numbers[cell]}") { IsOneTable = isOneTable });

        reply.ShouldHoldAll(numbers);
        reply.Findings.Where(finding => finding.Severity > Level.Info).Select(FindingLine.Of).ShouldBeEmpty();
        reply.Verdict.ShouldBe(Verdict.Accept);
        reply.Report.Sections.Select(section => section.Ordinal).ShouldBe([1, 2, 3, 4, 5, 6]);
        reply.Report.Year.ShouldBe(2024);
        reply.Report.Organization.ShouldBe("某某市人民政府办公室");
        reply.Report.Sections[4].Text.ShouldStartWith("一是公开内容");
        reply.Report.Sections[4].Text.ShouldEndWith("加强业务培训。");
    }

    [Fact]
    public void Check_OtherLabelBrokenInItsCell_ReportedWithoutTheBreak()
    {
        var document = new RowDocument(cell => $"{Numbers[cell]}") { Label = label => label == "行政规范性文件" ? "规\n范性文件" : label };

        var reply = Check(document);

        reply.ShouldHoldAll(Numbers);
        reply.Report.Deviations.ShouldHaveSingleItem().Actual.ShouldBe("规范性文件");
        reply.Findings.Select(finding => finding.RuleId).ShouldContain("t2-term-xzgfxwj");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Check_BlankInsteadOfZero_BlankInItsPlace(bool isOneTable)
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var numbers = new NumbersThatBalance(seed, 40);
            var document = new RowDocument(cell => numbers[cell] == 0 ? string.Empty : $"{numbers[cell]}") { IsOneTable = isOneTable };
            var reply = Check(document);

            reply.Reason.ShouldBe(Reason.Unspecified);
            foreach (var template in ReportTemplate.Cells.Values)
            {
                var cell = template.Of(reply.Report);
                cell.State.ShouldBe(numbers[template] == 0 ? State.Blank : State.Number, template.Path);
                cell.Value.ShouldBe(numbers[template], template.Path);
            }
        }
    }

    [Fact]
    public void Check_WholeFormEmpty_AllBlankAndNoLabelReported()
    {
        var reply = Check(new RowDocument(_ => string.Empty));

        ReportTemplate.Cells.Values.ShouldAllBe(cell => cell.Of(reply.Report).State == State.Blank);
        reply.Report.Deviations.ShouldBeEmpty();
    }

    /// <summary>Reorders, drops or adds columns of 表三 as it stands with every merged cell taken apart.</summary>
    [Theory]
    [InlineData("0123456", "")]
    [InlineData("6012345", "")]
    [InlineData("6543210", "")]
    [InlineData("1032546", "")]
    [InlineData("012345", "6")]
    [InlineData("0123456", "", true)]
    [InlineData("023456", "1")]
    [InlineData("65430", "12")]
    public void Check_ColumnsOfApplicationsInAnotherOrder_ValuesFollowTheHeadings(string order, string missing, bool isBlank = false)
    {
        foreach (var hasOrdinals in (bool[])[false, true])
        {
            var document = new RowDocument(cell => isBlank && Numbers[cell] == 0 ? string.Empty : $"{Numbers[cell]}")
            {
                Change = (key, rows) => key == "applications" ? Reordered(rows, order, hasOrdinals) : rows,
            };
            var reply = Check(document);
            reply.Reason.ShouldBe(Reason.Unspecified, reply.ReasonText);
            foreach (var template in ApplicationsTemplate.Table.Cells)
            {
                var column = ApplicationsTemplate.Columns.ToList().FindIndex(column => column.Label == template.Column);
                var cell = template.Of(reply.Report);
                var isMissing = missing.Contains((char)('0' + column), StringComparison.Ordinal);
                var state = isMissing ? State.Missing : isBlank && Numbers[template] == 0 ? State.Blank : State.Number;
                cell.State.ShouldBe(state, template.Path);
                cell.Value.ShouldBe(isMissing ? 0 : Numbers[template], template.Path);
            }

            reply.Verdict.ShouldBe(missing.Length > 0 ? Verdict.Reject : Verdict.Accept);
        }
    }

    [Fact]
    public void Check_ColumnLostUnderAllHeadings_Unreadable()
    {
        var document = new RowDocument(cell => $"{Numbers[cell]}")
        {
            Change = (key, rows) => key == "applications" ? rows.Select((row, i) => i < 3 ? row : row[..^1]) : rows,
        };

        var reply = Check(document);

        reply.Reason.ShouldBe(Reason.PartlyUnreadable);
        reply.ShouldHoldNothingWrong(Numbers);
    }

    // Labels and headings in rows of their own cells: three columns of labels, then the columns in that order.
    private static IEnumerable<List<GridCell>> Reordered(List<List<GridCell>> rows, string order, bool hasOrdinals)
    {
        var headings = ApplicationsTemplate.Columns.Select(column => new GridCell(column.Label)).ToList();
        yield return [.. Ordinal("序号"), new("项目"), new(string.Empty), new(string.Empty), .. order.Select(column => headings[column - '0'])];
        foreach (var row in rows.Skip(3))
        {
            var values = row[^7..];
            var labels = row[..^7].ConvertAll(label => label with { Columns = 1, Rows = 1 });
            labels.InsertRange(0, Enumerable.Repeat(new GridCell(string.Empty), 3 - labels.Count));
            yield return [.. Ordinal("7"), .. labels, .. order.Select(column => values[column - '0'])];
        }

        IEnumerable<GridCell> Ordinal(string text) => hasOrdinals ? [new GridCell(text)] : [];
    }

    private static ValidateReply Check(RowDocument document) =>
        CheckedDocument.Reply(document.Write());
}
