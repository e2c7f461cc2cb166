using Validation.Engine.Rules.Facts;

namespace Validation.Engine.Tests.Rules.Facts;

/// <summary>How alike texts are, whatever numbers and marks stand in them.</summary>
public sealed class TextGramsTests
{
    private const string Text = "全年在门户网站公开各类信息312条，重点梳理了公开目录。";

    [Theory]
    [InlineData("全年在门户网站公开各类信息1,058条，重点梳理了公开目录。")]
    [InlineData("全年在门户网站公开各类信息 7 条;重点梳理了公开目录")]
    public void Likeness_OnlyNumbersAndMarksDiffer_IsWhole(string other) => Of(Text, other).ShouldBe(1);

    [Fact]
    public void Likeness_NothingInCommon_IsNone() => Of(Text, "群众来信来访由信访科负责接待处理").ShouldBe(0);

    [Fact]
    public void Likeness_TooShortForFive_IsNone() => Of("公开", "公开").ShouldBe(0);

    [Fact]
    public void Likeness_OneHalfIsNew_IsTheShareInCommon()
    {
        // Twelve signs have eight fives; the two texts have the first four in common.
        Of("甲乙丙丁戊己庚辛子丑寅卯", "甲乙丙丁戊己庚辛午未申酉").ShouldBe(4.0 / 12);
    }

    [Fact]
    public void Set_TextInPieces_IsThatOfTheWhole() =>
        TextGrams.Of([Text[..10], Text[10..]]).ShouldBe(TextGrams.Of([Text]));

    private static double Of(string one, string other) => TextGrams.Likeness(TextGrams.Of([one]), TextGrams.Of([other]));
}
