using System.Text;
using Validation.Engine.Documents;
using Validation.Engine.Reports.Articles;
using Validation.V1;

namespace Validation.Engine.Tests.Reports.Articles;

public sealed class PageSurroundingsTests
{
    private const string Article = "<p>一、总体情况</p><p>甲。</p><p>二、主动公开政府信息情况</p><p>乙。</p>";
    private const string Menu = "<ul><li><a>首页</a><li><a>政务公开</a></ul>";

    [Fact]
    public void Remove_MenuAroundArticle_ArticleAlone() =>
        Lines($"{Menu}<div>{Article}</div>{Menu}").ShouldBe(["一、总体情况", "甲。", "二、主动公开政府信息情况", "乙。"]);

    [Theory]
    [InlineData("某某县水务局2024年", "政府信息公开工作年度报告")]
    [InlineData("某某县水务局", "2024年", "政府信息公开工作年度报告")]
    [InlineData("某某县水务局", "2024年政府信息公开工作年度报告")]
    [InlineData("某某县水务局二〇二四年度", "政府信息公开", "工作年度报告")]
    public void Remove_TitleOnSeveralLines_AllOfThem(params string[] title) =>
        Lines($"{Menu}<div>{string.Concat(title.Select(line => $"<p>{line}</p>"))}{Article}</div>").Take(title.Length).ShouldBe(title);

    [Fact]
    public void Remove_YearAboveATitleWithItsYear_NoPartOfIt() =>
        Lines($"{Menu}<p>2023年</p><div><p>某某县水务局2024年政府信息公开工作年度报告</p>{Article}</div>")[0]
            .ShouldBe("某某县水务局2024年政府信息公开工作年度报告");

    [Fact]
    public void Remove_NoLandmarks_EverythingStays() => Lines($"{Menu}<p>甲。</p>").ShouldBe(["首页", "政务公开", "甲。"]);

    [Fact]
    public void Remove_TextThatIsNoPage_EverythingStays() =>
        Lines("首页\n一、总体情况\n甲。\n二、主动公开政府信息情况\n上一篇：甲").ShouldContain("上一篇：甲");

    [Fact]
    public void Read_ArticleHiddenUntilAScriptShowsIt_ReadWithWhatIsHidden() =>
        Lines($"{Menu}<div style='display:none'>{Article}</div>").ShouldContain("一、总体情况");

    [Fact]
    public void Read_HiddenTextOfNoReport_LeftOut() => Lines("<p>甲。</p><p hidden>乙。</p>").ShouldBe(["甲。"]);

    [Fact]
    public void Read_NothingVisibleAndNoReportHidden_EmptyDocument() =>
        Reader.Read(Encoding.UTF8.GetBytes("<p hidden>乙。</p>")).Reason.ShouldBe(Reason.EmptyDocument);

    private static readonly DocumentReader Reader = new(EngineLimits.Default, isSought: PageSurroundings.HoldReport);

    private static List<string> Lines(string content)
    {
        var document = Reader.Read(Encoding.UTF8.GetBytes(content)).Document.ShouldNotBeNull();
        return [.. PageSurroundings.Remove(TextLine.Of(document), CancellationToken.None).Select(line => line.Text)];
    }
}
