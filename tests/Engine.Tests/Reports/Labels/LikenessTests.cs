using Validation.Engine.Reports.Labels;

namespace Validation.Engine.Tests.Reports.Labels;

public sealed class LikenessTests
{
    [Theory]
    [InlineData("", "", 1)]
    [InlineData("", "规章", 0)]
    [InlineData("规章", "规章", 1)]
    [InlineData("规章", "其他", 0)]
    [InlineData("行政规范性文件", "规范性文件", 5 / 7.0)]
    [InlineData("属于三类内部事务信息", "属于三类内容事务信息", 0.9)]
    [InlineData("12", "21", 0)]
    public void Of_TwoTexts_ShareThatIsEqual(string a, string b, double likeness)
    {
        Likeness.Of(a, b).ShouldBe(likeness, 1e-9);
        Likeness.Of(b, a).ShouldBe(likeness, 1e-9);
    }

    [Fact]
    public void Of_LongTexts_NoLimitOfLength() => Likeness.Of(new string('甲', 2000), new string('乙', 1000)).ShouldBe(0);

    [Theory]
    [InlineData("属于三类内部事务信息", "属于三类内容事务信息", 0.9, 0.9)]
    [InlineData("属于三类内部事务信息", "属于三类内容事务信息", 0.91, 0)]
    [InlineData("行政规范性文件", "规范性文件", 0.72, 0)]
    [InlineData("规章", "其他", 0, 0)]
    [InlineData("", "", 1, 1)]
    public void Of_LeastThatCounts_LikenessOrNothing(string a, string b, double least, double likeness) =>
        Likeness.Of(a, b, least).ShouldBe(likeness, 1e-9);
}
