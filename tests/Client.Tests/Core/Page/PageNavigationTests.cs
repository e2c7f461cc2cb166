using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Monitor;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Core.Page;

/// <summary>From the verdict to the finding, and from the finding to the place in the draft.</summary>
public sealed class PageNavigationTests
{
    [Fact]
    public void Errors_ThatCount_AreLinkedFromTheBand()
    {
        var accepted = Outcomes.Balance();
        accepted.Accepted = new Accepted { Author = "张三", Reason = "已核对" };
        var page = ParsedPage.Of(Outcomes.Of(Outcomes.Reply(
            Verdict.Reject, Outcomes.MissingPeriod(), Outcomes.Balance(), accepted, Outcomes.Heading())));

        var link = page.QuerySelectorAll(".verdict .errors a").ShouldHaveSingleItem();
        link.Words().ShouldBe("错误 2：收办平衡（三、收到和处理政府信息公开申请情况，“自然人”一列，第 50 行）");
        link.GetAttribute("href").ShouldBe("#d1-f2");
    }

    [Fact]
    public void Errors_VeryMany_AreCounted()
    {
        var page = ParsedPage.Of(Outcomes.Of(Outcomes.Reply(
            Verdict.Reject, [.. Enumerable.Range(0, 23).Select(_ => Outcomes.Balance())])));

        page.QuerySelectorAll(".errors a").Length.ShouldBe(20);
        page.Words(".errors > p:last-child").ShouldBe("另有 3 处错误，列在后面。");
    }

    [Fact]
    public void Errors_OfADraftWithoutOne_HaveNoList() =>
        ParsedPage.Of(Outcomes.Of(Outcomes.Reply(Verdict.Accept, Outcomes.MissingPeriod()))).QuerySelectorAll(".errors").ShouldBeEmpty();

    [Fact]
    public void Finding_WithASuspectCell_BeginsWithItAndTheMend()
    {
        var page = ParsedPage.Of(CheckedSample.Of("jiyuan-2024", ("(七) 总计\t1\t0", "(七) 总计\t7\t0")));

        var item = page.QuerySelectorAll("li.finding").First(item => item.Words(".rule") == "规则 t3-balance");
        item.Children[1].Words().ShouldBe("很可能“（七）总计”的“自然人”应为 1。");
        item.Words(".find").ShouldStartWith("在文档中查找：");
    }

    [Fact]
    public void Finding_WithChangesOfCellsThatAreNotSuspect_SaysSoMoreCarefully()
    {
        var page = ParsedPage.Of(CheckedSample.Of("qinhuangdao-2024"));

        page.QuerySelectorAll("li.finding .lead").Select(lead => lead.Words())
            .ShouldContain("可能是“一、本年新收政府信息公开申请数量”的“自然人”应为 34，“一、本年新收政府信息公开申请数量”的“总计”应为 34。");
    }

    [Fact]
    public void Finding_WithAChangeOfAnUnknownCell_BeginsWithItsMessage() =>
        ParsedPage.Of(Outcomes.Of(Outcomes.Reply(Verdict.Reject, Outcomes.Balance()))).QuerySelectorAll(".lead").ShouldBeEmpty();

    [Fact]
    public void Draft_InMemory_IsOpenedWhereTheMonitorFoundIt()
    {
        using var folder = new TestFolder();
        var outcome = CheckOutcome.Answered(Draft.FromBytes("年报.docx", default), Outcomes.Reply(Verdict.Accept));

        var file = new ReportFolder(folder.Path).TryWrite(@"D:\草稿\年报 1.docx", outcome, ParsedPage.CheckedAt, null);

        var page = ParsedPage.Parse(File.ReadAllText(file!));
        page.Words(".open a").ShouldBe("打开文件");
        page.QuerySelector(".open a")!.GetAttribute("href")!.ShouldBe("file:///D:/%E8%8D%89%E7%A8%BF/%E5%B9%B4%E6%8A%A5%201.docx");
        page.Words(".path").ShouldBe(@"D:\草稿\年报 1.docx");
    }

    [Fact]
    public void Draft_InMemoryAlone_HasNoFileToOpen() =>
        ParsedPage.Of(CheckOutcome.Answered(Draft.FromBytes("年报.docx", default), Outcomes.Reply(Verdict.Accept)))
            .QuerySelectorAll(".open").ShouldBeEmpty();

    [Fact]
    public void Links_ThatShowANumber_SayWhatItIs()
    {
        var links = ParsedPage.Of(CheckedSample.Of("qinhuangdao-2024")).QuerySelectorAll("a.ref").ToList();

        links.ShouldNotBeEmpty();
        links.ShouldAllBe(link => link.GetAttribute("aria-label")!.StartsWith($"问题 {link.TextContent}（"));
    }

    [Fact]
    public void Regions_ThatScroll_AreNamedAndCanBeFocused()
    {
        var regions = ParsedPage.Of(CheckedSample.Of("qinhuangdao-2024")).QuerySelectorAll(".scroll").ToList();

        regions.Select(region => region.GetAttribute("aria-label")).ShouldBe(["表二", "表三", "表四"]);
        regions.ShouldAllBe(region => region.GetAttribute("role") == "region" && region.GetAttribute("tabindex") == "0");
    }
}
