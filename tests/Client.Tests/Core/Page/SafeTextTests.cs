using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Validation.Client.Page;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Core.Page;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("<script>alert('1')</script>", "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;")]
    [InlineData("\" onclick=\"x", "&quot; onclick=&quot;x")]
    [InlineData("&lt;", "&amp;lt;")]
    [InlineData("一\t二\r\n三\u2028四", "一 二  三 四")]
    [InlineData("\0\a\e[31m\u007F\u0085", "���[31m��")]
    [InlineData("txt.\u202Efdp\u2066\u200F", "txt.�fdp��")]
    [InlineData("\uFDD0\uFFFE\uFFFF\U0001FFFE", "����")]
    [InlineData("年报😀𠀀", "年报😀𠀀")]
    [InlineData("", "")]
    public void Text_Written_IsHarmless(string text, string written) => Write(text).ShouldBe(written);

    [Fact]
    public void Surrogates_Alone_AreReplaced() =>
        Write($"a{(char)0xD83D}b{(char)0xDE00}{(char)0xDE00}c{(char)0xD83D}").ShouldBe("a�b��c�");

    [Fact]
    public void AnyText_InElementAndAttribute_ComesBackAsItself()
    {
        Prop.ForAll(Texts().ToArbitrary(), text =>
        {
            using var output = new StringWriter();
            output.Write("<!doctype html><html lang=\"x\"><head><title>x</title></head><body>");
            var markup = new Markup(output);
            markup.Leaf(Tag.Div, text, Attr.Class(text), Attr.Content(text));
            output.Write("</body></html>");

            var body = ParsedPage.Parse(output.ToString()).Body!;
            var element = body.Children.ShouldHaveSingleItem();
            element.Children.ShouldBeEmpty();
            element.Attributes.Select(attribute => attribute.Name).ShouldBe(["class", "content"]);
            element.TextContent.ShouldBe(Harmless(text));
            element.GetAttribute("class").ShouldBe(Harmless(text));
            element.GetAttribute("content").ShouldBe(Harmless(text));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("一二三", 3, "一二三")]
    [InlineData("一二三四", 3, "一二三…（共 4 字）")]
    [InlineData("一二😀", 3, "一二…（共 4 字）")]
    public void Text_TooLong_IsClipped(string text, int most, string shown) => Clipped.Of(text, most).ShouldBe(shown);

    /// <summary>Texts of what is dangerous and of any code units at all, halves of pairs among them.</summary>
    private static Gen<string> Texts()
    {
        var dangerous = Gen.Elements(
            "<", ">", "&", "\"", "'", "</div>", "<script>", "<!--", "]]>", "&amp", "&#0;", "\0", "\r\n", "\u202E", "年", "😀", "=", " ");
        var unit = Gen.Choose(0, 0xFFFF).Select(value => ((char)value).ToString());
        return Gen.OneOf(dangerous, unit).ListOf().Select(string.Concat);
    }

    /// <summary>What is to be shown, told rune by rune in other words than the writer's.</summary>
    private static string Harmless(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            var isSpace = rune.Value is 9 or 10 or 12 or 13 or 0x2028 or 0x2029;
            var turns = rune.Value is 0x61C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
            var isNone = rune.Value is >= 0xFDD0 and <= 0xFDEF || (rune.Value & 0xFFFF) is 0xFFFE or 0xFFFF;
            var replaced = category == UnicodeCategory.Control || turns || isNone;
            shown.Append(isSpace ? " " : replaced ? "\uFFFD" : rune.ToString());
        }

        return shown.ToString();
    }

    private static string Write(string text)
    {
        using var output = new StringWriter();
        SafeText.Write(output, text);
        return output.ToString();
    }
}
