using static Validation.Engine.Tests.Documents.Docx.DocxFile;
using Validation.Engine.Tests.Support;

namespace Validation.Engine.Tests.Documents.Docx;

public sealed class DocxTextTests
{
    private const string HiddenStyles =
        "<w:style w:type='paragraph' w:default='1' w:styleId='a'/>"
        + "<w:style w:type='paragraph' w:styleId='h'><w:rPr><w:vanish/></w:rPr></w:style>"
        + "<w:style w:type='paragraph' w:styleId='child'><w:basedOn w:val='h'/></w:style>"
        + "<w:style w:type='paragraph' w:styleId='shown'><w:basedOn w:val='h'/><w:rPr><w:vanish w:val='0'/></w:rPr></w:style>"
        + "<w:style w:type='paragraph' w:styleId='loop1'><w:basedOn w:val='loop2'/></w:style>"
        + "<w:style w:type='paragraph' w:styleId='loop2'><w:basedOn w:val='loop1'/></w:style>"
        + "<w:style w:type='character' w:styleId='c'><w:rPr><w:vanish/></w:rPr></w:style>";

    private const string Ruby =
        "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>wen</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>文</w:t></w:r></w:rubyBase></w:ruby></w:r>";

    private const string Begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>";
    private const string Separate = "<w:r><w:fldChar w:fldCharType='separate'/></w:r>";
    private const string End = "<w:r><w:fldChar w:fldCharType='end'/></w:r>";

    [Theory]
    [InlineData("<w:r><w:t>一</w:t></w:r><w:r><w:t>、总体</w:t></w:r>", "一、总体")]
    [InlineData("<w:r><w:t xml:space='preserve'> a </w:t><w:t>b</w:t></w:r>", " a b")]
    [InlineData("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb")]
    [InlineData("<w:r><w:t>2021</w:t><w:noBreakHyphen/><w:t>30</w:t></w:r>", "2021-30")]
    [InlineData("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r>", "ab")]
    [InlineData("<w:r><w:t>&#x4E00;&amp;<![CDATA[<b>]]></w:t></w:r>", "一&<b>")]
    [InlineData("<w:r><w:sym w:font='宋体' w:char='0035'/></w:r>", "5")]
    [InlineData("<w:r><w:t>5</w:t><w:sym w:font='Wingdings' w:char='F06C'/></w:r>", "5□")]
    [InlineData("<w:r><w:t>5</w:t><w:sym w:font='Wingdings' w:char='x'/></w:r>", "5")]
    [InlineData("<w:hyperlink r:id='x' xmlns:r='r'><w:r><w:t>链接</w:t></w:r></w:hyperlink>", "链接")]
    [InlineData("<w:smartTag><w:smartTagPr/><w:r><w:t>a</w:t></w:r></w:smartTag><w:customXml><w:r><w:t>b</w:t></w:r></w:customXml>", "ab")]
    [InlineData("<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent><w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt>", "a")]
    [InlineData("<w:r><w:t>a</w:t></w:r><w:ins><w:r><w:t>b</w:t></w:r></w:ins><w:del><w:r><w:delText>c</w:delText></w:r></w:del>", "ab")]
    [InlineData("<w:moveFrom><w:r><w:t>a</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>b</w:t></w:r></w:moveTo>", "b")]
    [InlineData("<w:ins><w:del><w:r><w:delText>a</w:delText></w:r></w:del></w:ins><w:r><w:t>b</w:t></w:r>", "b")]
    [InlineData(Ruby, "文")]
    [InlineData("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1")]
    [InlineData("<w:r><w:t>a</w:t><w:footnoteReference w:id='1'/><w:commentReference w:id='1'/></w:r>", "a")]
    [InlineData("<w:r><w14:unknown><w14:t>x</w14:t></w14:unknown><w:t>a</w:t></w:r>", "a")]
    public void Read_Paragraph_AsItIsSeen(string content, string expected) => Read($"<w:p>{content}</w:p>").ShouldBe([expected]);

    [Theory]
    [InlineData("<w:br/>")]
    [InlineData("<w:br w:type='textWrapping'/>")]
    [InlineData("<w:br w:type='page'/>")]
    [InlineData("<w:cr/>")]
    public void Read_Break_LinesOfOneParagraph(string lineBreak)
    {
        var document = Zip.ZipFile.Read(Of($"<w:p><w:r><w:t>前言</w:t>{lineBreak}<w:t>一、总体情况</w:t></w:r></w:p>{P("后")}")).Document;

        document.ShouldNotBeNull().Lines().Select(paragraph => paragraph.Text).ShouldBe(["前言", "一、总体情况", "后"]);
        document.Lines().Select(paragraph => paragraph.Position.ToLocation().Paragraph).ShouldBe([1, 1, 2]);
        document.Lines().Select(paragraph => (paragraph.Position.Order, paragraph.Position.Column)).ShouldBe([(1, 1), (1, 4), (2, 1)]);
    }

    [Fact]
    public void Read_PageBreakBeforeText_NoEmptyLine() =>
        Read("<w:p><w:r><w:br w:type='page'/><w:t>一、总体情况</w:t></w:r></w:p>").ShouldBe(["一、总体情况"]);

    [Theory]
    [InlineData("<w:vanish/>", "")]
    [InlineData("<w:vanish w:val='true'/>", "")]
    [InlineData("<w:vanish w:val='0'/>", "x")]
    [InlineData("<w:rStyle w:val='c'/>", "")]
    [InlineData("<w:rStyle w:val='c'/><w:vanish w:val='off'/>", "x")]
    [InlineData("<w:b/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>", "x")]
    public void Read_HiddenRun_LeftOut(string properties, string seen) =>
        Read($"<w:p>{R("a")}{R("x", properties)}{R("b")}</w:p>", HiddenStyles).ShouldBe([$"a{seen}b"]);

    [Theory]
    [InlineData("h", "")]
    [InlineData("child", "")]
    [InlineData("shown", "x")]
    [InlineData("loop1", "x")]
    [InlineData("missing", "x")]
    public void Read_StyleThatHides_ItsTextIsLeftOut(string style, string seen) =>
        Read($"<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr>{R("x")}</w:p>{P("b")}", HiddenStyles)
            .ShouldBe(seen.Length > 0 ? [seen, "b"] : ["b"]);

    [Fact]
    public void Read_HiddenTextAndMark_NoParagraph() =>
        Read($"{P("a")}<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{R("x", "<w:vanish/>")}</w:p>{P("b")}").ShouldBe(["a", "b"]);

    [Theory]
    [InlineData($"{Begin}<w:r><w:instrText>PAGE</w:instrText></w:r>{Separate}<w:r><w:t>7</w:t></w:r>{End}", "7")]
    [InlineData($"{Begin}<w:r><w:t>shown by mistake</w:t></w:r>{Separate}<w:r><w:t>7</w:t></w:r>{End}<w:r><w:t>b</w:t></w:r>", "7b")]
    [InlineData($"{Begin}{Begin}{Separate}<w:r><w:t>inner</w:t></w:r>{End}{Separate}<w:r><w:t>outer</w:t></w:r>{End}", "outer")]
    [InlineData($"{Begin}{Separate}<w:r><w:t>a</w:t></w:r>{Begin}{Separate}<w:r><w:t>b</w:t></w:r>{End}{End}", "ab")]
    [InlineData("<w:fldSimple w:instr='DATE'><w:r><w:t>2024</w:t></w:r></w:fldSimple>", "2024")]
    [InlineData($"{End}{Separate}<w:r><w:t>a</w:t></w:r>", "a")]
    public void Read_Field_ItsResult(string content, string expected) => Read($"<w:p>{content}</w:p>").ShouldBe([expected]);

    [Fact]
    public void Read_FieldOverParagraphs_ItsResult() =>
        Read($"<w:p>{Begin}{Separate}{R("a")}</w:p>{P("b")}<w:p>{R("c")}{End}{R("d")}</w:p>").ShouldBe(["a", "b", "cd"]);

    [Fact]
    public void Read_FieldWithoutEnd_TextBehindIsKept() => Read($"<w:p>{R("a")}{Begin}</w:p>{P("b")}").ShouldBe(["a", "b"]);

    [Fact]
    public void Read_DeletedMark_ParagraphsAreOne() =>
        Read($"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{R("a")}</w:p>{P("b")}{P("c")}").ShouldBe(["ab", "c"]);

    [Fact]
    public void Read_DeletedMarkBeforeTable_TextIsKept() =>
        Read($"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{R("a")}</w:p>{Table(Row(Cell("1"), Cell("2")))}").ShouldBe(["a", "1 | 2"]);

    [Fact]
    public void Read_DeletedMarkAtTheEnd_TextIsKept() =>
        Read($"{P("a")}<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{R("b")}</w:p>").ShouldBe(["a", "b"]);

    [Fact]
    public void Read_FormerProperties_DoNotCount() =>
        Read($"<w:p><w:pPr><w:pPrChange><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:pPrChange></w:pPr>{R("a")}</w:p>{P("b")}")
            .ShouldBe(["a", "b"]);

    [Fact]
    public void Read_BlockContentControl_ItsContent() =>
        Read($"<w:sdt><w:sdtPr/><w:sdtContent>{P("a")}{Table(Row(Cell("1"), Cell("2")))}</w:sdtContent></w:sdt><w:sectPr/>")
            .ShouldBe(["a", "1 | 2"]);

    [Fact]
    public void Read_StrictNamespaces_Read() => Read(P("a"), isStrict: true).ShouldBe(["a"]);

    [Fact]
    public void Read_StrictStyles_Read() =>
        Read($"<w:p><w:pPr><w:pStyle w:val='h'/></w:pPr>{R("x")}</w:p>{P("b")}", HiddenStyles, isStrict: true).ShouldBe(["b"]);
}
