using Validation.Engine.Tests.Documents.Zip;
using Validation.Engine.Tests.Support;
using Validation.V1;
using static Validation.Engine.Tests.Documents.Odt.OdtFile;

namespace Validation.Engine.Tests.Documents.Odt;

public sealed class OdtTests
{
    private const string Hidden =
        "<style:style style:name='H' style:family='text'><style:text-properties text:display='none'/></style:style>"
        + "<style:style style:name='H2' style:family='text' style:parent-style-name='H'/>"
        + "<style:style style:name='L1' style:family='text' style:parent-style-name='L2'/>"
        + "<style:style style:name='L2' style:family='text' style:parent-style-name='L1'/>"
        + "<style:style style:name='P' style:family='paragraph'><style:text-properties text:display='none'/></style:style>";

    private const string Looks =
        "<style:style style:name='S' style:family='text'><style:text-properties style:text-line-through-style='solid'/></style:style>"
        + "<style:style style:name='S2' style:family='text' style:parent-style-name='S'/>"
        + "<style:style style:name='N' style:family='text'><style:text-properties style:text-line-through-style='none'/></style:style>"
        + "<style:style style:name='U' style:family='text'><style:text-properties style:text-position='super 58%'/></style:style>"
        + "<style:style style:name='U2' style:family='text'><style:text-properties style:text-position='33% 58%'/></style:style>"
        + "<style:style style:name='D' style:family='text'><style:text-properties style:text-position='-33% 58%'/></style:style>"
        + "<style:style style:name='PS' style:family='paragraph' style:parent-style-name='PB'/>"
        + "<style:style style:name='PB' style:family='paragraph'><style:text-properties style:text-line-through-style='solid'/>"
        + "</style:style>";

    private const string Note = "<text:p>a<text:note><text:note-citation>1</text:note-citation>"
        + "<text:note-body><text:p>注</text:p></text:note-body></text:note>b</text:p>";

    private const string Tracked = "<text:tracked-changes><text:changed-region><text:deletion><text:p>x</text:p></text:deletion>"
        + "</text:changed-region></text:tracked-changes><text:p>b</text:p>";

    [Theory]
    [InlineData("<text:p>一、总体</text:p>", "一、总体")]
    [InlineData("<text:h text:outline-level='1'>标题</text:h>", "标题")]
    [InlineData("<text:p> a \n\t b<text:span> c</text:span> </text:p>", "a b c ")]
    [InlineData("<text:p>a<text:s/>b<text:s text:c='3'/>c</text:p>", "a b   c")]
    [InlineData("<text:p>a<text:tab/>b</text:p>", "a\tb")]
    [InlineData(Note, "ab")]
    [InlineData("<text:p>a<office:annotation><text:p>批注</text:p></office:annotation>b</text:p>", "ab")]
    [InlineData("<text:p><text:ruby><text:ruby-base>文</text:ruby-base><text:ruby-text>wen</text:ruby-text></text:ruby></text:p>", "文")]
    [InlineData("<text:p>a<text:a>链接</text:a><text:page-number>3</text:page-number></text:p>", "a链接3")]
    [InlineData("<text:p>a<text:span text:style-name='H'>x</text:span><text:span text:style-name='H2'>y</text:span>b</text:p>", "ab")]
    [InlineData("<text:p>a<text:span text:style-name='L1'>x</text:span></text:p>", "ax")]
    [InlineData("<text:p>a<text:hidden-text text:is-hidden='true'>x</text:hidden-text></text:p>", "a")]
    [InlineData("<text:p text:style-name='P'>x</text:p><text:p>b</text:p>", "b")]
    [InlineData("<text:section text:display='none'><text:p>x</text:p></text:section><text:section><text:p>b</text:p></text:section>", "b")]
    [InlineData(Tracked, "b")]
    public void Read_Text_AsItIsSeen(string text, string expected) => Read(text, Hidden).ShouldBe([expected]);

    [Theory]
    [InlineData("<text:span text:style-name='S'>12<text:s/></text:span>15", "15")]
    [InlineData("<text:span text:style-name='S2'>12</text:span>15", "15")]
    [InlineData("<text:span text:style-name='S'>1<text:span text:style-name='N'>2</text:span></text:span>15", "215")]
    [InlineData("<text:span text:style-name='N'>12</text:span>15", "1215")]
    [InlineData("5<text:span text:style-name='U'>1 a</text:span>2", "5¹ a2")]
    [InlineData("5<text:span text:style-name='U2'>1</text:span>", "5¹")]
    [InlineData("5<text:span text:style-name='D'>1</text:span>", "51")]
    public void Read_StruckOrRaisedSpan_LeftOutOrRaised(string content, string expected) =>
        Read($"<text:p>{content}</text:p>", Looks).ShouldBe([expected]);

    [Fact]
    public void Read_StruckParagraph_OnlyWhatIsNotStruckIsLeft() =>
        Read("<text:p text:style-name='PS'>12<text:span text:style-name='N'>15</text:span></text:p><text:p>b</text:p>", Looks)
            .ShouldBe(["15", "b"]);

    [Fact]
    public void Read_LineBreak_LinesOfOneParagraph()
    {
        var document = ZipFile.Read(Of("<text:p>前言<text:line-break/> 一、总体</text:p>")).Document.ShouldNotBeNull();

        document.Format.ShouldBe("odt");
        document.Lines().Select(paragraph => paragraph.Text).ShouldBe(["前言", "一、总体"]);
        document.Lines().Select(paragraph => paragraph.Position.ToLocation().Paragraph).ShouldBe([1, 1]);
    }

    [Fact]
    public void Read_DrawingInParagraph_BehindIt() =>
        Read("<text:p>前<draw:frame><svg:title>t</svg:title><draw:text-box><text:p>框"
            + "<draw:frame><draw:text-box><text:p>内</text:p></draw:text-box></draw:frame></text:p>"
            + "</draw:text-box></draw:frame>后</text:p><text:p>尾</text:p>").ShouldBe(["前后", "框", "内", "尾"]);

    [Fact]
    public void Read_DrawingBesideTextOfCell_BehindTheTable() =>
        Read(Table(Row(Cell("a"), Cell("0<draw:frame><draw:text-box><text:p>单位：件</text:p></draw:text-box></draw:frame>")))
            + "<text:p>尾</text:p>").ShouldBe(["a | 0", "单位：件", "尾"]);

    [Fact]
    public void Read_DrawingAloneInCell_StaysInItsCell() =>
        Read(Table(Row(Cell("a"), Cell("<draw:frame><draw:text-box><text:p>5</text:p></draw:text-box></draw:frame>"))))
            .ShouldBe(["a | /5"]);

    [Fact]
    public void Read_DrawingOnPage_InItsPlace() =>
        Read("<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame><text:p>a</text:p>").ShouldBe(["框", "a"]);

    [Fact]
    public void Read_TableWithSpans_CellsInTheirColumns() =>
        Read(Table(
            "<table:table-header-rows>"
                + Row(Cell("标题", "table:number-columns-spanned='2'"), Covered(1), Cell("总计", "table:number-rows-spanned='2'"))
                + "</table:table-header-rows>",
            Row(Cell("a"), Cell("b"), Covered(1)),
            Row(Cell("1"), Cell("2"), Cell("3"))))
            .ShouldBe(["标题 |  | 总计", "a | b | ", "1 | 2 | 3"]);

    [Fact]
    public void Read_CellOverColumnsAndRows_CellsInTheirColumns() =>
        Read(Table(
            Row(Cell("a", "table:number-columns-spanned='2' table:number-rows-spanned='2'"), Covered(1), Cell("b")),
            Row(Covered(2), Cell("c"))))
            .ShouldBe(["a |  | b", " |  | c"]);

    [Fact]
    public void Read_CoveredCellWithText_NotSeen() =>
        Read(Table(Row(
            Cell("a", "table:number-columns-spanned='2'"),
            "<table:covered-table-cell><text:p>x</text:p></table:covered-table-cell>", Cell("b"))))
            .ShouldBe(["a |  | b"]);

    [Fact]
    public void Read_RepeatedCells_AsManyCells() =>
        Read(Table(Row(
            Cell("a"), Cell("0", "table:number-columns-repeated='3'"), Cell("", "table:number-columns-repeated='2'"), Cell("b"))))
            .ShouldBe(["a | 0 | 0 | 0 |  |  | b"]);

    [Fact]
    public void Read_EmptyCellsAtTheEnd_KeptIfFew() =>
        Read(Table(Row(Cell("a"), Cell("b"), Cell("", "table:number-columns-repeated='2'")))).ShouldBe(["a | b |  | "]);

    [Fact]
    public void Read_ThousandsOfEmptyCells_LeftOut() =>
        Read(Table(Row(Cell("a"), Cell("b"), Cell("", "table:number-columns-repeated='16384'")))).ShouldBe(["a | b"]);

    [Theory]
    [InlineData("x", "2147483647")]
    [InlineData("x", "1001")]
    public void Read_ThousandsOfCells_TooLarge(string text, string times) =>
        ZipFile.Read(Of(Table(Row(Cell(text, $"table:number-columns-repeated='{times}'"))))).Reason.ShouldBe(Reason.DocumentTooLarge);

    [Fact]
    public void Read_CellBehindThousandsOfEmptyOnes_TooLarge() =>
        ZipFile.Read(Of(Table(Row(Cell("", "table:number-columns-repeated='2147483647'"), Cell("x")))))
            .Reason.ShouldBe(Reason.DocumentTooLarge);

    [Fact]
    public void Read_RepeatedRows_AsManyRows() =>
        Read(Table("<table:table-row table:number-rows-repeated='2'>" + Cell("a") + Cell("b") + "</table:table-row>"))
            .ShouldBe(["a | b", "a | b"]);

    [Fact]
    public void Read_ThousandsOfEmptyRows_One() =>
        Read("<text:p>a</text:p>"
            + Table("<table:table-row table:number-rows-repeated='1048576'>" + Cell("") + Cell("") + "</table:table-row>"))
            .ShouldBe(["a", " | "]);

    [Fact]
    public void Read_MillionsOfRows_TooLarge() =>
        ZipFile.Read(Of(Table("<table:table-row table:number-rows-repeated='2147483647'>" + Cell("a") + Cell("b") + "</table:table-row>")))
            .Reason.ShouldBe(Reason.DocumentTooLarge);

    [Fact]
    public void Read_RepeatsInRepeats_TooLarge()
    {
        var text = "<text:p>x</text:p>";
        for (var depth = 0; depth < 20; depth++)
        {
            text = Table(
                $"<table:table-row table:number-rows-repeated='1000'><table:table-cell>{text}</table:table-cell></table:table-row>");
        }

        ZipFile.Read(Of(text)).Reason.ShouldBe(Reason.DocumentTooLarge);
    }

    [Fact]
    public void Read_NestedTable_RowsOfItsOwn() =>
        Read(Table(Row($"<table:table-cell><text:p>前</text:p>{Table(Row(Cell("1"), Cell("2")))}</table:table-cell>", Cell("x"))))
            .ShouldBe(["前", "1 | 2", "x"]);

    [Fact]
    public void Read_MillionsOfSpaces_TooLarge() =>
        ZipFile.Read(Of("<text:p>a<text:s text:c='2147483647'/></text:p>")).Reason.ShouldBe(Reason.DocumentTooLarge);

    [Fact]
    public void Read_EncryptedEntries_EncryptedDocument() =>
        ZipFile.Read(Of("<text:p>a</text:p>", manifest: "<manifest:encryption-data xmlns:manifest='m'/>"))
            .Reason.ShouldBe(Reason.EncryptedDocument);

    [Fact]
    public void Read_SpreadsheetInDisguise_Unsupported() =>
        ZipFile.Read(Of("<table:table/>", kind: "spreadsheet")).Reason.ShouldBe(Reason.UnsupportedFormat);

    [Fact]
    public void Read_NoText_EmptyDocument() => ZipFile.Read(Of("<text:p/>")).Reason.ShouldBe(Reason.EmptyDocument);

    [Fact]
    public void Read_PicturesAlone_NoText() =>
        ZipFile.Read(Of("<text:p><draw:frame><draw:image/></draw:frame></text:p>")).Reason.ShouldBe(Reason.NoText);

    [Fact]
    public void Read_ContentMissing_Damaged() =>
        ZipFile.Read(ZipFile.Of([("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray())]))
            .Reason.ShouldBe(Reason.DamagedDocument);

    [Fact]
    public void Read_AnyByteChanged_SameTextOrNone()
    {
        var file = Of("<text:p>一、总体情况</text:p>" + Table(Row(Cell("规章"), Cell("5"))), Hidden);
        var expected = ZipFile.Lines(ZipFile.Read(file));

        for (var i = 0; i < file.Length; i++)
        {
            var changed = file.ToArray();
            changed[i] ^= 0xFF;
            var result = ZipFile.Read(changed);
            (result.Document is not { Format: "odt" } || expected.SequenceEqual(ZipFile.Lines(result))).ShouldBeTrue($"byte {i}");
        }
    }

    private static string Table(params string[] rows) => $"<table:table><table:table-column/>{string.Concat(rows)}</table:table>";

    private static string Row(params string[] cells) => $"<table:table-row>{string.Concat(cells)}</table:table-row>";

    private static string Cell(string text, string attributes = "") =>
        $"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>";

    private static string Covered(int columns) => string.Concat(Enumerable.Repeat("<table:covered-table-cell/>", columns));
}
