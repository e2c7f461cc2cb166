using System.Text;
using Validation.Engine.Documents;
using Validation.Engine.Documents.Html;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Documents.Html;

public sealed class HtmlReaderTests
{
    [Theory]
    [InlineData("<p>甲</p><p>乙</p>", "甲|乙")]
    [InlineData("甲<br>乙<br/><br>丙", "甲|乙|丙")]
    [InlineData("<div>甲<div>乙</div>丙</div>", "甲|乙|丙")]
    [InlineData("<p>甲 \n 乙\t\t丙 </p>\n", "甲 乙 丙")]
    [InlineData("<p>甲<b> 乙</b> <i>丙</i></p>", "甲 乙 丙")]
    [InlineData("<p>&nbsp;&nbsp;甲&nbsp;乙</p>", "  甲 乙")]
    [InlineData("<p>&emsp;甲&#x4E59;&lt;b&gt;</p>", "\u2003甲乙<b>")]
    [InlineData("<p><b>甲</b><font size=3>乙</font><u>丙</u><o:p>丁</o:p></p>", "甲乙丙丁")]
    [InlineData("<p></p><p>甲</p><p></p>", "|甲|")]
    [InlineData("<pre>\n甲\t乙\r\n\r\n  丙</pre>", "甲\t乙||  丙")]
    [InlineData("<xmp><td>1</td></xmp>", "<td>1</td>")]
    [InlineData("<h1>甲</h1>乙<hr>丙<dl><dt>丁<dd>戊</dl>", "甲|乙|丙|丁|戊")]
    [InlineData("<ruby>文<rp>(</rp><rt>wen</rt><rp>)</rp>章<rt>zhang</rt></ruby>", "文章")]
    [InlineData("<input value=甲><input type=hidden value=乙><input type=TEXT value=丙><input type=submit value=丁>", "甲丙")]
    [InlineData("<textarea>甲 乙</textarea>", "甲 乙")]
    [InlineData("<span style='display:block'>甲</span><p style='display:inline'>乙</p><p style='Display : Inline'>丙</p>", "甲|乙丙")]
    [InlineData("&lt;p&gt;规章&lt;/p&gt;", "<p>规章</p>")]
    public void Read_Elements_LinesOfThePage(string markup, string lines) => Lines(markup).ShouldBe(lines);

    [Theory]
    [InlineData("<script>document.write('乙')</script>")]
    [InlineData("<style>p { color: red }</style>")]
    [InlineData("<noscript>乙</noscript>")]
    [InlineData("<template><p>乙</p></template>")]
    [InlineData("<del>乙</del>")]
    [InlineData("<s>乙</s>")]
    [InlineData("<strike>乙</strike>")]
    [InlineData("<span style='color:red;Text-Decoration: underline line-through'>乙</span>")]
    [InlineData("<p style='text-decoration-line:line-through'>乙</p>")]
    [InlineData("<!-- <p>乙</p> -->")]
    [InlineData("<![if !supportLists]><![endif]>")]
    [InlineData("<select><option>乙</option></select>")]
    [InlineData("<button>乙</button>")]
    [InlineData("<xml><o:Author>乙</o:Author></xml>")]
    [InlineData("<p hidden>乙</p>")]
    [InlineData("<p style='color:red; DISPLAY: none !important'>乙</p>")]
    [InlineData("<p style='visibility:hidden'>乙</p>")]
    [InlineData("<span style='mso-hide:all'>乙</span>")]
    [InlineData("<p style='display:block;display:none'>乙</p>")]
    [InlineData("<svg><text>乙</text></svg>")]
    [InlineData("<img alt=乙 src=http://127.0.0.1:9/a.png>")]
    [InlineData("<iframe>乙</iframe>")]
    public void Read_NotToBeSeen_LeftOut(string markup) => Lines($"<p>甲</p>{markup}<p>丙</p>").ShouldBe("甲|丙");

    [Theory]
    [InlineData("5<sup>1</sup>2", "5¹2")]
    [InlineData("5<sup>[<b>12</b>a]</sup>", "5[¹²a]")]
    [InlineData("5<span style='font-size:9pt;vertical-align:super'>1</span>", "5¹")]
    [InlineData("5<sub>1</sub>", "51")]
    [InlineData("<s>12</s>15", "15")]
    [InlineData("<td style='text-decoration:line-through'>12&nbsp;<td>15", ";15")]
    public void Read_RaisedOrStruckText_NoPartOfTheNumber(string markup, string text) =>
        Lines($"<table><tr><td>甲{(markup.StartsWith("<td", StringComparison.Ordinal) ? null : "<td>")}{markup}</table>")
            .ShouldBe($"[甲;{text}]");

    [Fact]
    public void Read_StruckRow_CellsKeepTheirPlaces() =>
        Lines("<table><tr><td rowspan=2>甲<td>1<tr style='text-decoration:line-through'><td>2<tr><td>乙<td>3</table>")
            .ShouldBe("[甲;1]|[;]|[乙;3]");

    [Theory]
    [InlineData("<p style='mso-display:none'>乙</p>")]
    [InlineData("<p style='display:none;display:block'>乙</p>")]
    [InlineData("<p style='background:url(display)'>乙</p>")]
    [InlineData("<p style='text-decoration:line-through;text-decoration:none'>乙</p>")]
    public void Read_StyleThatOnlyLooksHidden_Kept(string markup) => Lines($"<p>甲</p>{markup}<p>丙</p>").ShouldBe("甲|乙|丙");

    [Theory]
    [InlineData("<ol><li>甲</li><li>乙</li></ol>", "1.甲|2.乙")]
    [InlineData("<ol start=3><li>甲<li value=7>乙<li>丙</ol>", "3.甲|7.乙|8.丙")]
    [InlineData("<ol type=a><li>甲<li type=I value=4>乙</ol>", "a.甲|IV.乙")]
    [InlineData("<ol reversed><li>甲<li>乙</ol>", "2.甲|1.乙")]
    [InlineData("<ol style='list-style-type:cjk-ideographic' start=9><li>甲<li>乙<li>丙</ol>", "九、甲|十、乙|十一、丙")]
    [InlineData("<ol style='list-style:none'><li>甲</ol>", "甲")]
    [InlineData("<ol><li><p>甲</p><p>乙</p><ul><li>丙</ul><li>丁</ol>", "1.甲|乙|丙|2.丁")]
    [InlineData("<ul><li>甲<li>乙</ul>", "甲|乙")]
    public void Read_Lists_NumbersAsABrowserPrintsThem(string markup, string lines) => Lines(markup).ShouldBe(lines);

    [Theory]
    [InlineData("<table><tr><td>甲</td><td>乙</td></tr><tr><th>丙</th><td>丁</td></tr></table>", "[甲;乙]|[丙;丁]")]
    [InlineData("<table><td>甲<td>乙</table>", "[甲;乙]")]
    [InlineData("<table><tr><td rowspan=2>甲<td>乙<tr><td>丙</table>", "[甲;乙]|[;丙]")]
    [InlineData("<table><tr><td colspan=2>甲<td>乙<tr><td>1<td>2<td>3</table>", "[甲;;乙]|[1;2;3]")]
    [InlineData("<table><tr><td rowspan=0>甲<td>乙<tr><td>丙<tbody><tr><td>丁<td>戊</table>", "[甲;乙]|[;丙]|[丁;戊]")]
    [InlineData("<table><tr><td rowspan=99999>甲<td>乙<tr><td>丙<tbody><tr><td>丁<td>戊</table>", "[甲;乙]|[;丙]|[丁;戊]")]
    [InlineData("<table><tr><td colspan=0>甲<td colspan=x>乙<td colspan=' 2px'>丙</table>", "[甲;乙;丙;]")]
    [InlineData("<table><tfoot><tr><td>丙<td>3</tfoot><thead><tr><td>甲<td>1</thead><tr><td>乙<td>2</table>", "[甲;1]|[乙;2]|[丙;3]")]
    [InlineData("<table><caption>表一</caption><tr><td>甲<td>1</table>", "表一|[甲;1]")]
    [InlineData("<table><tr><td>自<br>然<p>人</p></td><td><p>1</p><p>&nbsp;</p></td></tr></table>", "[自\n然\n人;1\n ]")]
    [InlineData("<table><tr><td>甲<tr hidden><td>乙<td>1<tr style='display:none'><td>丙<td>2</table>", "甲")]
    [InlineData("<table>甲<tr><td>乙<td>1</table>", "甲|[乙;1]")]
    [InlineData("<table><tr><td>甲<table><tr><td>乙<td>1</table>丙<td>丁</table>", "甲|[乙;1]|丙|丁")]
    [InlineData(
        "<div style='display:table'><div style='display:table-row'><b style='display:table-cell'>甲</b><i style='display:table-cell'>1</i>",
        "[甲;1]")]
    [InlineData("<table><form><tr><td>甲<td><input value=1></form></table>", "[甲;1]")]
    public void Read_Tables_RowsInTheirColumns(string markup, string lines) => Lines(markup).ShouldBe(lines);

    [Fact]
    public void Read_ManyColumnsSpanned_AsManyAsHtmlAllows() =>
        Read("<table><tr><td colspan=70000>甲<tr><td>乙<td>1</table>").Lines()[0].Text.ShouldBe("甲");

    [Fact]
    public void Read_Page_NumbersAndPathsOfPlaces()
    {
        var page = Read("<body><p>甲</p><div><h2 id=a>乙</h2><h2 id=b>丙<h2 id=b>丁</div><table><tr><td>1<td>2</table><o:p>戊</o:p></body>");

        var places = page.Lines().Select(paragraph => paragraph.Position.ToLocation()).ToList();

        places.Select(place => place.CssPath).ShouldBe(
        [
            "body > p:nth-child(1)", "#a", "body > div:nth-child(2) > h2:nth-child(2)", "body > div:nth-child(2) > h2:nth-child(3)",
            "body > table:nth-child(3) > tbody > tr > td:nth-child(1)", "body",
        ]);
        places[2].Paragraph.ShouldBe(3);
        (places[4] is { Paragraph: 4, Table: 1, TableRow: 1, TableCell: 1, Ordinal: > 0, Column: 1 }).ShouldBeTrue();
        page.Lines()[4].Cells![1].Position.ToLocation().TableCell.ShouldBe(2);
    }

    [Fact]
    public void Read_PicturesAlone_NoText() =>
        Should.Throw<UnreadableException>(() => Read("<html><body><img src=1.png><img src=2.png></body></html>"))
            .Reason.ShouldBe(Reason.NoText);

    [Fact]
    public void Read_NothingToBeSeen_EmptyDocument() =>
        Should.Throw<UnreadableException>(() => Read("<html><body><script>x</script></body></html>")).Reason.ShouldBe(Reason.EmptyDocument);

    [Fact]
    public void Read_BytesThatAreNoText_UndecodableText() =>
        Should.Throw<UnreadableException>(() => HtmlReader.Read([.. "<p>"u8, 0xFF, 0xFF, 0xFF], EngineLimits.Default, null, default))
            .Reason.ShouldBe(Reason.UndecodableText);

    [Fact]
    public void Read_Page_FormatNamesTheEncoding() =>
        HtmlReader.Read(Encoded.As("<p>政府信息公开</p>", "GB18030"), EngineLimits.Default, null, default).Format.ShouldBe("html; gb18030");

    [Fact]
    public void Read_CancelledToken_Throws()
    {
        var page = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<p>甲</p>", 100)));

        var canceled = new CancellationToken(canceled: true);

        Should.Throw<OperationCanceledException>(() => HtmlReader.Read(page, EngineLimits.Default, null, canceled));
    }

    private static Document Read(string markup) => HtmlReader.Read(Encoding.UTF8.GetBytes(markup), EngineLimits.Default, null, default);

    private static string Lines(string markup) => string.Join('|', Read(markup).Lines().Select(
        line => line.Cells is { } cells ? $"[{string.Join(';', cells.Select(cell => cell.Text))}]" : line.Text));
}
