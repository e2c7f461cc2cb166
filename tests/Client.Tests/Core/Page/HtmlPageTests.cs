using System.Globalization;
using AngleSharp.Html.Dom;
using Validation.Client.Connection;
using Validation.Client.Page;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Core.Page;

public sealed class HtmlPageTests
{
    [Fact]
    public void Drafts_Several_AreListedAndThenShown()
    {
        var wrong = Outcomes.Of(Outcomes.Reply(Verdict.Reject, Outcomes.Balance(), Outcomes.Heading()), "a/错.docx");
        var good = Outcomes.Of(Outcomes.Reply(Verdict.Accept), "好.docx");
        var page = Page(4, left: 0, wrong, good, Outcomes.Of(Outcomes.NotAReport(), "通知.docx"), Outcomes.Missing("b/没有.docx"));

        page.Title.ShouldBe("校验结果（4 份） - 年报校验");
        page.Words("nav h2").ShouldBe("共 4 份：通过 1 份，须修改 1 份，未能判定 1 份，未能检查 1 份。");
        page.QuerySelectorAll("nav tbody tr").Select(row => row.Words()).ShouldBe(
        [
            "1a/错.docx有错误，须修改错误 1 处，提示 1 处",
            "2好.docx通过",
            "3通知.docx未能判定这份文件不是政府信息公开工作年度报告。",
            "4b/没有.docx未能检查找不到这个文件，请核对文件名和所在文件夹。",
        ]);
        page.QuerySelectorAll("nav tbody a").Select(link => link.GetAttribute("href")).ShouldBe(["#d1", "#d2", "#d3", "#d4"]);
        page.QuerySelectorAll("article").Select(article => article.Id).ShouldBe(["d1", "d2", "d3", "d4"]);
        page.QuerySelectorAll("article h2").Select(name => name.Words())
            .ShouldBe(["错.docx", "好.docx", "通知.docx", "没有.docx"]);
    }

    [Fact]
    public void Links_OfSeveralDrafts_LeadToTheirOwnParts()
    {
        var page = Page(drafts: 2, left: 0, CheckedSample.Of("qinhuangdao-2024"), CheckedSample.Of("qinhuangdao-2024"));

        page.QuerySelectorAll("[id]").Select(element => element.Id).ShouldBeUnique();
        foreach (var article in page.QuerySelectorAll("article"))
        {
            var links = article.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..])
                .Where(name => name != "index").ToList();
            links.Count.ShouldBeGreaterThan(100);
            links.ShouldAllBe(name => article.QuerySelector($"[id='{name}']") != null);
        }
    }

    [Fact]
    public void Draft_Added_IsWrittenAtOnce()
    {
        using var output = new StringWriter();
        var page = new HtmlPage(output, drafts: 2);
        output.ToString().ShouldBeEmpty();

        page.Add(Outcomes.Missing("一.docx"), ParsedPage.CheckedAt);
        output.ToString().ShouldContain("<h2>一.docx</h2>");
        output.ToString().TrimEnd().ShouldEndWith("</article>");

        page.Add(Outcomes.Missing("二.docx"), ParsedPage.CheckedAt);
        page.End();
        ParsedPage.Parse(output.ToString()).QuerySelectorAll("article").Length.ShouldBe(2);
    }

    [Fact]
    public void Run_Interrupted_IsToldInTheList()
    {
        var page = Page(drafts: 9, left: 8, CheckedSample.Of("xingtai-2024"));

        page.Words("nav .interrupted").ShouldBe("已中断，还有 8 份没有检查。");
        page.QuerySelectorAll("nav tbody tr").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void Run_InterruptedBeforeAnything_IsAPageAllTheSame(int drafts)
    {
        var page = Page(drafts, left: drafts);

        page.QuerySelectorAll("article").ShouldBeEmpty();
        page.Words("nav").ShouldBe(string.Create(CultureInfo.InvariantCulture, $"共 0 份：通过 0 份，须修改 0 份。 已中断，还有 {drafts} 份没有检查。"));
    }

    [Fact]
    public void Draft_Alone_HasNoList() => Page(drafts: 1, left: 0, Outcomes.Missing()).QuerySelectorAll("nav").ShouldBeEmpty();

    [Fact]
    public void Drafts_VeryMany_HaveTablesOnlyWhereSomethingWasFound()
    {
        var clean = CheckedSample.Of("xingtai-2024").Reply!;
        clean.Findings.Clear();
        var outcomes = Enumerable.Repeat(Outcomes.Of(clean, "好.txt"), 21).Append(CheckedSample.Of("qinhuangdao-2024")).ToArray();

        var page = Page(outcomes.Length, left: 0, outcomes);

        page.QuerySelectorAll("article").Length.ShouldBe(22);
        page.QuerySelectorAll("article .tables").ShouldHaveSingleItem().ParentElement!.Id.ShouldBe("d22");
    }

    private static IHtmlDocument Page(int drafts, int left, params CheckOutcome[] outcomes)
    {
        using var output = new StringWriter();
        var page = new HtmlPage(output, drafts);
        foreach (var outcome in outcomes)
        {
            page.Add(outcome, ParsedPage.CheckedAt);
        }

        page.End(left);
        return ParsedPage.Parse(output.ToString());
    }
}
