using Validation.Engine.Documents.Building;

namespace Validation.Engine.Tests.Documents.Building;

public sealed class ListNumberTests
{
    [Theory]
    [InlineData(12, 0, "12")]
    [InlineData(1994, 1, "MCMXCIV")]
    [InlineData(4, 2, "iv")]
    [InlineData(4000, 1, "4000")]
    [InlineData(28, 3, "BB")]
    [InlineData(3, 4, "c")]
    [InlineData(10, 10, "一〇")]
    [InlineData(10, 11, "十")]
    [InlineData(12, 14, "１２")]
    [InlineData(3, 18, "③")]
    [InlineData(21, 18, "㉑")]
    [InlineData(51, 18, "51")]
    [InlineData(7, 22, "07")]
    [InlineData(9, 23, "")]
    [InlineData(2, 26, "⒉")]
    [InlineData(2, 27, "⑵")]
    [InlineData(10, 29, "㊉")]
    [InlineData(2, 30, "乙")]
    [InlineData(12, 31, "亥")]
    [InlineData(61, 32, "甲子")]
    [InlineData(1, 37, "一")]
    [InlineData(10, 37, "十")]
    [InlineData(11, 39, "十一")]
    [InlineData(20, 37, "二十")]
    [InlineData(105, 39, "一百零五")]
    [InlineData(110, 39, "一百一十")]
    [InlineData(2024, 39, "二千零二十四")]
    [InlineData(10000, 39, "10000")]
    [InlineData(12, 38, "壹拾贰")]
    [InlineData(3, 255, "")]
    [InlineData(0, 37, "0")]
    [InlineData(-5, 1, "-5")]
    [InlineData(3, 250, "3")]
    public void Format_Number_AsItIsShown(int number, int format, string text) => ListNumber.Format(number, format).ShouldBe(text);
}
