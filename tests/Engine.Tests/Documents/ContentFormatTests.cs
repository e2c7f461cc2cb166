using System.Text;
using Validation.Engine.Documents;

namespace Validation.Engine.Tests.Documents;

public sealed class ContentFormatTests
{
    public static TheoryData<string, string> Formats() => new()
    {
        { "89504E470D0A1A0A0000000D49484452", Texts.Formats.Png },
        { "FFD8FFE000104A464946", Texts.Formats.Jpeg },
        { "474946383961", Texts.Formats.Gif },
        { "424D3E000000000000003E00000028000000", Texts.Formats.Bitmap },
        { "49492A0008000000", Texts.Formats.Tiff },
        { "4D4D002A00000008", Texts.Formats.Tiff },
        { "52494646E4020000574156456D", Texts.Formats.Media },
        { "255044462D312E370A", Texts.Formats.Pdf },
        { "504B03041400060008000000", Texts.Formats.Zip },
        { "D0CF11E0A1B11AE10000", Texts.Formats.CompoundFile },
        { "7B5C727466315C616E7369", Texts.Formats.Rtf },
        { "526172211A0700", Texts.Formats.Archive },
        { "377ABCAF271C", Texts.Formats.Archive },
        { "1F8B0800000000000003", Texts.Formats.Archive },
        { "7F454C460201010000", Texts.Formats.Program },
        { "4D5A90000300000004", Texts.Formats.Program },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void Detect_FirstBytesOfFormat_ItsName(string bytes, string name) =>
        ContentFormat.Detect(Convert.FromHexString(bytes)).Name.ShouldBe(name);

    [Theory]
    [InlineData("\uFEFF%PDF-1.7", 3)]
    [InlineData("\r\n\r\n%PDF-1.4", 4)]
    [InlineData("\uFEFF\n%PDF-1.4", 4)]
    public void Detect_MarkOrLineBreaksBeforePdf_PdfBehindThem(string content, int start) =>
        ContentFormat.Detect(Encoding.UTF8.GetBytes(content)).ShouldBe(new FoundFormat(ContentKind.Pdf, Texts.Formats.Pdf, start));

    [Fact]
    public void Detect_TextThatSpeaksOfPdf_Text() =>
        ContentFormat.Detect("文件以 %PDF-1.7 开头"u8).Kind.ShouldBe(ContentKind.Text);

    [Theory]
    [InlineData("<?xml version=\"1.0\"?>", Texts.Formats.Xml)]
    [InlineData("\uFEFF<?xml version=\"1.0\"?>", Texts.Formats.Xml)]
    [InlineData("<!DOCTYPE html><html>", Texts.Formats.Html)]
    [InlineData("\r\n  <HTML lang=zh>", Texts.Formats.Html)]
    [InlineData("<table><tr><td>规章</td>", Texts.Formats.Html)]
    [InlineData("<meta charset=utf-8>", Texts.Formats.Html)]
    [InlineData("<?xml version=\"1.0\"?>\n<!-- a > b -->\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0//EN\">", Texts.Formats.Html)]
    [InlineData("\uFEFF<!-- saved from url=(0014)about:internet -->\r\n<html>", Texts.Formats.Html)]
    [InlineData("<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">", Texts.Formats.Html)]
    [InlineData("<p>规章", Texts.Formats.Html)]
    [InlineData("<P class=MsoNormal>规章", Texts.Formats.Html)]
    [InlineData("<span>规章</span>", Texts.Formats.Html)]
    [InlineData("<br/>规章", Texts.Formats.Html)]
    [InlineData("某某县水利局<br>2024年<p>本报告</p><p>规章</p>", Texts.Formats.Html)]
    [InlineData("某某县水利局<p>本报告<p>规章<p>", Texts.Formats.Html)]
    [InlineData("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument>", Texts.Formats.Xml)]
    [InlineData("From: <Saved by WPS>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html>", Texts.Formats.WebArchive)]
    public void Detect_Markup_ItsName(string text, string name) =>
        ContentFormat.Detect(Encoding.UTF8.GetBytes(text)).Name.ShouldBe(name);

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("BMW 集团信息公开年度报告，本报告由某某编制，共六部分。")]
    [InlineData("<2024年>政府信息公开工作年度报告")]
    [InlineData("MZ 镇人民政府")]
    [InlineData("报告<2024年>：增长率 < 5%，a<b，<，</>，<<")]
    [InlineData("| 自然<br>人 | 商业<br>企业 |\n|---|---|\n| 1 | 2 |")]
    [InlineData("网页中的<p>标签不是正文，<table>也不是。")]
    [InlineData("<年度报告>的<p")]
    [InlineData("<pp>1</pp><divx>2</divx><tables>3</tables>")]
    [InlineData("<!-- 没有结束")]
    [InlineData("&lt;table&gt;&lt;tr&gt;&lt;td&gt;规章&lt;/td&gt;&lt;/tr&gt;")]
    [InlineData("MIME-Version: 1.0")]
    [InlineData("II 总体情况")]
    [InlineData("%PD")]
    [InlineData("PK")]
    [InlineData("{ \"year\": 2024 }")]
    [InlineData("某某区人民政府2024年政府信息公开工作年度报告")]
    public void Detect_PlainText_Text(string text) =>
        ContentFormat.Detect(Encoding.UTF8.GetBytes(text)).Kind.ShouldBe(ContentKind.Text);

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("GB18030", false)]
    public void Detect_PageInEncoding_Html(string encoding, bool hasMark) =>
        ContentFormat.Detect(Support.Encoded.As("<html><body>规章</body></html>", encoding, hasMark)).Kind.ShouldBe(ContentKind.Html);
}
