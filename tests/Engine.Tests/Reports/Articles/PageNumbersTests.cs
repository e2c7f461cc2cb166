using Validation.Engine.Reports.Articles;


namespace Validation.Engine.Tests.Reports.Articles;

public sealed class PageNumbersTests
{
    [Theory]
    [InlineData("- 3 -", true)]
    [InlineData("-3-", true)]
    [InlineData("—3—", true)]
    [InlineData("— 12 —", true)]
    [InlineData("－ 3 －", true)]
    [InlineData("–3–", true)]
    [InlineData("~3~", true)]
    [InlineData("· 3 ·", true)]
    [InlineData("第3页", true)]
    [InlineData(" 第 3 页 ", true)]
    [InlineData("第3页 共5页", true)]
    [InlineData("第 3 页，共 5 页", true)]
    [InlineData("第3页/共5页", true)]
    [InlineData("3", false)]
    [InlineData("-3", false)]
    [InlineData("3-", false)]
    [InlineData("—", false)]
    [InlineData("- 2024 -", false)]
    [InlineData("第3项", false)]
    [InlineData("", false)]
    public void IsCertain_Line_TrueWhereItCanBeNothingElse(string line, bool isCertain) => PageNumbers.IsCertain(line).ShouldBe(isCertain);

    [Theory]
    [InlineData("3", true)]
    [InlineData(" 12 ", true)]
    [InlineData("128", true)]
    [InlineData("2024", false)]
    [InlineData("", false)]
    [InlineData("-3", false)]
    [InlineData("3件", false)]
    public void IsPossible_Line_TrueForFewDigits(string line, bool isPossible) => PageNumbers.IsPossible(line).ShouldBe(isPossible);
}
