using Validation.Engine.Documents;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Tables.Pages;
using Validation.Form;

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
        TextLine[] lines = [Line(100, Received, 160, 250), Line(120, CarriedIn, 120, left)];

        var records = PageRecords.Read(ApplicationsTemplate.Table, lines);

        records.Select(record => record.IsUnclear).ShouldBe([isUnclear, isUnclear]);
    }

    [Fact]
    public void Read_NumbersBetweenTwoLabels_NeitherRowIsClear()
    {
        TextLine[] lines = [Line([Word(100, Received, 70, 160)]), Numbers(122), Line([Word(140, CarriedIn, 70, 120)])];

        var records = PageRecords.Read(ApplicationsTemplate.Table, lines);

        records.Select(record => record.IsUnclear).ShouldBe([true, true]);
    }

    [Theory]
    [InlineData(260, "24")]
    [InlineData(275, "24")]
    [InlineData(260, "24242424")]
    public void Read_LastNumberGoesOnOnTheNextPage_NeverReadInPart(int left, string rest)
    {
        var last = Line(800, CarriedOut, 120, 260, "9871");
        var next = Word(50, rest, left, 5 * rest.Length, page: 2);
        TextLine[] lines = [Line(100, Received, 160, 260), last, new TextLine(next.Text, next.Position) { Words = [next] }];

        var record = PageRecords.Read(ApplicationsTemplate.Table, lines)[^1];

        (record.IsUnclear || record.Values[0].Text == "9871" + rest).ShouldBeTrue();
    }

    [Fact]
    public void Read_LabelThatBeginsAsTheOneBrokenByThePage_BothRowsClear()
    {
        TextLine[] lines =
        [
            Line([Word(100, "行政", 70, 20)]), Line([Word(112, "0", 200, 5)]), Line([Word(124, "许可", 70, 20)]),
            Line([Word(50, "行政", 70, 20, page: 2)]), Line([Word(62, "事业", 70, 20, page: 2), Word(62, "7.5", 200, 15, page: 2)]),
            Line([Word(74, "性收费", 70, 30, page: 2)]),
        ];

        var records = PageRecords.Read(DisclosureTemplate.Table, lines);

        records.Select(record => record.IsUnclear).ShouldBe([false, false]);
        records.Select(record => record.Values.ShouldHaveSingleItem().Text).ShouldBe(["0", "7.5"]);
    }

    [Fact]
    public void Read_LabelSetAsWideAsItsCell_Found()
    {
        var spread = CarriedOut[..6].Select((character, i) => Word(140, $"{character}", 70 + (17 * i), 10));
        TextLine[] lines = [Line(100, Received, 160, 260), Line([.. spread]), Line(152, CarriedOut[6..], 50, 260)];

        var records = PageRecords.Read(ApplicationsTemplate.Table, lines);

        records.Select(record => record.Labels[^1].Text).ShouldContain("四结转下年度继续办理");
        records.Select(record => record.IsUnclear).ShouldBe([false, false]);
    }

    [Fact]
    public void Read_LabelInAColumnOfTwoCharacters_Found()
    {
        const string Label = "（一）予以公开";
        var pairs = Label.Chunk(2).Select((pair, line) =>
            Line([.. pair.Select((character, i) => Word(140 + (12 * line), $"{character}", 70 + (14 * i), 10))]));
        TextLine[] lines = [Line(100, Received, 160, 260), .. pairs, Numbers(158)];

        var records = PageRecords.Read(ApplicationsTemplate.Table, [.. lines.OrderBy(line => line.Position.Order)]);

        records[^1].Labels[^1].Text.ShouldBe("（一予以公开");
    }

    [Theory]
    [InlineData(120, 40, true)]
    [InlineData(140, 40, true)]
    [InlineData(140, 195, true)]
    [InlineData(165, 40, false)]
    public void Read_ProseAboveOrAmongTheNumbersOfTableFour_Unclear(double y, double left, bool isUnclear)
    {
        var cells = DisputesTemplate.Table.Rows[0].Cells;
        var prose = Word(y, "本年度未发生行政复议和行政诉讼案件，已逐项核对无误", left, 200);
        Piece[] words =
        [
            .. cells.Select((cell, i) => Word(100, cell.Column, 50 + (30 * i), 25)),
            .. cells.Select((_, i) => Word(140, "0", 60 + (30 * i), 5)),
            prose,
        ];
        var lines = words.GroupBy(word => ((PagePlace)word.Position.Place!).Y).OrderBy(line => line.Key)
            .Select(line => Line([.. line.OrderBy(word => ((PagePlace)word.Position.Place!).X)]));

        PageRecords.Read(DisputesTemplate.Table, [.. lines]).ShouldHaveSingleItem().IsUnclear.ShouldBe(isUnclear);
    }

    // A label from 70 on, and seven numbers.
    private static TextLine Line(double y, string label, double width, int left, string? number = null)
    {
        Piece[] words =
        [
            Word(y, label, 70, width),
            .. Enumerable.Range(0, 7).Select(i => Word(y, number ?? $"{i}", left + (30 * i), 5 * (number?.Length ?? 1))),
        ];
        return Line(words);
    }

    private static TextLine Numbers(double y) => Line([.. Enumerable.Range(0, 7).Select(i => Word(y, $"{i}", 280 + (30 * i), 5))]);

    private static TextLine Line(Piece[] words) =>
        new(string.Join(' ', words.Select(word => word.Text)), words[0].Position) { Words = words };

    private static Piece Word(double y, string text, double x, double width, int page = 1) =>
        new(text, new Position((page * 1000) + (int)y, 1, new PagePlace(page, x, y, width, 10)));
}
