using System.Text;
using AngleSharp.Html.Parser;
using Validation.Engine.Documents;
using Validation.Engine.Reports;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;

namespace Validation.Engine.Tests.Documents.Html;

public sealed class PublishedPageTests
{
    public static TheoryData<string> Pages() => [.. PublishedPages.All.Keys];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Parse_PublishedPage_TheReportAndNothingElse(string name) =>
        PublishedReport.ShouldBeWhole(Read(Encoding.UTF8.GetBytes(PublishedPages.All[name])));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Parse_PublishedPageInGb18030_TheReportAndNothingElse(string name) =>
        PublishedReport.ShouldBeWhole(Read(Encoded.As(PublishedPages.All[name], "GB18030")));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Parse_PublishedPage_PathsLeadToTheCells(string name)
    {
        var report = Read(Encoding.UTF8.GetBytes(PublishedPages.All[name]));
        var page = new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument(PublishedPages.All[name]);

        foreach (var cell in ReportTemplate.Cells.Values)
        {
            var place = cell.Of(report).Location;
            var element = page.QuerySelectorAll(place.CssPath).ShouldHaveSingleItem(place.CssPath);
            var text = element.QuerySelector("input")?.GetAttribute("value") ?? element.TextContent;
            string.Concat(text.Where(character => !char.IsWhiteSpace(character))).ShouldBe(PublishedReport.ValueOf(cell));
            (place is { Table: > 0, TableRow: > 0, TableCell: > 0, Ordinal: > 0 }).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Parse_ArticleTwice_ReadOnce(bool hasTitleAgain)
    {
        var report = new PublishedReport();
        var copy = hasTitleAgain ? report.Write() : report.Body();

        PublishedReport.ShouldBeWhole(Read(Encoding.UTF8.GetBytes($"<div>{report.Write()}</div><div class=\"m\">{copy}</div>")));
    }

    [Fact]
    public void Parse_AttachmentsBehindTheArticle_Kept()
    {
        var page = PublishedPages.System(new PublishedReport(), "<div>附件：<a href=\"a.docx\">年报统计表.docx</a></div>");

        var report = Read(Encoding.UTF8.GetBytes(page));

        report.Sections[5].Text.ShouldBe("2024年未收取信息处理费。\n附件：年报统计表.docx");
    }

    [Fact]
    public void Parse_SignatureBehindTheLastSection_Kept()
    {
        var article = new PublishedReport().Body() + "<p>某某县水利局</p><p>2025年1月17日</p>";
        var page = PublishedPages.System(new PublishedReport()).Replace(new PublishedReport().Body(), article, StringComparison.Ordinal);

        Read(Encoding.UTF8.GetBytes(page)).Sections[5].Text.ShouldEndWith("某某县水利局\n2025年1月17日");
    }

    [Theory]
    [InlineData("（一）办理“我为政府网站找错”留言3条，按时办结。")]
    [InlineData("（一）“我为政府网站找错”情况")]
    [InlineData("相关信息可在某某县人民政府网站查询。")]
    [InlineData("相关信息见本机关网站")]
    [InlineData("联系我们可拨打本机关电话；")]
    [InlineData("（一）完成网站ICP备案信息更新，规范网站标识码。")]
    [InlineData("网站由某某公司提供技术支持：全年运行平稳。")]
    public void Parse_SentenceAboutTheWebSite_EndsNothing(string line)
    {
        var article = new PublishedReport().Body() + $"<p>{line}</p><p>（二）2024年收取信息处理费380元。</p>";
        var page = PublishedPages.System(new PublishedReport()).Replace(new PublishedReport().Body(), article, StringComparison.Ordinal);

        Read(Encoding.UTF8.GetBytes(page)).Sections[5].Text
            .ShouldBe($"2024年未收取信息处理费。\n{line}\n（二）2024年收取信息处理费380元。");
    }

    [Theory]
    [InlineData("上一篇：某某县2023年报告")]
    [InlineData("相关信息")]
    [InlineData("【相关链接】")]
    [InlineData("网站地图 | 联系我们 | 隐私声明")]
    [InlineData("联系我们：0311-0000000")]
    [InlineData("政府网站找错")]
    [InlineData("版权所有：某某县人民政府。")]
    [InlineData("冀ICP备05000000号，技术支持某某公司。")]
    [InlineData("冀公网安备 13000000000001号。")]
    [InlineData("主办：某某县人民政府")]
    public void Parse_FurnitureBehindTheArticle_EndsIt(string line)
    {
        var page = $"<body>{new PublishedReport().Write()}<p>{line}</p><p>本站由某某县人民政府主办。</p></body>";

        Read(Encoding.UTF8.GetBytes(page)).Sections[5].Text.ShouldBe("2024年未收取信息处理费。");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(30)]
    public void Parse_LongRemarkBesideNumbers_RowIsRead(int documents)
    {
        var remark = $"<td>{string.Concat(Enumerable.Repeat("《某某县取水许可管理办法》、", documents))}</td>";
        var report = new PublishedReport
        {
            Row = cells => $"<tr>{cells}{(cells.Contains("行政规范性文件", StringComparison.Ordinal) ? remark
                : cells.Contains("制发件数", StringComparison.Ordinal) ? "<td>备注</td>"
                : cells.Contains(">规章<", StringComparison.Ordinal) ? "<td></td>" : null)}</tr>",
        };

        PublishedReport.ShouldBeWhole(Read(Encoding.UTF8.GetBytes(report.Write())));
    }

    [Fact]
    public void Parse_NumberRaisedOrStruckOut_InvalidOrLeftOut()
    {
        var (raised, struck) = (ReportTemplate.Cells.Values.First(), ReportTemplate.Cells.Values.ElementAt(1));
        var report = new PublishedReport
        {
            Cell = text => text == PublishedReport.ValueOf(raised) ? text + "<sup>1</sup>"
                : text == PublishedReport.ValueOf(struck) ? "<s>12</s>" + text : text,
        };

        var read = Read(Encoding.UTF8.GetBytes(report.Write()));

        raised.Of(read).State.ShouldBe(Cell.Types.State.Invalid);
        struck.Of(read).Text.ShouldBe(PublishedReport.ValueOf(struck));
    }

    private static Report Read(byte[] content)
    {
        var read = new DocumentReader(EngineLimits.Default, isSought: PageSurroundings.HoldReport).Read(content);
        return ReportParser.Parse(read.Document.ShouldNotBeNull($"{read.Reason}")).Report;
    }
}
