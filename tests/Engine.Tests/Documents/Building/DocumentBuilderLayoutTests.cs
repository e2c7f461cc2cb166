using Validation.Engine.Documents;
using Validation.Engine.Documents.Building;
using Validation.Engine.Tests.Support;

namespace Validation.Engine.Tests.Documents.Building;

public sealed class DocumentBuilderLayoutTests
{
    private static readonly string Long = new('长', 301);

    private readonly DocumentBuilder _builder = new(EngineLimits.Default);

    [Theory]
    [InlineData("规章|5|2|…", true)]
    [InlineData("规章| 5\n |…", true)]
    [InlineData("…|5", true)]
    [InlineData("1|规章|1,205.5|…", true)]
    [InlineData("1|…", false)]
    [InlineData("1|标题|…", false)]
    [InlineData("甲|乙|…", false)]
    [InlineData("…|", false)]
    public void Row_WithLongCell_RowOnlyWithNumberBehindLabel(string cells, bool isRow)
    {
        BeginRow(cells.Replace("…", Long, StringComparison.Ordinal).Split('|'));
        _builder.EndTable();

        _builder.Build("x").Lines().Any(paragraph => paragraph.Cells is not null).ShouldBe(isRow);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(200, false)]
    public void Row_WithTableInItsRemarks_RowUnlessTheTableIsAnArticle(int length, bool isRow)
    {
        BeginRow("规章", "5", "见");
        _builder.BeginTable();
        var text = new string('长', length);
        BeginRow(text, text);
        _builder.EndTable();
        _builder.EndTable();

        var lines = _builder.Build("x").Lines();
        if (isRow)
        {
            lines.ShouldHaveSingleItem().Cells!.Select(cell => cell.Text).ShouldBe(["规章", "5", $"见\n{text}\t{text}"]);
        }
        else
        {
            lines.Select(line => line.Cells?.Count ?? 0).ShouldBe([0, 0, 0, 2]);
        }
    }

    [Fact]
    public void Row_WithLabelInTableOfItsOwn_LabelIsTheCellsText()
    {
        _builder.BeginTable();
        _builder.BeginRow();
        _builder.BeginCell();
        BeginRow("规章");
        _builder.EndTable();
        _builder.BeginCell();
        _builder.AddParagraph("5");
        _builder.EndTable();

        _builder.Build("x").Lines().ShouldHaveSingleItem().Text.ShouldBe("规章\t5");
    }

    [Fact]
    public void Row_BehindCellThatSpansRows_ItsLabelCounts()
    {
        _builder.BeginTable();
        _builder.BeginRow();
        _builder.BeginCell(rows: 2);
        _builder.AddParagraph("规章");
        _builder.BeginCell();
        BeginRowOf("5", Long);
        _builder.EndTable();

        _builder.Build("x").Lines()[^1].Cells!.Select(cell => cell.Text).ShouldBe(["", "5", Long]);
    }

    [Fact]
    public void Box_BesideTextOfCell_BehindTheTableWithPlacesInOrder()
    {
        BeginRow("规章", "5");
        Box("单\n位");
        BeginRowOf("办法", "6");
        _builder.EndTable();
        _builder.AddParagraph("后");

        var lines = _builder.Build("x").Lines();
        lines.Select(line => line.Text).ShouldBe(["规章\t5", "办法\t6", "单", "位", "后"]);
        lines.Select(line => line.Position.Order).ShouldBeInOrder();
        lines[2].Position.ToLocation().TableRow.ShouldBe(1);
        lines[3].Position.Column.ShouldBe(3);
        lines[2].Position.Order.ShouldBeGreaterThan(lines[1].Cells![1].Position.Order);
    }

    [Fact]
    public void Box_WithTableBesideTextOfCell_RowStays()
    {
        BeginRow("规章", "5");
        _builder.BeginBox();
        _builder.BeginTable();
        BeginRowOf("a", "b");
        _builder.EndTable();
        _builder.EndBox();
        _builder.EndTable();

        _builder.Build("x").Lines().Select(line => line.Text).ShouldBe(["规章\t5", "a\tb"]);
    }

    [Fact]
    public void Box_InCellOfLayout_BehindItsParagraph()
    {
        BeginRow("前");
        Box("框");
        _builder.AddParagraph("后");
        _builder.EndTable();

        _builder.Build("x").Lines().Select(line => line.Text).ShouldBe(["前", "框", "后"]);
    }

    [Fact]
    public void Box_InEmptyCell_WhatTheCellHolds()
    {
        BeginRow("规章", " ");
        Box("5");
        BeginRowOf("", "6");
        _builder.EndTable();

        _builder.Build("x").Lines().Select(line => line.Text).ShouldBe(["规章\t \n5", "\t6"]);
    }

    [Fact]
    public void Box_OutsideOfTables_Paragraphs()
    {
        _builder.AddParagraph("a");
        Box("b");
        _builder.EndBox();

        _builder.Build("x").Lines().Select(line => line.Text).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void BoxesInEmptyCell_MoreParagraphsThanTheLimit_TooLarge()
    {
        var builder = new DocumentBuilder(EngineLimits.Default with { Paragraphs = 2 });
        builder.BeginCell();
        builder.BeginBox();
        builder.AddParagraph("a");
        builder.AddParagraph("b");

        Should.Throw<UnreadableException>(() => builder.AddParagraph("c"));
    }

    private void Box(string text)
    {
        _builder.BeginBox();
        _builder.AddParagraph(text);
        _builder.EndBox();
    }

    private void BeginRow(params string[] cells)
    {
        _builder.BeginTable();
        BeginRowOf(cells);
    }

    private void BeginRowOf(params string[] cells)
    {
        _builder.BeginRow();
        foreach (var cell in cells)
        {
            _builder.BeginCell();
            _builder.AddParagraph(cell);
        }
    }
}
