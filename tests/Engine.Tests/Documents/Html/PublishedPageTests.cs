using System.Text;
using AngleSharp.Html.Parser;
using Validation.Engine.Documents;
using Validation.Engine.Reports;
using Validation.Engine.Tests.Support;
using Validation.Template;
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
        var read = new DocumentReader(EngineLimits.Default).Read(content);
        return ReportParser.Parse(read.Document.ShouldNotBeNull($"{read.Reason}")).Report;
    }
}
