using AngleSharp.Html.Dom;
using Validation.Client.Drafts;
using Validation.Client.Monitor;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Core.Monitor;

/// <summary>The page of all drafts.</summary>
public sealed class DraftsPageTests
{
    [Fact]
    public void Drafts_OfEveryKind_AreGroupedWithTheProblemsFirst()
    {
        var page = Parse(
            Row("好.docx", Verdict.Accept),
            Row("新.docx", null) with { Draft = new KnownDraft("/年报/新.docx") { Waits = "校验服务没有应答，恢复后检查" } },
            Row("错.docx", Verdict.Reject, counted: true),
            new DraftRow(new KnownDraft("/年报/旧.docx")),
            Row("疑.docx", Verdict.NotDecided, counted: true),
            Row("早.docx", Verdict.Reject));

        page.QuerySelectorAll("h2").Select(heading => heading.Words())
            .ShouldBe(["须修改或未能判定（2 份）", "等待检查或没有检查过（2 份）", "其余（2 份）"]);
        page.QuerySelectorAll("tbody tr").Select(row => $"{row.Words("th strong")} {row.Words(".state")}").ShouldBe(
        [
            "错.docx 有错误，须修改", "疑.docx 未能判定", "新.docx 等待检查", "旧.docx 没有检查过", "早.docx 有错误，须修改", "好.docx 通过",
        ]);
        page.QuerySelectorAll("tbody tr")[2].Words(".remarks").ShouldBe("校验服务没有应答，恢复后检查");
    }

    [Fact]
    public void Draft_WithAReport_LinksToItToTheFileAndToTheFolder()
    {
        var row = Row("错.docx", Verdict.Reject, counted: true);
        var page = Parse(row with
        {
            Report = "/data/0123.html", Comments = new ProgramAddress(ProgramWish.Comments, DraftId.Of("/年报/错.docx")),
        });

        page.QuerySelectorAll(".acts a").Select(link => (link.Words(), link.GetAttribute("href"))).ShouldBe(
        [
            ("报告", "file:///data/0123.html"), ("文件", "file:///%E5%B9%B4%E6%8A%A5/%E9%94%99.docx"),
            ("文件夹", "file:///%E5%B9%B4%E6%8A%A5"),
            ("在 Word 批注中打开", $"validation-report:comments/{DraftId.Of("/年报/错.docx").Text}"),
        ]);
        page.QuerySelectorAll(".remarks p").Select(remark => remark.Words()).ShouldBe(["很可能“总计”应为 22。", "总计不对。"]);
        page.Words("tbody td:nth-child(4)").ShouldBe("2026-11-20 09:05");
    }

    [Fact]
    public void Draft_WithoutAReport_HasNoLinkToOne() =>
        Parse(Row("坏.docx", null)).QuerySelectorAll(".acts a").Select(link => link.Words()).ShouldBe(["文件", "文件夹"]);

    [Fact]
    public void Page_WithoutDraftsOrServer_SaysSo()
    {
        using var output = new StringWriter();
        DraftsPage.Write(output, [], "没有应答。", ParsedPage.CheckedAt);
        var page = ParsedPage.Parse(output.ToString());

        page.Words(".interrupted").ShouldBe("校验服务：没有应答。");
        page.Words("main").ShouldContain("还没有草稿");
        page.QuerySelectorAll("table").ShouldBeEmpty();
    }

    [Fact]
    public void Names_ThatAreMarkup_AreWords()
    {
        const string Name = "<img src=x onerror=alert(1)>&\"'\u202e.docx";
        var page = Parse(Row(Name, Verdict.Reject, counted: true));

        page.QuerySelectorAll("img").ShouldBeEmpty();
        page.Words("th strong").ShouldBe(Name.Replace('\u202e', '\uFFFD'));
        page.QuerySelectorAll("a").ShouldAllBe(link => link.GetAttribute("href")!.StartsWith("file:///", StringComparison.Ordinal));
    }

    /// <summary>A page with a row of every kind.</summary>
    internal static string Sample() => TextOf(
        Row("好.docx", Verdict.Accept),
        Row("等.docx", Verdict.Accept) with
        {
            Draft = new KnownDraft("/年报/等.docx") { Waits = "新的一版等待检查" }, Comments = new ProgramAddress(ProgramWish.AllDrafts),
        },
        Row("错.docx", Verdict.Reject, counted: true) with { Report = "/data/0123.html" },
        Row("疑.docx", Verdict.NotDecided, counted: true) with { Report = "/data/0124.html" },
        Row("读不了.docx", null, counted: true));

    private static DraftRow Row(string name, Verdict? verdict, bool counted = false) =>
        new(new KnownDraft("/年报/" + name)
        {
            IsCounted = counted,
            Checked = new CheckedDraft
            {
                FilePath = "/年报/" + name,
                Verdict = verdict,
                Summary = "有错误，须修改（错误 1 处）",
                Lead = verdict == Verdict.Reject ? "很可能“总计”应为 22。" : string.Empty,
                Worst = verdict == Verdict.Reject ? "总计不对。" : string.Empty,
                CheckedAt = ParsedPage.CheckedAt,
            },
        });

    private static IHtmlDocument Parse(params DraftRow[] rows) => ParsedPage.Parse(TextOf(rows));

    private static string TextOf(params DraftRow[] rows)
    {
        using var output = new StringWriter();
        DraftsPage.Write(output, rows, null, ParsedPage.CheckedAt);
        return output.ToString();
    }
}
