using Validation.Engine.Reports.Tables.Rows;
using Validation.Engine.Tests.Support;

namespace Validation.Engine.Tests.Reports.Tables.Rows;

public sealed class GridRecordsTests
{
    // A record is written "labels: values", an empty cell as "_".
    [Theory]
    [InlineData("规章\t1\t\t3", "规章: 1 _ 3")]
    [InlineData("\t1.属于国家秘密\t1\t2", "1.属于国家秘密: 1 2")]
    [InlineData("（三）不予公开\t1.属于国家秘密\t1\t2", "（三）不予公开+1.属于国家秘密: 1 2")]
    [InlineData("3.其他\t\t0\t0\t", "3.其他: _ 0 0 _")]
    [InlineData("| 规章 | 1 | 2 |", "规章: 1 2")]
    [InlineData("规章 | 1 | 2 |", "规章: 1 2")]
    [InlineData("规章 | 1 | 2", "规章: 1 2")]
    [InlineData("| 规章 || 2 |", "规章: _ 2")]
    [InlineData("｜规章｜1｜2｜", "规章: 1 2")]
    [InlineData("\t规章\n\t1\n\t2\n\n\t行政许可\n\t3", "规章: 1 2", "行政许可: 3")]
    [InlineData("\t\n\t\n\t3.其他\n\t0\n\t0", "3.其他: 0 0")]
    [InlineData("\t自\n然\n人\n\t商业企业\n\n\t规章\n\t1\n\t2", "自然人+商业企业: ", "规章: 1 2")]
    [InlineData("行政许可\t约五十件左右不等\t3", "行政许可+约五十件左右不等: 3")]
    [InlineData("行政许可\t1\t见附件说明\t3", "行政许可: 1 见附件说明 3")]
    public void Read_TextWithCells_LabelsAndValues(string text, params string[] records) =>
        GridRecords.Read(Lines.Of(text)).Select(Written).ShouldBe(records);

    [Theory]
    [InlineData("")]
    [InlineData("规章\n1\n2\n3")]
    [InlineData("规章 1 2 3\n行政许可 5")]
    [InlineData("第一行\n第二行\n第三行\n规章\t1")]
    public void Read_TextWithoutCells_None(string text) => GridRecords.Read(Lines.Of(text)).ShouldBeEmpty();

    [Fact]
    public void Read_Cells_PlacesOfTheirText()
    {
        var record = GridRecords.Read(Lines.Of("规章\t 12\t\t7 ")).ShouldHaveSingleItem();

        record.Values.Select(value => (value.Text, value.Position.Column)).ShouldBe([("12", 5), ("", 8), ("7", 9)]);
        record.FirstCell.ShouldBe(1);
        (record.FirstCell + record.Values.Count).ShouldBe(4);
        record.Filled.ShouldBe(2);
    }

    private static string Written(TableRecord record) =>
        string.Join('+', record.Labels.Select(label => label.Text)) + ": "
        + string.Join(' ', record.Values.Select(value => value.Kind == TokenKind.Gap ? "_" : value.Text));
}
