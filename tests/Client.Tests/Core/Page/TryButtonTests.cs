using Validation.Client.Page;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Core.Page;

/// <summary>The buttons beside suggestions, which only a page of the server has.</summary>
public sealed class TryButtonTests
{
    private const string Total = "applications.received.total";
    private const string Person = "applications.received.natural_person";

    [Fact]
    public void Page_OfTheTray_HasNoButtons()
    {
        Written(isTriable: false).ShouldNotContain("<button");
    }

    [Fact]
    public void Buttons_AreAllThatDiffers()
    {
        var page = ParsedPage.Parse(Written(isTriable: true));
        foreach (var button in page.QuerySelectorAll("button"))
        {
            button.PreviousSibling!.TextContent = button.PreviousSibling.TextContent.TrimEnd();
            button.Remove();
        }

        page.DocumentElement.OuterHtml.ShouldBe(ParsedPage.Parse(Written(isTriable: false)).DocumentElement.OuterHtml);
    }

    [Fact]
    public void Button_SendsTheEditsOfItsSuggestion()
    {
        var buttons = ParsedPage.Parse(Written(isTriable: true)).QuerySelectorAll("button").ToList();

        buttons.Select(button => button.GetAttribute("value"))
            .ShouldBe([$"{Person}=3%264&{Total}=34", $"{Person}=1", $"{Total}=2"]);
        buttons.Select(button => button.GetAttribute("form")).Distinct().ShouldBe([HtmlPage.TryForm(1)]);
        buttons.Select(button => button.GetAttribute("name")).Distinct().ShouldBe([HtmlPage.TryField]);
        buttons[0].TextContent.ShouldBe("试一试");
        buttons[1].TextContent.ShouldBe("试一试：“一、本年新收政府信息公开申请数量”的“自然人”改为 1");
    }

    [Fact]
    public void Edits_Read_AreThoseThatWereWritten()
    {
        CellEdit[] edits = [new() { Path = Total, Text = "=&%+ 年" }, new() { Path = Person, Text = string.Empty }];

        CellEdits.Read(CellEdits.Text(edits), most: 2).ShouldBe(edits);
        CellEdits.Read(CellEdits.Text(edits), most: 1).ShouldBeNull();
        CellEdits.Read(string.Empty, most: 0).ShouldBe([]);
        CellEdits.Read("nonsense", most: 9).ShouldBeNull();
    }

    private static string Written(bool isTriable)
    {
        var finding = Outcomes.Balance();
        finding.Suggestions.Clear();
        finding.Suggestions.Add(new Suggestion
        {
            Text = "甲", Edits = { new CellEdit { Path = Person, Text = "3&4" }, new CellEdit { Path = Total, Text = "34" } },
        });
        finding.Suggestions.Add(new Suggestion
        {
            Text = "乙", OneOf = { new CellEdit { Path = Person, Text = "1" }, new CellEdit { Path = Total, Text = "2" } },
        });
        var accepted = finding.Clone();
        accepted.Accepted = new Accepted { Id = "a7m2q4xa", Reason = "核对过", Author = "张三" };
        using var output = new StringWriter();
        var page = new HtmlPage(output, drafts: 1);
        page.Add(Outcomes.Of(Outcomes.Reply(Verdict.Reject, finding, accepted)), ParsedPage.CheckedAt, isTriable: isTriable);
        page.End();
        return output.ToString();
    }
}
