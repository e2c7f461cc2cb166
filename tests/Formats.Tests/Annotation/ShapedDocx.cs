using System.IO.Compression;
using System.Text;

namespace Validation.Formats.Tests.Annotation;

/// <summary>A short report as different programs write it: the same words, another package and other markup around them.</summary>
internal static class ShapedDocx
{
    /// <summary>A sentence that stands in each of them, in several runs.</summary>
    public const string Sentence = "2024年收到政府信息公开申请13件。";

    /// <summary>A cell of the table in each of them.</summary>
    public const string Cell = "8765";

    /// <summary>The heading of a section in each of them.</summary>
    public const string Heading = "五、存在的主要问题及改进情况";

    private const string Space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    private const string Change = "w:id=\"90\" w:author=\"张三\" w:date=\"2025-01-02T09:00:00Z\"";

    /// <summary>As Word writes: runs parted by proofreading and by editing sessions, bookmarks, styles, a numbered id for each paragraph.
    /// </summary>
    public static byte[] Word() => Of(
        $"""
        <w:p w14:paraId="00000001" w:rsidR="00A1" w:rsidRDefault="00A1"><w:pPr><w:pStyle w:val="a3"/><w:jc w:val="center"/></w:pPr>
        <w:bookmarkStart w:id="0" w:name="_GoBack"/><w:r w:rsidRPr="00B2"><w:rPr><w:rFonts w:hint="eastAsia"/><w:b/><w:sz w:val="36"/>
        </w:rPr><w:t>某某市2024年政府信息公开工作年度报告</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>
        <w:p w14:paraId="00000002" w:rsidR="00A1"><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>一、总体情况</w:t></w:r></w:p>
        <w:p w14:paraId="00000003" w:rsidR="00A1"><w:pPr><w:ind w:firstLineChars="200" w:firstLine="420"/></w:pPr>
        <w:r w:rsidRPr="00B2"><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>全年工作平稳。2024年收到</w:t></w:r>
        <w:proofErr w:type="spellStart"/><w:r w:rsidR="00C3"><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>政府信息</w:t></w:r>
        <w:proofErr w:type="spellEnd"/><w:r><w:t>公开申请13件。其余从略。</w:t></w:r></w:p>
        {Table("<w:tcW w:w=\"2500\" w:type=\"dxa\"/>")}
        <w:p w14:paraId="00000004" w:rsidR="00A1"><w:r><w:t>{Heading}</w:t></w:r></w:p><w:p w14:paraId="00000005" w:rsidR="00A1"/>
        """);

    /// <summary>As WPS writes: fonts at every run, sections of its own, the mark of the paragraph first.</summary>
    public static byte[] Wps() => Of(
        $"""
        <w:p><w:pPr><w:jc w:val="center"/><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="方正小标宋简体" w:eastAsia="方正小标宋简体"/>
        <w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:pPr><w:r>{Fonts}<w:t>某某市2024年政府信息公开工作年度报告</w:t></w:r></w:p>
        <w:p><w:r>{Fonts}<w:t>一、总体情况</w:t></w:r></w:p>
        <w:p><w:pPr><w:keepNext w:val="0"/></w:pPr><w:r>{Fonts}<w:t xml:space="preserve">全年工作平稳。</w:t></w:r>
        <w:r>{Fonts}<w:t>2024年收到政府信息公开申请1</w:t></w:r><w:r>{Fonts}<w:t>3</w:t></w:r><w:r>{Fonts}<w:t>件。其余从略。</w:t></w:r></w:p>
        {Table("<w:tcW w:w=\"2500\" w:type=\"dxa\"/><w:noWrap w:val=\"0\"/><w:vAlign w:val=\"center\"/>")}
        <w:p><w:r>{Fonts}<w:t>{Heading}</w:t></w:r></w:p>
        """);

    /// <summary>With changes that are not yet accepted, and a comment of a colleague.</summary>
    public static byte[] Tracked() => Of(
        $"""
        <w:p><w:r><w:t>某某市2024年政府信息公开工作年度报告</w:t></w:r></w:p>
        <w:p><w:commentRangeStart w:id="0"/><w:r><w:t>一、总体情况</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r>
        <w:commentReference w:id="0"/></w:r></w:p>
        <w:p><w:r><w:t>全年工作平稳。2024年</w:t></w:r><w:del {Change}><w:r><w:delText>受理</w:delText></w:r></w:del><w:ins {Change}><w:r>
        <w:t>收到</w:t></w:r></w:ins><w:r><w:t>政府信息公开申请</w:t></w:r><w:ins {Change}><w:r><w:t>13件。其余</w:t></w:r></w:ins><w:r>
        <w:t>从略。</w:t></w:r></w:p>
        {Table("<w:tcW w:w=\"2500\" w:type=\"dxa\"/>")}
        <w:p><w:ins {Change}><w:r><w:t>{Heading}</w:t></w:r></w:ins></w:p>
        """,
        $"<w:comments xmlns:w=\"{Space}\"><w:comment {Change.Replace("90", "0", StringComparison.Ordinal)} w:initials=\"张\">"
            + "<w:p><w:r><w:t>同事的话</w:t></w:r></w:p></w:comment></w:comments>");

    private const string Fonts =
        "<w:rPr><w:rFonts w:hint=\"eastAsia\" w:ascii=\"仿宋\" w:hAnsi=\"仿宋\" w:eastAsia=\"仿宋\"/><w:sz w:val=\"32\"/></w:rPr>";

    private static string Table(string cell) =>
        $"""
        <w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2500"/><w:gridCol w:w="2500"/></w:tblGrid>
        <w:tr><w:tc><w:tcPr>{cell}</w:tcPr><w:p><w:r><w:t>申请数量</w:t></w:r></w:p></w:tc><w:tc><w:tcPr>{cell}</w:tcPr><w:p><w:pPr>
        <w:jc w:val="center"/></w:pPr><w:r><w:t>87</w:t></w:r><w:r><w:t>65</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        """;

    private static byte[] Of(string body, string? comments = null)
    {
        var document = $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:document xmlns:w="{Space}" xmlns:r="{Office}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
            xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14">
            <w:body>{body.ReplaceLineEndings(string.Empty)}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>
            <w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>
            </w:body></w:document>
            """;
        const string Title = "<w:style w:type=\"paragraph\" w:styleId=\"a3\"><w:name w:val=\"Title\"/></w:style>";
        var styles = $"<w:styles xmlns:w=\"{Space}\">{Title}</w:styles>";
        var named = comments is null ? string.Empty : Part("comments");
        var related = comments is null ? string.Empty : Relationship("comments", "comments");
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", $"""
                <Types xmlns="{Package}/content-types"><Default Extension="xml" ContentType="application/xml"/>
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/word/document.xml" ContentType="{Main}.document.main+xml"/>{Part("styles")}{named}</Types>
                """);
            Write(archive, "_rels/.rels", Relationships(Relationship("officeDocument", "word/document")));
            Write(archive, "word/_rels/document.xml.rels", Relationships(Relationship("styles", "styles") + related));
            Write(archive, "word/document.xml", document);
            Write(archive, "word/styles.xml", styles);
            if (comments is not null)
            {
                Write(archive, "word/comments.xml", comments);
            }
        }

        return file.ToArray();
    }

    private static string Part(string name) => $"<Override PartName=\"/word/{name}.xml\" ContentType=\"{Main}.{name}+xml\"/>";

    private static string Relationships(string elements) => $"<Relationships xmlns=\"{Package}/relationships\">{elements}</Relationships>";

    private static string Relationship(string type, string target) =>
        $"<Relationship Id=\"rId_{type}\" Type=\"{Office}/{type}\" Target=\"{target}.xml\"/>";

    private static void Write(ZipArchive archive, string name, string content)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(content));
    }
}
