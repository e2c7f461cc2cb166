using Validation.Engine.Documents;
using Validation.Engine.Documents.Building;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Documents.Building;

public sealed class DocumentBuilderTests
{
    private readonly DocumentBuilder _builder = new(EngineLimits.Default);

    [Fact]
    public void AddParagraph_Outside_NumberedFromOne()
    {
        _builder.AddParagraph("a");
        _builder.AddParagraph(string.Empty);
        _builder.AddParagraph("b");

        Lines().ShouldBe(["a", "", "b"]);
        Locations().ShouldBe(["1/1:1", "2/2:1", "3/3:1"]);
    }

    [Fact]
    public void AddParagraph_WithLines_PartsOfOneParagraph()
    {
        _builder.AddParagraph("前\n\n后文\n");
        _builder.AddParagraph("b");

        Lines().ShouldBe(["前", "", "后文", "", "b"]);
        Locations().ShouldBe(["1/1:1", "1/1:3", "1/1:4", "1/1:7", "2/2:1"]);
    }

    [Fact]
    public void AddParagraph_WithPlace_KeepsIt()
    {
        _builder.AddParagraph("a", new ParagraphPlace(7, 8, 9, 10));

        Build().Lines()[0].Position.Place.ShouldBe(new ParagraphPlace(7, 8, 9, 10));
    }

    [Fact]
    public void Rows_OfCells_CellsWithPlacesInOrder()
    {
        _builder.AddParagraph("前");
        Table(() =>
        {
            Row("a", "b");
            Row("1", "2\n3");
        });
        _builder.AddParagraph("后");

        var document = Build();

        document.Lines().Select(paragraph => paragraph.Text).ShouldBe(["前", "a\tb", "1\t2\n3", "后"]);
        var cells = document.Lines().SelectMany(paragraph => paragraph.Cells ?? []).ToList();
        cells.Select(cell => cell.Position.Place as ParagraphPlace)
            .ShouldBe([new(1, 1, 1, 1), new(1, 1, 1, 2), new(1, 1, 2, 1), new(1, 1, 2, 2)]);
        document.Lines()[1].Position.ShouldBe(cells[0].Position);
        var orders = cells.Select(cell => cell.Position.Order).ToList();
        orders.ShouldBe(orders.Order().Distinct());
        document.Lines()[^1].Position.Order.ShouldBeGreaterThan(orders[^1]);
        document.Lines()[^1].Position.ToLocation().Paragraph.ShouldBe(2);
    }

    [Fact]
    public void Cell_OfParagraphs_JoinedByLineFeeds()
    {
        Table(() =>
        {
            _builder.BeginRow();
            _builder.BeginCell();
            _builder.AddParagraph("商业");
            _builder.AddParagraph("企业");
            _builder.BeginCell();
            _builder.BeginCell();
            _builder.AddParagraph("5");
        });

        Lines().ShouldBe(["商业/企业 |  | 5"]);
    }

    [Fact]
    public void RowSpan_RowsThatLeaveItOut_KeepTheirColumns()
    {
        Table(() =>
        {
            _builder.BeginRow();
            Cell("g", rows: 3);
            Cell("a", columns: 2);
            Cell("t", rows: 2);
            _builder.BeginRow();
            Cell("1");
            Cell("2");
            _builder.BeginRow();
            Cell("3");
            Cell("4");
            Cell("5");
            _builder.BeginRow();
            Cell("x");
            Cell("y");
        });

        Lines().ShouldBe(["g | a |  | t", " | 1 | 2 | ", " | 3 | 4 | 5", "x | y"]);
    }

    [Fact]
    public void RowSpan_LongerThanTheTable_NoMatter()
    {
        Table(() =>
        {
            _builder.BeginRow();
            Cell("a", rows: int.MaxValue);
            Cell("b");
            _builder.BeginRow();
            Cell("c");
        });

        Lines().ShouldBe(["a | b", " | c"]);
    }

    [Fact]
    public void ContinuedCell_BelowItsStart_Empty()
    {
        Table(() =>
        {
            Row("a", "b");
            _builder.BeginRow();
            Cell("x", isContinued: true);
            Cell("1");
            _builder.BeginRow();
            Cell("y", isContinued: true);
            Cell("2");
        });

        Lines().ShouldBe(["a | b", " | 1", " | 2"]);
        Build().Lines()[1].Position.Place.ShouldBe(new ParagraphPlace(0, 1, 2, 1));
        Build().Lines()[1].Cells.ShouldNotBeNull()[1].Position.Place.ShouldBe(new ParagraphPlace(0, 1, 2, 1));
    }

    [Fact]
    public void ContinuedCell_WithoutStart_ItsTextIsKept()
    {
        Table(() =>
        {
            _builder.BeginRow();
            Cell("5", isContinued: true);
            Cell("1");
            _builder.BeginRow();
            Cell("a", columns: 2);
            Cell("b");
            _builder.BeginRow();
            Cell("c");
            Cell("6", isContinued: true);
            Cell("7", isContinued: true);
        });

        Lines().ShouldBe(["5 | 1", "a |  | b", "c | 6 | "]);
    }

    [Fact]
    public void SkipColumns_BeforeAndBetweenCells_Empty()
    {
        Table(() =>
        {
            _builder.BeginRow();
            _builder.SkipColumns(2);
            Cell("a");
            _builder.SkipColumns(1);
            Cell("b");
            _builder.SkipColumns(-5);
        });

        Lines().ShouldBe([" |  | a |  | b"]);
    }

    [Fact]
    public void SingleCell_InARow_Flattened()
    {
        Table(() => Row("a\nb"));

        Lines().ShouldBe(["a", "b"]);
        Locations().ShouldBe(["2/0:1", "2/0:3"]);
    }

    [Fact]
    public void SingleCell_BesideACellFromAbove_IsARow()
    {
        Table(() =>
        {
            _builder.BeginRow();
            Cell("g", rows: 2);
            Cell("1");
            _builder.BeginRow();
            Cell("2");
        });

        Lines().ShouldBe(["g | 1", " | 2"]);
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void LongCell_InARow_Flattened(int length, bool isRow)
    {
        Table(() => Row(new string('a', length), "b"));

        Build().Lines()[0].Cells.ShouldBe(isRow ? Build().Lines()[0].Cells : null);
        Build().Lines().Count.ShouldBe(isRow ? 1 : 2);
    }

    [Fact]
    public void NestedTable_InARow_RowOfLayout()
    {
        Table(() =>
        {
            _builder.BeginRow();
            Cell("前");
            Table(() => Row("1", "2"));
            _builder.AddParagraph("后");
            Cell("右");
            Row("3", "4");
        });

        Lines().ShouldBe(["前", "1 | 2", "后", "右", "3 | 4"]);
        Build().Lines()[1].Cells.ShouldNotBeNull()[0].Position.ToLocation().Table.ShouldBe(2);
    }

    [Fact]
    public void Row_WithoutCells_IsNone()
    {
        Table(() =>
        {
            Row("a", "b");
            _builder.BeginRow();
            _builder.BeginRow();
            Cell("x", isContinued: true);
            Cell("1");
        });

        Lines().ShouldBe(["a | b", " | 1"]);
    }

    [Fact]
    public void Calls_InAnyOrder_LoseNoText()
    {
        _builder.EndTable();
        _builder.EndRow();
        _builder.EndCell();
        Cell("a");
        Cell("b");
        _builder.EndTable();
        _builder.BeginTable();
        _builder.AddParagraph("between");
        _builder.BeginRow();
        _builder.AddParagraph("before");
        Cell("c");
        _builder.EndCell();
        _builder.AddParagraph("behind");
        _builder.BeginTable();
        _builder.SkipColumns(1);
        Cell("d");

        Lines().ShouldBe(["a | b", "between", "before", "behind", "c", "d"], ignoreOrder: true);
    }

    [Fact]
    public void Build_OpenTables_Ended()
    {
        _builder.BeginTable();
        Row("a", "b");
        _builder.BeginTable();
        Row("1", "2");

        Lines().ShouldBe(["a", "b", "1 | 2"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    public void Build_NoText_EmptyDocument(string text)
    {
        _builder.AddParagraph(text);

        Should.Throw<UnreadableException>(() => _builder.Build("x")).Reason.ShouldBe(Reason.EmptyDocument);
    }

    private void Table(Action rows)
    {
        _builder.BeginTable();
        rows();
        _builder.EndTable();
    }

    private void Row(params string[] cells)
    {
        _builder.BeginRow();
        foreach (var cell in cells)
        {
            Cell(cell);
        }
    }

    private void Cell(string text, int columns = 1, int rows = 1, bool isContinued = false)
    {
        _builder.BeginCell(columns, rows, isContinued);
        _builder.AddParagraph(text);
    }

    private Document Build() => _builder.Build("test");

    private string[] Lines() => Zip.ZipFile.Lines(ReadResult.Success(Build()));

    private string[] Locations() =>
        [.. Build().Lines().Select(line => line.Position.ToLocation()).Select(at => $"{at.Ordinal}/{at.Paragraph}:{at.Column}")];
}
