using static Validation.Engine.Tests.Documents.Docx.DocxFile;
using Validation.Engine.Tests.Support;

namespace Validation.Engine.Tests.Documents.Docx;

public sealed class DocxTableTests
{
    private const string Restart = "<w:vMerge w:val='restart'/>";
    private const string Continue = "<w:vMerge/>";

    [Fact]
    public void Read_Spans_CellsInTheirColumns() =>
        Read(Table(
            Row(Cell("标题", "<w:gridSpan w:val='2'/>"), Cell("总计", Restart)),
            Row(Cell("a"), Cell("b"), Cell("", Continue)),
            Row(Cell("1"), Cell("2"), Cell("", "<w:vMerge w:val='continue'/>")),
            Row(Cell("3"), Cell("4"), Cell("5"))))
            .ShouldBe(["标题 |  | 总计", "a | b | ", "1 | 2 | ", "3 | 4 | 5"]);

    [Fact]
    public void Read_ContinuedCellWithText_NotSeen() =>
        Read(Table(Row(Cell("a", Restart), Cell("1")), Row(Cell("x", Continue), Cell("2")))).ShouldBe(["a | 1", " | 2"]);

    [Fact]
    public void Read_ContinuationOfNothing_ItsTextIsKept() =>
        Read(Table(
            Row(Cell("5", Continue), Cell("1")),
            Row(Cell("a", "<w:gridSpan w:val='2'/>"), Cell("b")),
            Row(Cell("1"), Cell("2", Continue))))
            .ShouldBe(["5 | 1", "a |  | b", "1 | 2"]);

    [Fact]
    public void Read_ColumnsBefore_Skipped() =>
        Read(Table(
            Row(Cell("a"), Cell("b"), Cell("c")),
            "<w:tr><w:trPr><w:gridBefore w:val='1'/><w:gridAfter w:val='1'/></w:trPr>" + Cell("1") + Cell("2") + "</w:tr>"))
            .ShouldBe(["a | b | c", " | 1 | 2"]);

    [Fact]
    public void Read_HorizontalMergeOfOldFiles_OneCell() =>
        Read(Table(
            Row(Cell("a", "<w:hMerge w:val='restart'/>"), Cell("", "<w:hMerge w:val='continue'/>"), Cell("c")),
            Row(Cell("1"), Cell("2"), Cell("3"))))
            .ShouldBe(["a/ |  | c", "1 | 2 | 3"]);

    [Fact]
    public void Read_CellOfLines_Joined() =>
        Read(Table(Row(Cell("商业/企业"), "<w:tc><w:p><w:r><w:t>科研</w:t><w:br/><w:t>机构</w:t></w:r></w:p></w:tc>"))).ShouldBe(["商业/企业 | 科研/机构"]);

    [Fact]
    public void Read_ContentControlsInTable_ReadAtEveryLevel() =>
        Read(Table(
            $"<w:sdt><w:sdtPr/><w:sdtContent>{Row(Cell("a"), Cell("b"))}</w:sdtContent></w:sdt>",
            Row(
                $"<w:sdt><w:sdtPr/><w:sdtContent>{Cell("1")}</w:sdtContent></w:sdt>",
                $"<w:tc><w:tcPr/><w:sdt><w:sdtContent>{P("2")}</w:sdtContent></w:sdt></w:tc>")))
            .ShouldBe(["a | b", "1 | 2"]);

    [Fact]
    public void Read_DeletedRow_NotThere() =>
        Read(Table(
            Row(Cell("a"), Cell("b")),
            $"<w:tr><w:trPr><w:del/></w:trPr>{Cell("x")}{Cell("y")}</w:tr>",
            $"<w:tr><w:trPr><w:ins/></w:trPr>{Cell("1")}{Cell("2")}</w:tr>") + P("c"))
            .ShouldBe(["a | b", "1 | 2", "c"]);

    [Fact]
    public void Read_NestedTable_RowsOfItsOwn() =>
        Read(Table(Row($"<w:tc><w:tcPr/>{P("前")}{Table(Row(Cell("1"), Cell("2")))}{P("后")}</w:tc>", Cell("x"))))
            .ShouldBe(["前", "1 | 2", "后", "x"]);

    [Fact]
    public void Read_NestedTableWithoutParagraphBefore_Read() =>
        Read(Table(Row($"<w:tc>{Table(Row(Cell("1"), Cell("2")))}</w:tc>"))).ShouldBe(["1 | 2"]);

    [Fact]
    public void Read_CellWithoutAnything_Empty() => Read(Table(Row(Cell("a"), "<w:tc/>", Cell("c")))).ShouldBe(["a |  | c"]);

    [Fact]
    public void Read_DeletedMarkInCell_StaysInItsCell() =>
        Read(Table(Row($"<w:tc><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{R("1")}</w:p></w:tc>", Cell("2")))).ShouldBe(["1 | 2"]);

    [Fact]
    public void Read_Cells_HavePlaces()
    {
        var document = Zip.ZipFile.Read(Of(P("前") + Table(Row(Cell("a"), Cell("b")), Row(Cell("1"), Cell("2")))))
            .Document.ShouldNotBeNull();

        var location = document.Lines()[2].Cells.ShouldNotBeNull()[1].Position.ToLocation();

        (location.Paragraph, location.Table, location.TableRow, location.TableCell).ShouldBe((1, 1, 2, 2));
    }

    [Theory]
    [InlineData("<w:gridSpan w:val='2147483647'/>")]
    [InlineData("<w:gridSpan w:val='1001'/>")]
    public void Read_SpanOverAllLimits_TooLarge(string properties) =>
        Zip.ZipFile.Read(Of(Table(Row(Cell("a", properties), Cell("b"))))).Reason.ShouldBe(V1.Reason.DocumentTooLarge);

    [Fact]
    public void Read_SpanThatIsNone_OneColumn() =>
        Read(Table(Row(Cell("a", "<w:gridSpan w:val='-5'/>"), Cell("b", "<w:gridSpan w:val='x'/>"), Cell("c")))).ShouldBe(["a | b | c"]);
}
