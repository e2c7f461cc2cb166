using Validation.Engine.Documents.Building;

namespace Validation.Engine.Tests.Documents.Building;

public sealed class ListNumberFormatTests
{
    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(11, "十一")]
    [InlineData(20, "二十")]
    [InlineData(21, "二十一")]
    [InlineData(99, "九十九")]
    [InlineData(100, "一百")]
    [InlineData(101, "一百零一")]
    [InlineData(110, "一百一十")]
    [InlineData(111, "一百一十一")]
    [InlineData(1000, "一千")]
    [InlineData(1010, "一千零一十")]
    [InlineData(9999, "九千九百九十九")]
    [InlineData(10000, "10000")]
    [InlineData(-1, "-1")]
    public void Format_Counting_AsItIsSpoken(int number, string expected) => ListNumber.Format(number, 37).ShouldBe(expected);

    [Theory]
    [InlineData(38, 12, "壹拾贰")]
    [InlineData(38, 105, "壹佰零伍")]
    [InlineData(34, 12, "壹拾貳")]
    [InlineData(10, 2024, "二〇二四")]
    [InlineData(18, 1, "①")]
    [InlineData(18, 20, "⑳")]
    [InlineData(18, 21, "㉑")]
    [InlineData(18, 36, "㊱")]
    [InlineData(18, 50, "㊿")]
    [InlineData(18, 51, "51")]
    [InlineData(4, 26, "z")]
    [InlineData(4, 27, "aa")]
    [InlineData(3, 54, "BBB")]
    [InlineData(3, int.MaxValue, "2147483647")]
    [InlineData(1, 1994, "MCMXCIV")]
    [InlineData(2, 3999, "mmmcmxcix")]
    [InlineData(1, 4000, "4000")]
    [InlineData(14, 10, "１０")]
    [InlineData(22, 3, "03")]
    [InlineData(26, 1, "⒈")]
    [InlineData(27, 20, "⒇")]
    [InlineData(29, 10, "㊉")]
    [InlineData(30, 10, "癸")]
    [InlineData(30, 11, "11")]
    [InlineData(31, 12, "亥")]
    [InlineData(32, 13, "丙子")]
    [InlineData(0, 7, "7")]
    [InlineData(0, 0, "0")]
    [InlineData(9999, 7, "7")]
    [InlineData(ListNumber.Bullet, 7, "")]
    [InlineData(ListNumber.None, 7, "")]
    public void Format_Number_AsItIsPrinted(int format, int number, string expected) =>
        ListNumber.Format(number, format).ShouldBe(expected);

    [Theory]
    [InlineData("一、", "一、")]
    [InlineData("（一）", "（一）")]
    [InlineData("1.", "1. ")]
    [InlineData("1. ", "1. ")]
    [InlineData("", "")]
    public void Prefix_Number_SpaceWhereThereIsNone(string number, string expected) => ListNumber.BeforeText(number).ShouldBe(expected);
}
