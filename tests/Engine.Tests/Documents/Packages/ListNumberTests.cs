using Validation.Engine.Documents.Packages;

namespace Validation.Engine.Tests.Documents.Packages;

public sealed class ListNumberTests
{
    [Theory]
    [InlineData(0, "零")]
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
    public void Han_Number_AsItIsSpoken(int number, string expected) => ListNumber.Han(number).ShouldBe(expected);

    [Theory]
    [InlineData(1, "壹")]
    [InlineData(10, "壹拾")]
    [InlineData(12, "壹拾贰")]
    [InlineData(105, "壹佰零伍")]
    public void Legal_Number_AsOnCheques(int number, string expected) => ListNumber.Legal(number).ShouldBe(expected);

    [Theory]
    [InlineData(10, "一〇")]
    [InlineData(2024, "二〇二四")]
    public void HanByDigit_Number_DigitByDigit(int number, string expected) => ListNumber.HanByDigit(number).ShouldBe(expected);

    [Theory]
    [InlineData(1, "①")]
    [InlineData(20, "⑳")]
    [InlineData(21, "㉑")]
    [InlineData(35, "㉟")]
    [InlineData(36, "㊱")]
    [InlineData(50, "㊿")]
    [InlineData(51, "51")]
    [InlineData(0, "0")]
    public void Circled_Number_CircleIfThereIsOne(int number, string expected) => ListNumber.Circled(number).ShouldBe(expected);

    [Theory]
    [InlineData(1, "a")]
    [InlineData(26, "z")]
    [InlineData(27, "aa")]
    [InlineData(54, "bbb")]
    [InlineData(0, "0")]
    [InlineData(int.MaxValue, "2147483647")]
    public void Letter_Number_LetterRepeated(int number, string expected) => ListNumber.Letter(number, 'a').ShouldBe(expected);

    [Theory]
    [InlineData(4, "IV")]
    [InlineData(1994, "MCMXCIV")]
    [InlineData(3999, "MMMCMXCIX")]
    [InlineData(4000, "4000")]
    [InlineData(0, "0")]
    public void Roman_Number_Roman(int number, string expected) => ListNumber.Roman(number).ShouldBe(expected);

    [Theory]
    [InlineData(10, "１０")]
    [InlineData(-1, "－1")]
    public void FullWidth_Number_WideDigits(int number, string expected) => ListNumber.FullWidth(number).ShouldBe(expected);

    [Theory]
    [InlineData(10, "癸")]
    [InlineData(11, "11")]
    public void Stem_Number_StemIfThereIsOne(int number, string expected) => ListNumber.Stem(number).ShouldBe(expected);

    [Theory]
    [InlineData(12, "亥")]
    [InlineData(13, "13")]
    public void Branch_Number_BranchIfThereIsOne(int number, string expected) => ListNumber.Branch(number).ShouldBe(expected);

    [Theory]
    [InlineData("一、", "一、")]
    [InlineData("（一）", "（一）")]
    [InlineData("1.", "1. ")]
    [InlineData("1. ", "1. ")]
    [InlineData("", "")]
    public void BeforeText_Number_SpaceWhereThereIsNone(string number, string expected) => ListNumber.BeforeText(number).ShouldBe(expected);
}
