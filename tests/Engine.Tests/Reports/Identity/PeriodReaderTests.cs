using Validation.Engine.Documents;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Identity;

namespace Validation.Engine.Tests.Reports.Identity;

public sealed class PeriodReaderTests
{
    [Theory]
    [InlineData("本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。")]
    [InlineData("本报告中所列数据的统计时限为2024年1月1日至2024年12月31日。")]
    [InlineData("报告中所列数据的统计时间从2024年1月1日到2024年12月31日止")]
    [InlineData("所列数据统计期限为２０２４年１月１日至１２月３１日。")]
    [InlineData("统计期限：2024年1月1日—2024年12月31日")]
    [InlineData("统计期限为2024年1月1日-12月31日")]
    [InlineData("统计期限自2024年1月1日起，至2024年12月31日止")]
    [InlineData("统计的期限是2024年1月1日起，至12月31止。")]
    [InlineData("统计周期为2024年01月01日至2024年12月31日")]
    [InlineData("数据统计区间为2024年1月1日～2024年12月31日")]
    [InlineData("本年度报告所列数据的期限自 2024 年 1 月 1 日起至 2024 年 12 月 31 日止")]
    [InlineData("本报告数据自2024年1月1日至12月31日")]
    public void Read_PeriodInUsualWords_WholeYear(string text)
    {
        var period = Read(text).ShouldNotBeNull();

        period.Start.ShouldBe("2024-01-01");
        period.End.ShouldBe("2024-12-31");
    }

    [Theory]
    [InlineData("统计期限自2020年1月1日起至2020年12月31日止", "2020-01-01", "2020-12-31")]
    [InlineData("统计期限自2023年1月1日起至2024年12月31日止", "2023-01-01", "2024-12-31")]
    [InlineData("统计期限自2024年1月1日起至2024年11月30日止", "2024-01-01", "2024-11-30")]
    [InlineData("统计期限自2024年2月1日起至2025年1月31日止", "2024-02-01", "2025-01-31")]
    public void Read_OtherPeriod_AsItStands(string text, string start, string end)
    {
        var period = Read(text).ShouldNotBeNull();

        period.Start.ShouldBe(start);
        period.End.ShouldBe(end);
    }

    [Theory]
    [InlineData("统计期限自20231月1日起至2023年12月31日止", "", "2023-12-31")]
    [InlineData("统计期限自202111日起至2021年12月31日止", "", "2021-12-31")]
    [InlineData("统计期限自2024年1月1日起至2024年13月31日止", "2024-01-01", "")]
    [InlineData("统计期限自2024年2月30日起至2024年12月31日止", "", "2024-12-31")]
    [InlineData("统计期限自2024年1月1日起至2024年12月32日止", "2024-01-01", "")]
    [InlineData("统计期限自2024年1月1日起至20241231日止", "2024-01-01", "")]
    [InlineData("统计期限自2024年1月1日起至2024年11月31日止", "2024-01-01", "")]
    public void Read_DamagedDate_NoDateRatherThanAWrongOne(string text, string start, string end)
    {
        var period = Read(text);
        if (period is null)
        {
            return;
        }

        period.Start.ShouldBeOneOf(start, string.Empty);
        period.End.ShouldBeOneOf(end, string.Empty);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2024年，某某区主动公开政府信息488条。")]
    [InlineData("现将2024年政府信息公开工作情况报告如下。")]
    [InlineData("于2024年1月1日至2024年12月31日开展培训")]
    public void Read_NoStatementOfPeriod_Null(string text) => Read(text).ShouldBeNull();

    [Fact]
    public void Read_StatementBrokenOverLines_PlaceOfItsFirstLine()
    {
        var period = Read("本报告由六部分组成。", "  所列数据的统计期限自2024年", "1月1日起至2024年12月", "31日止。").ShouldNotBeNull();

        (period.Start, period.End).ShouldBe(("2024-01-01", "2024-12-31"));
        period.Location.Line.ShouldBe(2);
    }

    private static V1.Period? Read(params string[] lines) =>
        PeriodReader.Read(new FlatText(lines.Select((line, i) => new TextLine(line, new Position(i + 1, 1)))));
}
