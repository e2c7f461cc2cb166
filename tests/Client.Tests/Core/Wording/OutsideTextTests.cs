using Validation.Client.Wording;

namespace Validation.Client.Tests.Core.Wording;

public sealed class OutsideTextTests
{
    [Theory]
    [InlineData("2024年年报 (终稿)-1.docx", "2024年年报 (终稿)-1.docx")]
    [InlineData("𠮷林.docx", "𠮷林.docx")]
    [InlineData("报\u202Excod.exe", "报\uFFFDxcod.exe")]
    [InlineData("\e]0;x\a\e[2J年报", "\uFFFD]0;x\uFFFD\uFFFD[2J年报")]
    [InlineData("\u009b2J", "\uFFFD2J")]
    [InlineData("一\r\n二\t三", "一  二 三")]
    [InlineData("一\u2028二\u2066三\u2069", "一\uFFFD二\uFFFD三\uFFFD")]
    [InlineData("a\u200Bb\uFEFFc", "a\uFFFDb\uFFFDc")]
    public void Line_TextFromOutside_SteersNothing(string text, string expected) => OutsideText.Line(text).ShouldBe(expected);

    [Theory]
    [InlineData('\uD842')]
    [InlineData('\uDFB7')]
    public void Line_HalfACharacter_IsReplaced(char half) => OutsideText.Line($"a{half}b").ShouldBe("a\uFFFDb");

    [Fact]
    public void Lines_LineEndsAndTabs_Stay() => OutsideText.Lines("一\r\n\t二\u202E").ShouldBe("一\r\n\t二\uFFFD");

    [Fact]
    public void Line_PlainText_IsTheSameObject()
    {
        var text = new string('字', 3);

        OutsideText.Line(text).ShouldBeSameAs(text);
    }
}
