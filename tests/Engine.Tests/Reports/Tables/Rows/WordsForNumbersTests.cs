using Validation.Engine.Reports.Tables.Rows;
using Validation.Engine.Tests.Support;
using Validation.Form;

namespace Validation.Engine.Tests.Reports.Tables.Rows;

public sealed class WordsForNumbersTests
{
    // A record is written "labels: values", an empty cell as "_".
    [Theory]
    [InlineData("行政处罚\t见附件\t\t", "行政处罚: 见附件 _ _")]
    [InlineData("行政处罚\t10。", "行政处罚: 10。")]
    [InlineData("规章\t见附件\t0\t0", "规章: 见附件 0 0")]
    [InlineData("| 行政处罚 | 若干 |", "行政处罚: 若干")]
    [InlineData("行政处罚\t件数\t5", "行政处罚+件数: 5")]
    [InlineData("信息内容\t本年处理决定数量\t", "信息内容+本年处理决定数量: _")]
    public void Divide_RowOfTableTwo_WordsBehindItsLabelAreValues(string text, string record) =>
        Divided(DisclosureTemplate.Table, text).ShouldBe(record);

    [Theory]
    [InlineData("自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计", "自然人+商业企业+科研机构+社会公益组织+法律服务机构+其他+总计: ")]
    [InlineData("（三）不予公开\t1.属于国家秘密\t\t", "（三）不予公开+1.属于国家秘密: _ _")]
    [InlineData("（三）不予公开\t1.属于国家秘密\t见附件\t", "（三）不予公开+1.属于国家秘密: 见附件 _")]
    public void Divide_RowOfTableThree_HeadingsAndGroupsStayLabels(string text, string record) =>
        Divided(ApplicationsTemplate.Table, text).ShouldBe(record);

    private static string Divided(TableTemplate table, string text)
    {
        var records = GridRecords.Read(Lines.Of(text));
        WordsForNumbers.Divide(table, records);
        var record = records.ShouldHaveSingleItem();
        return string.Join('+', record.Labels.Select(label => label.Text)) + ": "
            + string.Join(' ', record.Values.Select(value => value.Kind == TokenKind.Gap ? "_" : value.Text));
    }
}
