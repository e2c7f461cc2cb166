using Validation.Engine.Documents;
using Validation.Engine.Reports.Tables.Rows;
using Validation.Engine.Reports.Tables.Values;
using Validation.Engine.Tests.Support;
using Validation.Form;

namespace Validation.Engine.Tests.Reports.Tables.Values;

public sealed class ValuePlacerTests
{
    // Values of a row of four columns, the last the total; an empty cell is "_", "?" for none that is certain.
    [Theory]
    [InlineData("1 2 3 6", "1 2 3 6")]
    [InlineData("1 _ _ 1", "1 _ _ 1")]
    [InlineData("_ 1 2 3 6", "1 2 3 6")]
    [InlineData("1 2 3 6 _", "1 2 3 6")]
    [InlineData("_ 1 2 3 6 _", "1 2 3 6")]
    [InlineData("_ _ 1 _ 1 _", "_ 1 _ 1")]
    [InlineData("_ _ _ _ _ _", "_ _ _ _")]
    [InlineData("_ _", "_ _ _ _")]
    [InlineData("1 2 3", "?")]
    [InlineData("1 2 3 6 7", "?")]
    [InlineData("_ 1 2 3 _", "_ 1 2 3")]
    [InlineData("_ 1 2 4 _", "?")]
    [InlineData("_ 0 0 0 _", "?")]
    public void Place_CellsOfAGrid_InTheirColumnsOrNotAtAll(string values, string placed) =>
        Written(ValuePlacer.Place(Grid(values), 4, true, null)).ShouldBe(placed);

    [Theory]
    [InlineData("_ 1 2 3 _", 1, "_ 1 2 3")]
    [InlineData("_ 1 2 3 _", 2, "1 2 3 _")]
    [InlineData("1 2 3 6 _", 2, "1 2 3 6")]
    [InlineData("1 2", 1, "1 2 _ _")]
    [InlineData("1 2", 2, "?")]
    public void Place_LikeRowsBeginInAColumn_ThereWhereSeveralArePossible(string values, int usualFirst, string placed) =>
        Written(ValuePlacer.Place(Grid(values), 4, false, usualFirst)).ShouldBe(placed);

    [Theory]
    [InlineData("规章 1 2 3 6", "1 2 3 6")]
    [InlineData("规章\n1\n2\n3\n6", "1 2 3 6")]
    [InlineData("规章\n1\n \n0\n1", "1 _ 0 1")]
    [InlineData("规章\n\n1\n \n0\n1", "?")]
    [InlineData("规章\n1\n \n0\n2", "?")]
    [InlineData("规章 1 2 3", "?")]
    [InlineData("规章\n0000", "0 0 0 0")]
    [InlineData("规章\n0001", "?")]
    [InlineData("规章", "_ _ _ _")]
    [InlineData("规章\n8\n1 2 3 6", "1 2 3 6")]
    [InlineData("规章\n1\n2\n3\n6\n8", "1 2 3 6")]
    [InlineData("规章\n0\n0\n0\n0\n0", "?")]
    public void Place_FlowingText_InTheirColumnsOrNotAtAll(string text, string placed) =>
        Written(ValuePlacer.Place(FlowRecords.Read(Lines.Of(text))[0], 4, true, null)).ShouldBe(placed);

    [Theory]
    [InlineData("规范性文件\n5\n\n6\n3", "?")]
    [InlineData("规范性文件\n5\n6\n\n3", "?")]
    [InlineData("规范性文件\n5\n\n6\n\n3", "5 6 3")]
    [InlineData("规范性文件\n5\n6\n3", "5 6 3")]
    [InlineData("规范性文件\n5\n\n6\n1023", "5 6 1023")]
    [InlineData("规范性文件 5 6 3", "5 6 3")]
    public void Place_LastNumberMayBeThatOfThePage_NotPlaced(string text, string placed) =>
        Written(ValuePlacer.Place(FlowRecords.Read(Lines.Of(text))[0], 3, false, null)).ShouldBe(placed);

    [Theory]
    [InlineData("行政许可 423\n3", "423")]
    [InlineData("行政许可\n423\n3", "423")]
    public void Place_OneColumnAndAPageNumber_TheNumberBesideTheLabel(string text, string placed)
    {
        var record = FlowRecords.Read(Lines.Of(text))[0];

        var row = new RowReading(DisclosureTemplate.Table.Rows[2], 0, record) { Values = ValuePlacer.Place(record, 1, false, null) };

        Written(row.Values).ShouldBe(placed);
        row.Strays.Select(stray => stray.Text).ShouldBe(["3"]);
    }

    private static TableRecord Grid(string values)
    {
        var record = new TableRecord { IsGrid = true, FirstCell = 1 };
        record.Labels.Add(new Token(TokenKind.Text, "规章", new Position(1, 1)));
        record.Values.AddRange(values.Split(' ').Select(value => value == "_"
            ? new Token(TokenKind.Gap, string.Empty, new Position(1, 1))
            : new Token(TokenKind.Value, value, new Position(1, 1))));
        return record;
    }

    private static string Written(IReadOnlyList<Token>? cells) =>
        cells is null ? "?" : string.Join(' ', cells.Select(cell => cell.Kind == TokenKind.Gap ? "_" : cell.Text));
}
