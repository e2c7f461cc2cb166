using Validation.Engine.Documents;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Tables;
using Validation.Engine.Reports.Tables.Values;
using Validation.Engine.Tests.Support;
using Validation.Form;

namespace Validation.Engine.Tests.Reports.Tables.Values;

public sealed class TableReadingTests
{
    private const string Rows = "规章|1|0|2\n行政规范性文件|0|0|3\n行政许可|5\n行政处罚|6\n行政强制|0\n行政事业性收费|0";

    [Theory]
    [InlineData('\t', true)]
    [InlineData(' ', false)]
    public void Read_ClearTable_LayoutThatShowsItAndEveryRow(char separator, bool isGrid)
    {
        var reading = Read(Rows.Replace('|', separator));

        reading.Records[0].IsGrid.ShouldBe(isGrid);
        reading.Readable.ShouldBe(6);
        reading.Rows.Select(row => row.Values![0].Text).ShouldBe(["1", "0", "5", "6", "0", "0"]);
    }

    [Fact]
    public void Read_TwoNumbersOnOneLineForOneCell_RowFoundAndNotPlaced()
    {
        var reading = Read(Rows.Replace("|6", " 10 0", StringComparison.Ordinal).Replace('|', ' '));

        reading.Rows.Select(row => row.Values is not null).ShouldBe([true, true, true, false, true, true]);
        reading.Rows[3].Record!.ValueText.ShouldBe("10 0");
    }

    [Fact]
    public void Read_CellsThatWereJoined_RowFoundAndNotPlaced()
    {
        string[] cells = ["行政许可", "1\n2", "3\n4", "5\n6"];
        var row = new TextLine(string.Join('\t', cells), new Position(1, 1))
        {
            Cells = [.. cells.Select((cell, i) => new Piece(cell, new Position(i + 1, 1)))],
        };

        var reading = TableReader.Read(DisclosureTemplate.Table, [row], EngineLimits.Default)!;

        reading.Rows[2].Record!.IsUnclear.ShouldBeTrue();
        reading.Rows[2].Values.ShouldBeNull();
    }

    [Fact]
    public void Read_SectionBeyondTheLimit_NotSearched() =>
        TableReader.Read(DisclosureTemplate.Table, [.. Lines.Of(Rows)], EngineLimits.Default with { SectionCharacters = 10 })
            .ShouldBeNull();

    private static TableReading Read(string text) =>
        TableReader.Read(DisclosureTemplate.Table, [.. Lines.Of(text)], EngineLimits.Default)!;
}
