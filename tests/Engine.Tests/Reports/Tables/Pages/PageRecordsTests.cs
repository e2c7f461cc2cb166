using Validation.Engine.Documents;
using Validation.Engine.Reports.Tables.Pages;
using Validation.Engine.Reports.Template;

namespace Validation.Engine.Tests.Reports.Tables.Pages;

public sealed class PageRecordsTests
{
    private const string Received = "一、本年新收政府信息公开申请数量";
    private const string CarriedIn = "二、上年结转政府信息公开申请数量";

    [Theory]
    [InlineData(280, false)]
    [InlineData(250, false)]
    [InlineData(215, true)]
    public void Read_NumbersThatBeginLeftOfOtherLabels_NoRowIsClear(int left, bool isUnclear)
    {
        Paragraph[] lines = [Line(100, Received, 160, 250), Line(120, CarriedIn, 120, left)];

        var records = PageRecords.Read(ApplicationsTemplate.Table, lines);

        records.Select(record => record.IsUnclear).ShouldBe([isUnclear, isUnclear]);
    }

    // A label from 70 on, and seven numbers.
    private static Paragraph Line(double y, string label, double width, int left)
    {
        Piece[] words =
        [
            Word(y, label, 70, width), .. Enumerable.Range(0, 7).Select(i => Word(y, $"{i}", left + (30 * i), 5)),
        ];
        return new Paragraph(string.Join(' ', words.Select(word => word.Text)), words[0].Position) { Words = words };
    }

    private static Piece Word(double y, string text, double x, double width) =>
        new(text, new Position((int)y, 1, new PagePlace(1, x, y, width, 10)));
}
