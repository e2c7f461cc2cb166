using Validation.Engine.Reports.Text;

namespace Validation.Engine.Tests.Reports.Text;

public sealed class NumberingTests
{
    [Theory]
    [InlineData("一、总体情况", NumberingStyle.Han, 1, 2)]
    [InlineData("一.总体情况", NumberingStyle.Han, 1, 2)]
    [InlineData("一．总体情况", NumberingStyle.Han, 1, 2)]
    [InlineData("一 、总体情况", NumberingStyle.Han, 1, 3)]
    [InlineData("六。其他需要报告的事项", NumberingStyle.Han, 6, 2)]
    [InlineData("十、其他", NumberingStyle.Han, 10, 2)]
    [InlineData("十二、其他", NumberingStyle.Han, 12, 3)]
    [InlineData("二十一、其他", NumberingStyle.Han, 21, 4)]
    [InlineData("（一）予以公开", NumberingStyle.Bracketed, 1, 3)]
    [InlineData("(七)总计", NumberingStyle.Bracketed, 7, 3)]
    [InlineData("（ 七）总计", NumberingStyle.None, 0, 0)]
    [InlineData("(1)总计", NumberingStyle.Bracketed, 1, 3)]
    [InlineData("1、总体情况", NumberingStyle.Arabic, 1, 2)]
    [InlineData("1.属于国家秘密", NumberingStyle.Arabic, 1, 2)]
    [InlineData("1．属于国家秘密", NumberingStyle.Arabic, 1, 2)]
    [InlineData("１、总体情况", NumberingStyle.Arabic, 1, 2)]
    [InlineData("12. 其他", NumberingStyle.Arabic, 12, 3)]
    [InlineData("一、2024年总体情况", NumberingStyle.Han, 1, 2)]
    [InlineData("第一部分 总体情况", NumberingStyle.Han, 1, 4)]
    [InlineData("第二部分、主动公开", NumberingStyle.Han, 2, 5)]
    [InlineData("第二十条第（一）项", NumberingStyle.None, 0, 0)]
    [InlineData("总体情况", NumberingStyle.None, 0, 0)]
    [InlineData("一", NumberingStyle.None, 0, 0)]
    [InlineData("一、", NumberingStyle.Han, 1, 2)]
    [InlineData("1.5", NumberingStyle.None, 0, 0)]
    [InlineData("1,234", NumberingStyle.None, 0, 0)]
    [InlineData("2024年", NumberingStyle.None, 0, 0)]
    [InlineData("一是加强", NumberingStyle.None, 0, 0)]
    [InlineData("（一予以公开", NumberingStyle.None, 0, 0)]
    [InlineData("0、无", NumberingStyle.None, 0, 0)]
    [InlineData("", NumberingStyle.None, 0, 0)]
    internal void Of_Text_StyleValueAndLength(string text, NumberingStyle style, int value, int length) =>
        Numbering.Of(text).ShouldBe(new Numbering(style, value, length));
}
