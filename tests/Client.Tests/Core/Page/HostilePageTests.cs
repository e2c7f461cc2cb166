using AngleSharp.Html.Dom;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Page;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Core.Page;

/// <summary>Whatever a draft and a server say: the page stays the page.</summary>
public sealed class HostilePageTests
{
    public static TheoryData<string> Texts => HostileReply.Texts;

    [Theory]
    [MemberData(nameof(Texts))]
    public void Page_OfHostileTexts_IsMadeOfTheSameParts(string text)
    {
        var harmless = Shape(ParsedPage.Of(HostileReply.Of("无害")));

        Shape(ParsedPage.Of(HostileReply.Of(text))).ShouldBe(harmless);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Page_OfAHostileFailure_IsMadeOfTheSameParts(string text)
    {
        Shape(Failed(text)).ShouldBe(Shape(Failed("无害")));

        static IHtmlDocument Failed(string text) => ParsedPage.Of(
            CheckOutcome.Failed(Draft.FromBytes(text, default), new CheckFailure(FailureKind.Refused, text)));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void List_OfHostileDrafts_IsMadeOfTheSameParts(string text)
    {
        Shape(Several(text)).ShouldBe(Shape(Several("无害")));

        static IHtmlDocument Several(string text)
        {
            using var output = new StringWriter();
            var page = new HtmlPage(output, drafts: 2);
            page.Add(HostileReply.Of(text), ParsedPage.CheckedAt);
            page.Add(HostileReply.Of(text), ParsedPage.CheckedAt);
            page.End();
            return ParsedPage.Parse(output.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_Hostile_IsShownAsItIs(string text)
    {
        var page = ParsedPage.Of(HostileReply.Of(text));

        var shown = page.QuerySelector("h2")!.TextContent;
        var readable = text.Length <= 300 && !text.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u202E' or '\u2066');
        if (readable)
        {
            shown.ShouldBe(text);
        }

        shown.ShouldAllBe(c => c == ' ' || (!char.IsControl(c) && !char.IsSurrogate(c) && c != '\u202E' && c != '\u2066'));
    }

    [Fact]
    public void Texts_OfAWholeBook_AreShownByTheirBeginning()
    {
        var page = ParsedPage.TextOf(HostileReply.Of(new string('长', 100_000)));

        page.Length.ShouldBeLessThan(400_000);
        page.ShouldContain("长…（共 100000 字）");
    }

    [Theory]
    [InlineData("<!doctype html><p class=\"a\" class=\"b\">x</p>")]
    [InlineData("<!doctype html><p>a & b &nosuch; \u0001</p>")]
    [InlineData("<!doctype html><div><p>x</div></p>")]
    public void Parser_OfTheseTests_RefusesMistakes(string page) => Should.Throw<Exception>(() => ParsedPage.Parse(page));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Searches_OfHostileTexts_AreAPartOfThemAndNothingElse(string text)
    {
        foreach (var find in ParsedPage.Of(HostileReply.Of(text)).QuerySelectorAll("p.find"))
        {
            find.Children.ShouldNotBeEmpty();
            find.Children.ShouldAllBe(part => part.LocalName == "code" && part.Children.Length == 0 && part.Attributes.Length == 0);
            find.Children.ShouldAllBe(part => part.TextContent.Length > 0 && text.Contains(part.TextContent, StringComparison.Ordinal));
        }
    }

    /// <summary>Every element with its attributes; their values too, but for those that say how far a link leads. What can be searched
    /// for, and whether anything can, lies with the text.</summary>
    private static List<string> Shape(IHtmlDocument page) =>
    [
        .. page.All.Where(element => element.Closest("p.find") is null).Select(element =>
            $"{element.LocalName} {string.Join(' ', element.Attributes.Select(attribute => $"{attribute.Name}={attribute.Value}"))}"),
    ];
}
