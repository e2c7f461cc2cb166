using Validation.Engine.Documents;
using Validation.Engine.Reports.Tables.Pages;
using Validation.Template;

namespace Validation.Engine.Tests.Reports.Tables.Pages;

public sealed class PageRecordsTests
{
    private const string Received = "一、本年新收政府信息公开申请数量";
    private const string CarriedOut = "四、结转下年度继续办理";
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

    [Theory]
    [InlineData(260, "24")]
    [InlineData(275, "24")]
    [InlineData(260, "24242424")]
    public void Read_LastNumberGoesOnOnTheNextPage_NeverReadInPart(int left, string rest)
    {
        var last = Line(800, CarriedOut, 120, 260, "9871");
        var next = Word(50, rest, left, 5 * rest.Length, page: 2);
        Paragraph[] lines = [Line(100, Received, 160, 260), last, new Paragraph(next.Text, next.Position) { Words = [next] }];

        var record = PageRecords.Read(ApplicationsTemplate.Table, lines)[^1];

        (record.IsUnclear || record.Values[0].Text == "9871" + rest).ShouldBeTrue();
    }

    // A label from 70 on, and seven numbers.
    private static Paragraph Line(double y, string label, double width, int left, string? number = null)
    {
        Piece[] words =
        [
            Word(y, label, 70, width),
            .. Enumerable.Range(0, 7).Select(i => Word(y, number ?? $"{i}", left + (30 * i), 5 * (number?.Length ?? 1))),
        ];
        return new Paragraph(string.Join(' ', words.Select(word => word.Text)), words[0].Position) { Words = words };
    }

    private static Piece Word(double y, string text, double x, double width, int page = 1) =>
        new(text, new Position((page * 1000) + (int)y, 1, new PagePlace(page, x, y, width, 10)));
}
