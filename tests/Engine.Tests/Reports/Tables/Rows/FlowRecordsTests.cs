using Validation.Engine.Reports.Tables.Rows;
using Validation.Engine.Tests.Support;

namespace Validation.Engine.Tests.Reports.Tables.Rows;

public sealed class FlowRecordsTests
{
    // A record is written "labels: values", an empty line among the values as "_".
    [Theory]
    [InlineData("规章\n1\n2\n3", "规章: 1 2 3")]
    [InlineData("规章 1 2 3", "规章: 1 2 3")]
    [InlineData("行政规范\n性文件\n\n1 2 3", "行政规范+性文件: 1 2 3")]
    [InlineData("行政许可 5 行政处罚 6", "行政许可: 5", "行政处罚: 6")]
    [InlineData("规章\n1\n \n3\n行政许可\n5", "规章: 1 _ 3", "行政许可: 5")]
    [InlineData("三、本年度办理结果0\n（一）予以公开 1", "三、本年度办理结果: 0", "（一）予以公开: 1")]
    [InlineData("1 属于国家秘密 0 2", "1+属于国家秘密: 0 2")]
    [InlineData("规章 |\n1 |\n2 |", "规章: 1 2")]
    [InlineData("规章\n|\n1\n|\n/\n|", "规章: 1 /")]
    [InlineData("规章　１\u00A02", "规章: １ 2")]
    [InlineData("（七）总计0", "（七）总计: 0")]
    public void Read_FlowingText_LabelsAndValues(string text, params string[] records) =>
        FlowRecords.Read(Lines.Of(text)).Where(record => record.Labels.Count + record.Values.Count > 0).Select(Written).ShouldBe(records);

    [Theory]
    [InlineData("规章\n1\n2", false)]
    [InlineData("规章\n\n1\n2", true)]
    [InlineData("行政规范\n\n性文件\n1\n2", false)]
    [InlineData("规章 1 2", false)]
    public void Read_EmptyLineBeforeTheFirstValue_Noted(string text, bool hasGap) =>
        FlowRecords.Read(Lines.Of(text)).ShouldHaveSingleItem().HasGapBeforeValues.ShouldBe(hasGap);

    private static string Written(TableRecord record) =>
        string.Join('+', record.Labels.Select(label => label.Text)) + ": "
        + string.Join(' ', record.Values.Select(value => value.Kind == TokenKind.Gap ? "_" : value.Text));
}
