using FsCheck;
using FsCheck.Fluent;
using Validation.Cli.Rendering;

namespace Validation.Client.Tests.Cli.Rendering;

public sealed class LineBreakerTests
{
    [Theory]
    [InlineData("一二三四五六", 6, "一二三|四五六")]
    [InlineData("一二三四五六", 7, "一二三|四五六")]
    [InlineData("一二三，四五六", 6, "一二|三，四|五六")]
    [InlineData("一二（三四）五", 6, "一二|（三|四）五")]
    [InlineData("在第 50 行里", 9, "在|第 50 行|里")]
    [InlineData("号 a b 件", 4, "号 a|b 件")]
    [InlineData("12345 67890", 6, "12345|67890")]
    [InlineData("received 件", 6, "received|件")]
    [InlineData("短", 6, "短")]
    [InlineData("", 6, "")]
    public void Text_TooWide_IsBrokenAsChineseIs(string text, int columns, string lines) =>
        string.Join('|', LineBreaker.Break(text, columns)).ShouldBe(lines);

    [Fact]
    public void Text_WithoutWidth_StaysOnOneLine() => LineBreaker.Break(new string('长', 500), null).Count.ShouldBe(1);

    [Fact]
    public void Text_BehindOtherText_UsesWhatIsLeft() => LineBreaker.Break("一二三", 8, used: 4).ShouldBe(["一二", "三"]);

    [Fact]
    public void AnyText_Broken_LosesNothingButSpace()
    {
        var texts = Gen.Elements("一", "二", "，", "（", "）", "“", " ", "a", "12", ".", "😀").ListOf().Select(string.Concat);
        Prop.ForAll(texts.ToArbitrary(), Gen.Choose(1, 30).ToArbitrary(), (text, columns) =>
            Without(string.Concat(LineBreaker.Break(text, columns))) == Without(text)).QuickCheckThrowOnFailure();

        static string Without(string text) => text.Replace(" ", string.Empty, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("年报", 4)]
    [InlineData("“１２”", 8)]
    [InlineData("e\u0301", 1)]
    public void Width_OfText_CountsFullWidthTwice(string text, int columns) => TextWidth.Of(text).ShouldBe(columns);
}
