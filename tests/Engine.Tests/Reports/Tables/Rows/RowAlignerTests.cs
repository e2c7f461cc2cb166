using Validation.Engine.Reports.Tables.Rows;
using Validation.Engine.Tests.Support;
using Validation.Form;

namespace Validation.Engine.Tests.Reports.Tables.Rows;

public sealed class RowAlignerTests
{
    // 规章, 行政规范性文件, 行政许可, 行政处罚, 行政强制, 行政事业性收费: the index of each one's record.
    [Theory]
    [InlineData("规章 1 2 3|行政规范性文件 4 5 6|行政许可 7|行政处罚 8|行政强制 9|行政事业性收费 0", 0, 1, 2, 3, 4, 5)]
    [InlineData("规 章 1 2 3|规范性文件 4 5 6|行政许可 7|行政处罚 8|行政强制 9|行政事业性收费 0", 0, 1, 2, 3, 4, 5)]
    [InlineData("信息内容 规章 1 2 3|行政规范性文件 4 5 6|本年处理决定数量 行政许可 7|行政处罚 8|行政强制 9|行政事业性收费 0", 0, 1, 2, 3, 4, 5)]
    [InlineData("行政规范性文件 4 5 6|行政许可 7|行政处罚 8|行政强制 9|行政事业性收费 0", -1, 0, 1, 2, 3, 4)]
    [InlineData("规章 1 2 3|行政规范性文件 4 5 6|行政许可 7|行政处罚 8|行政事业性收费 0", 0, 1, 2, 3, -1, 4)]
    [InlineData("规章 1 2 3|行政规范性文件 4 5 6|行政许可 7|行政处罚 8|行政强制 9", 0, 1, 2, 3, 4, -1)]
    [InlineData("规章 1 2 3|行政规范性文件 4 5 6|行政许可 7|政府集中采购 3|行政处罚 8|行政强制 9|行政事业性收费 0", 0, 1, 2, 4, 5, 6)]
    [InlineData("规章 1 2 3|行政规范性文件 4 5 6|行政许可 7|行政处法 8|行政强制 9|行政事业性收费 0", 0, 1, 2, 3, 4, 5)]
    [InlineData("办理行政许可 1|规章 1 2 3|行政规范性文件 4 5 6|行政许可 7|行政处罚 8|行政强制 9|行政事业性收费 0", 1, 2, 3, 4, 5, 6)]
    [InlineData("收入 1|支出 2", -1, -1, -1, -1, -1, -1)]
    [InlineData("", -1, -1, -1, -1, -1, -1)]
    public void Align_RecordsOfTableTwo_RecordOfEachRow(string records, params int[] recordOf) =>
        new RowAligner(DisclosureTemplate.Table, FlowRecords.Read(Lines.Of(records.Replace('|', '\n')))).Align(false).ShouldBe(recordOf);
}
