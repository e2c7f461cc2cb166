using Validation.Engine.Reports.Text;

namespace Validation.Engine.Tests.Reports.Text;

public sealed class YearsTests
{
    [Theory]
    [InlineData("2024", 2024)]
    [InlineData("二〇二四", 2024)]
    [InlineData("二○二四", 2024)]
    [InlineData("二零二四", 2024)]
    [InlineData("二O二四", 2024)]
    [InlineData("二〇一九", 2019)]
    public void Parse_Digits_Year(string digits, int year) => Years.Parse(digits).ShouldBe(year);

    [Theory]
    [InlineData("", 0)]
    [InlineData("今年共受理申请5件", 0)]
    [InlineData("2024年，我局受理申请5件。", 2024)]
    [InlineData("2024年受理5件，比2023年多2件，2024年答复5件", 2024)]
    [InlineData("2023年与2024年", 2024)]
    [InlineData("根据《2023年政务公开工作要点》《2023年计划》，2024年", 2024)]
    [InlineData("国办公开办函〔2021〕30号，2024年", 2024)]
    [InlineData("截至1999年", 0)]
    public void MostNamed_Text_YearOfMostMentions(string text, int year) => Years.MostNamed(text).ShouldBe(year);
}
