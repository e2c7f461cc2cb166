using Validation.Engine.Documents;
using Validation.Engine.Documents.Building;

namespace Validation.Engine.Tests.Documents.Building;

public sealed class TableRowTests
{
    [Fact]
    public void Build_MergedCells_SpansAreKept()
    {
        var builder = new DocumentBuilder(EngineLimits.Default);
        builder.BeginTable();
        AddRow(builder, ("甲", 2, false), ("乙", 1, false));
        AddRow(builder, ("", 2, true), ("1", 1, false));

        var rows = Rows(builder);

        rows.Select(Spans).ShouldBe(["甲@0+2 乙@2+1", "^@0+2 1@2+1"]);
        rows.Select(row => (row.Text, row.Columns)).ShouldBe([("甲\t\t乙", 3), ("\t\t1", 3)]);
    }

    [Fact]
    public void Build_CellThatSpansRows_RowBelowLacksIt()
    {
        var builder = new DocumentBuilder(EngineLimits.Default);
        builder.BeginTable();
        builder.BeginRow();
        builder.BeginCell(rows: 2);
        builder.AddParagraph("甲");
        builder.BeginCell();
        builder.AddParagraph("乙");
        AddRow(builder, ("丙", 1, false));

        var rows = Rows(builder);

        rows[1].Cells.ShouldHaveSingleItem().Column.ShouldBe(1);
        rows[1].Text.ShouldBe("\t丙");
    }

    private static List<TableRow> Rows(DocumentBuilder builder) => [.. builder.Build("x").Blocks.Cast<TableRow>()];

    private static string Spans(TableRow row) =>
        string.Join(' ', row.Cells.Select(cell => $"{cell.Text}{(cell.IsContinued ? "^" : "")}@{cell.Column}+{cell.Columns}"));

    private static void AddRow(DocumentBuilder builder, params (string Text, int Columns, bool IsContinued)[] cells)
    {
        builder.BeginRow();
        foreach (var (text, columns, isContinued) in cells)
        {
            builder.BeginCell(columns, isContinued: isContinued);
            builder.AddParagraph(text);
        }

        builder.EndRow();
    }
}
