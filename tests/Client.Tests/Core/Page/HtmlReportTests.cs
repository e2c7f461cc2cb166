using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Monitor;
using Validation.Client.Tests.Support;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Client.Tests.Core.Page;

public sealed class HtmlReportTests
{
    public static TheoryData<string> Samples => CheckedSample.Names;

    public static TheoryData<Reason> Reasons => [.. Enum.GetValues<Reason>()];

    public static TheoryData<FailureKind> Failures => [.. Enum.GetValues<FailureKind>()];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Findings_OfSample_StandInTheirOrderWithAllThatIsKnown(string name)
    {
        var outcome = CheckedSample.Of(name);
        var items = ParsedPage.Of(outcome).QuerySelectorAll(".findings > ol > li").ToList();

        items.Count.ShouldBe(outcome.Reply!.Findings.Count);
        foreach (var (item, finding) in items.Zip(outcome.Reply.Findings))
        {
            item.Id.ShouldBe(string.Create(CultureInfo.InvariantCulture, $"d1-f{items.IndexOf(item) + 1}"));
            item.Words(".weight").ShouldBe(FindingWords.Name(finding.Severity));
            item.Words(".title").ShouldBe(finding.Title);
            item.Words(".message").ShouldBe(finding.Message);
            item.QuerySelectorAll(".mend").Select(mend => mend.Words()).ShouldBe(
                finding.Suggestions.Select((suggestion, i) => FindingWords.Suggestion(i) + suggestion.Text));
            item.Words(".origin").ShouldContain(finding.Basis);
            item.Words(".rule").ShouldBe($"规则 {finding.RuleId}");
            (item.QuerySelector(".place")?.Words() ?? string.Empty).ShouldBe(PlaceWords.Of(finding));
        }
    }

    [Fact]
    public void Finding_OnProseAndCells_QuotesTheSentenceWithItsWordsMarked()
    {
        var finding = Outcomes.Balance();
        finding.Location = new Location { Line = 7, Column = 3 };
        var reply = Outcomes.Reply(Verdict.Reject, finding, Outcomes.Heading());
        reply.Report = new Report
        {
            Claims =
            {
                new Claim { Text = "别处2件", Sentence = "别处2件。", Location = new Location { Line = 6, Column = 3 } },
                new Claim { Text = "收到申请13件", Sentence = "全年收到申请13件，均已答复。", Location = finding.Location.Clone() },
            },
        };

        var page = ParsedPage.Of(Outcomes.Of(reply));

        page.QuerySelectorAll(".quote").ShouldHaveSingleItem().Words().ShouldBe("正文：“全年收到申请13件，均已答复。”");
        page.Words(".finding .quote mark").ShouldBe("收到申请13件");
        var link = page.QuerySelector(".quote a")!.GetAttribute("href")!;
        page.QuerySelector($"td[id='{link[1..]}']").ShouldNotBeNull().ClassList.ShouldContain("marked");
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Links_OnThePage_LeadToItsOwnParts(string name)
    {
        var page = ParsedPage.Of(CheckedSample.Of(name));

        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        ids.ShouldBeUnique();
        var links = page.QuerySelectorAll("[href]").Where(link => !link.ParentElement!.ClassList.Contains("open")).ToList();
        links.Count.ShouldBeGreaterThanOrEqualTo(page.QuerySelectorAll("td.marked").Length);
        links.ShouldAllBe(link => link.LocalName == "a" && link.GetAttribute("href")!.StartsWith('#'));
        links.ShouldAllBe(link => ids.Contains(link.GetAttribute("href")!.Substring(1)));
        page.QuerySelectorAll(".open a").ShouldHaveSingleItem().GetAttribute("href")!
            .ShouldBe(new Uri(Path.GetFullPath(name + ".txt")).AbsoluteUri);
    }

    [Fact]
    public void Cells_OfAFinding_LeadToTheirPlacesInTheTables()
    {
        var page = ParsedPage.Of(CheckedSample.Of("qinhuangdao-2024"));

        var cells = Finding(page, "t3-balance").QuerySelectorAll(".cells li");
        cells.Select(cell => cell.Words()).ShouldContain("“（七）总计”的“自然人”：34（第 329 行）");
        cells.Select(cell => page.QuerySelector($"[id='{cell.QuerySelector("a")!.GetAttribute("href")![1..]}'] .value")!.TextContent)
            .ShouldBe(["29", "2", "34", "2"]);
    }

    [Fact]
    public void Cells_TooManyToList_NameTheSuspectOne()
    {
        var page = ParsedPage.Of(CheckedSample.Of("jiyuan-2024", ("(七) 总计\t1\t0", "(七) 总计\t7\t0")));

        var lines = Finding(page, "t3-row-total").QuerySelectorAll(".cells li").Select(line => line.Words()).ToList();
        lines.ShouldBe(["共 7 格：（七）总计（7 格），第 74 行", "“（七）总计”的“自然人”：7（第 74 行） 很可能是这一格错了"]);
    }

    [Fact]
    public void Verdicts_OfAllKinds_AreToldByWordsAndSigns()
    {
        Band(Outcomes.Of(Outcomes.Reply(Verdict.Accept))).ShouldBe("✓通过 没有发现问题。 校验时间：2026年11月20日 09:05:07");
        Band(Outcomes.Of(Outcomes.Reply(Verdict.Accept, Outcomes.Heading()))).ShouldStartWith("✓通过 提示 1 处 ");
        Band(Outcomes.Of(Outcomes.Reply(Verdict.Reject, Outcomes.Balance()))).ShouldStartWith("✗有错误，须修改 错误 1 处 ");
        Band(Outcomes.Of(Outcomes.NotAReport())).ShouldStartWith("？未能判定 这份文件不是政府信息公开工作年度报告。 ");
        Band(Outcomes.Missing()).ShouldStartWith("－未能检查 找不到这个文件，请核对文件名和所在文件夹。 ");
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Draft_NotDecidedWithoutReport_SaysWhatToDo(Reason reason)
    {
        var page = ParsedPage.Of(Outcomes.Of(new ValidateReply { Reason = reason, ReasonText = "原因" }));

        page.QuerySelectorAll(".advice li").ShouldNotBeEmpty();
        page.Words(".reason").ShouldBe("原因");
        page.QuerySelectorAll("table").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void Draft_NotChecked_SaysWhatToDo(FailureKind kind)
    {
        var page = ParsedPage.Of(CheckOutcome.Failed(Draft.FromFile("a/年报.docx"), new CheckFailure(kind, "没有应答。")));

        page.Title.ShouldBe("未能检查：年报.docx - 年报校验");
        page.Words("h2").ShouldBe("年报.docx");
        page.Words(".path").ShouldBe("a/年报.docx");
        page.Words(".reason").ShouldBe("没有应答。");
        page.QuerySelectorAll(".advice li").ShouldNotBeEmpty();
        page.QuerySelectorAll("table, .provenance").ShouldBeEmpty();
    }

    [Fact]
    public void Draft_Decided_NeedsNoAdvice() =>
        ParsedPage.Of(Outcomes.Of(Outcomes.Reply(Verdict.Reject, Outcomes.Balance()))).QuerySelectorAll(".advice").ShouldBeEmpty();

    [Fact]
    public void Provenance_OfReply_IsThere()
    {
        var words = ParsedPage.Of(CheckedSample.Of("xushui-2024")).Words(".provenance");

        words.ShouldContain("年报标题 保定市徐水区");
        words.ShouldContain("年度 2024 年");
        words.ShouldContain("文件格式 txt; utf-8");
        words.ShouldMatch("规则版本 [0-9.]+ 引擎版本 [0-9.]+ ");
        words.ShouldMatch("SHA-256） [0-9a-f]{64} 校验用时 [0-9.]+ 毫秒");
    }

    [Fact]
    public void Twin_OfAFinding_IsQuotedWithItsReport()
    {
        var page = ParsedPage.Of(Outcomes.Of(Outcomes.Compared()));

        page.Words("li.finding .twin").ShouldBe("“2023年年报.docx”第 4 段的原文：全年公开信息 8 条。");
        page.Words(".provenance").ShouldContain("上年报告 与上年报告“2023年年报.docx”比较");
    }

    [Fact]
    public void Rules_NotEvaluated_AreOneLineAtTheEnd()
    {
        var page = ParsedPage.Of(Outcomes.Of(Outcomes.Waiting(Outcomes.Reply(Verdict.Accept))));

        page.Words(".provenance > .note").ShouldBe("本次没有检查的规则 3 条：n3-yoy、x-carry（缺上年报告）；t4-pair（只适用于 2024 年起的报告）。");
        page.QuerySelectorAll("li.finding").ShouldBeEmpty();
        ParsedPage.Of(Outcomes.Of(Outcomes.Reply(Verdict.Accept))).QuerySelectorAll(".provenance .note").ShouldBeEmpty();
    }

    [Fact]
    public void Tally_OfAPage_IsThatOfTheTextAndTheNotification()
    {
        var outcome = CheckedSample.Of("qinhuangdao-2024");
        var tally = Tally.Of(outcome.Reply!.Findings).Text;

        ParsedPage.Of(outcome).Words(".tally").ShouldBe(tally);
        ParsedPage.Of(outcome).Words(".findings h3").ShouldBe($"发现的问题（{outcome.Reply.Findings.Count} 处）");
        MonitorTexts.Summary(outcome.Reply, Tally.Of(outcome.Reply.Findings)).ShouldBe($"有错误，须修改（{tally}）");
    }

    [Fact]
    public void Finding_NewSinceTheLastCheck_IsMarked()
    {
        var outcome = Outcomes.Of(Outcomes.Reply(Verdict.Reject, Outcomes.Balance(), Outcomes.MissingPeriod()));

        var page = ParsedPage.Of(outcome, Outcomes.MissingPeriod().Fingerprint, "ffffffffffffffff");

        page.QuerySelectorAll(".fresh").ShouldHaveSingleItem().ParentElement!.Words().ShouldBe("2 警告 统计期限 新");
    }

    [Fact]
    public void Finding_OnTrial_SaysSo()
    {
        var finding = Outcomes.Heading();
        (finding.Trial, finding.RuleSeverity) = (true, Level.Error);

        ParsedPage.Of(Outcomes.Of(Outcomes.Reply(Verdict.Accept, finding))).Words("h4").ShouldBe("1 提示 标题用语 试行，规则为错误");
    }

    [Fact]
    public void Finding_WithoutSuggestion_SaysWhatIsExpected() =>
        ParsedPage.Of(Outcomes.Of(Outcomes.Reply(Verdict.Accept, Outcomes.Heading())))
            .Words(".expectation").ShouldBe("应为“总体情况”，现为“总体公开情况”。");

    [Fact]
    public void Rules_ThatFailed_AreTold()
    {
        var reply = new ValidateReply { Reason = Reason.RuleFailed, RuleFailures = { new RuleFailure { RuleId = "x", Message = "超出时间" } } };

        ParsedPage.Of(Outcomes.Of(reply)).Words(".failures li").ShouldBe("规则 x 没能执行，这不是稿件的问题：超出时间");
    }

    [Fact]
    public void Rules_ThatFailedBesideAVerdict_AreToldWithTheirWeight()
    {
        var failure = new RuleFailure { RuleId = "x", Message = "超出时间", Severity = Level.Warning };
        var reply = Outcomes.Reply(Verdict.Accept);
        reply.RuleFailures.Add(failure);

        var page = ParsedPage.Of(Outcomes.Of(reply));

        page.Words(".failures li").ShouldBe("规则 x 没能执行，级别为警告，不影响结论，这不是稿件的问题：超出时间");
        page.Words(".verdict").ShouldContain("另有 1 条规则没能执行，列在后面");
    }

    [Fact]
    public void Policy_OfThePage_AllowsItsStyleSheetAndNothingElse()
    {
        var page = ParsedPage.Of(CheckedSample.Of("xushui-2024"));

        var style = page.QuerySelectorAll("style").ShouldHaveSingleItem().TextContent;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")
            .ShouldBe($"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'");
        style.ShouldNotContain("url(");
        style.ShouldNotContain("@import");
        page.QuerySelectorAll("script, link, img, iframe, object, form, [style], [src]").ShouldBeEmpty();
    }

    [Fact]
    public void Page_OfADraft_SpeaksChineseAndIsInOrder()
    {
        var page = ParsedPage.Of(CheckedSample.Of("qinhuangdao-2024"));

        page.DocumentElement.GetAttribute("lang").ShouldBe("zh-CN");
        page.Title.ShouldBe("有错误，须修改：qinhuangdao-2024.txt - 年报校验");
        page.QuerySelectorAll("h1, h2, h3").Select(heading => heading.LocalName).ShouldBe(["h1", "h2", "h3", "h3", "h3", "h3"]);
        page.QuerySelectorAll("th").ShouldAllBe(label => label.HasAttribute("scope"));
    }

    /// <summary>The first finding of a rule.</summary>
    private static IElement Finding(IHtmlDocument page, string rule) =>
        page.QuerySelectorAll("li.finding").First(item => item.Words(".rule") == $"规则 {rule}");

    private static string Band(CheckOutcome outcome) => ParsedPage.Of(outcome).Words(".verdict");
}
