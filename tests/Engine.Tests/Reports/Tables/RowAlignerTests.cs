using Validation.Engine.Reports.Tables;
using Validation.Engine.Tests.Support;
using Validation.Template;

namespace Validation.Engine.Tests.Reports.Tables;

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
        RowAligner.Align(FlowRecords.Read(Lines.Of(records.Replace('|', '\n'))), DisclosureTemplate.Table.Rows).ShouldBe(recordOf);

    [Theory]
    [InlineData("1.属于国家秘密", "属于国家秘密")]
    [InlineData("（一）予以公开", "予以公开")]
    [InlineData("3.危及“三安全一稳定”", "危及三安全一稳定")]
    [InlineData("规章", "规章")]
    public void LabelWords_Label_WordsWithoutNumber(string label, string words) => RowAligner.LabelWords(label).ShouldBe(words);
}
