using Validation.Engine.Documents;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Documents.Doc;

public sealed class WordTableTests
{
    // Flags of cells: one with the cell above, and the first of such.
    private const int Continued = 0x20;
    private const int FirstDown = 0x60;

    [Fact]
    public void Read_RowsOfDifferentCells_ValuesInTheSameColumns()
    {
        var file = new WordFileWriter()
            .AddRow([0, 2000, 3000, 4000], [0, 0, 0], "合计", "甲", "乙")
            .AddRow([-8, 1000, 2012, 3000, 4000], [FirstDown, 0, 0, 0], "组", "行一", "1", "2")
            .AddRow([0, 1000, 2000, 2990, 4000], [Continued, 0, 0, 0], "", "行二", "3", "")
            .Add("文\r");

        Rows(file).ShouldBe(["合计||甲|乙", "组|行一|1|2", "|行二|3|"]);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 1)]
    public void Read_CellsMergedAcross_OneCellInTheFirstColumn(int first, int other)
    {
        var file = new WordFileWriter()
            .AddRow([0, 1000, 2000, 3000], [first, other, 0], "甲", "", "1")
            .AddRow([0, 1000, 2000, 3000], [0, 0, 0], "乙", "丙", "2");

        Rows(file).ShouldBe(["甲||1", "乙|丙|2"]);
    }

    [Fact]
    public void Read_TextInACellContinuedFromAbove_NotLost()
    {
        var file = new WordFileWriter().AddRow([0, 1000, 2000], [FirstDown, 0], "甲", "1").AddRow([0, 1000, 2000], [Continued, 0], "乙", "2");

        Rows(file).ShouldBe(["甲|1", "乙|2"]);
    }

    [Fact]
    public void Read_CellWithParagraphsAndBreaks_LinesOfOneCell()
    {
        var file = new WordFileWriter()
            .Add("一\r", Sprm.InTable).AddRow([0, 1000, 2000], [0, 0], "二\u000B三", "1").AddRow([0, 1000, 2000], [0, 0], "乙", "2");

        Rows(file).ShouldBe(["一\n二\n三|1", "乙|2"]);
    }

    [Theory]
    [InlineData(0x6646)]
    [InlineData(0x6645)]
    [InlineData(0x646B)]
    public void Read_RowDefinedInTheDataStream_Read(int code)
    {
        byte[] changes = [.. Sprm.InTable, .. Sprm.RowEnd, .. Sprm.Cells([0, 1000, 3000], [0, 0])];
        var file = new WordFileWriter { Data = [0, 0, 0, (byte)changes.Length, 0, .. changes] }
            .Add("甲\a", Sprm.InTable).Add("1\a", Sprm.InTable).Add("\a", Sprm.InData(code, 3))
            .AddRow([0, 1000, 2000, 3000], [0, 0, 0], "乙", "2", "3");

        Rows(file).ShouldBe(["甲|1|", "乙|2|3"]);
    }

    /// <summary>Each reference may cost as much as all others: the second one is damaged here, and nobody looks.</summary>
    [Theory]
    [InlineData(0x6646, 0x6645)]
    [InlineData(0x646B, 0x646B)]
    public void Read_SeveralReferencesToTheDataStream_OnlyTheFirstFollowed(int code, int second)
    {
        byte[] changes = [.. Sprm.InTable, .. Sprm.RowEnd, .. Sprm.Cells([0, 1000, 3000], [0, 0])];
        var file = new WordFileWriter { Data = [(byte)changes.Length, 0, .. changes] }
            .Add("甲\a", Sprm.InTable).Add("1\a", Sprm.InTable).Add("\a", [.. Sprm.InData(code, 0), .. Sprm.InData(second, 999)]);

        Rows(file).ShouldBe(["甲|1"]);
    }

    [Fact]
    public void Read_RowDefinedByInsertedCells_Read()
    {
        // sprmTInsert at 0: three cells of 1,000 twips; sprmTDxaCol: the first one 2,000; sprmTVertMerge: the first one continued.
        byte[] row = [0x21, 0x76, 0, 3, 0xE8, 0x03, 0x23, 0x76, 0, 1, 0xD0, 0x07, 0x2B, 0xD6, 2, 0, 1];
        var file = new WordFileWriter()
            .AddRow([0, 1000, 2000, 3000, 4000], [0, 0, 0, 0], "甲", "乙", "1", "2")
            .Add("\a", Sprm.InTable).Add("3\a", Sprm.InTable).Add("4\a", Sprm.InTable).Add("\a", [.. Sprm.InTable, .. Sprm.RowEnd, .. row]);

        Rows(file).ShouldBe(["甲|乙|1|2", "||3|4"]);
    }

    [Fact]
    public void Read_TableInATable_BothRead()
    {
        byte[] inner = [.. Sprm.InTable, .. Sprm.Depth(2)];
        var file = new WordFileWriter()
            .Add("外\r", Sprm.InTable)
            .Add("甲\r", [.. inner, .. Sprm.InnerCellEnd]).Add("1\r", [.. inner, .. Sprm.InnerCellEnd])
            .Add("\r", [.. inner, .. Sprm.InnerCellEnd, .. Sprm.InnerRowEnd, .. Sprm.Cells([0, 500, 1000], [0, 0])])
            .AddRow([0, 2000, 3000], [0, 0], "后", "右").Add("文\r");

        var paragraphs = Read(file).Document.ShouldNotBeNull().Lines();

        paragraphs.Select(paragraph => paragraph.Text).ShouldBe(["外", "甲\t1", "后", "右", "文"]);
        paragraphs[1].Cells.ShouldNotBeNull().Select(cell => cell.Position.Place)
            .ShouldBe([new ParagraphPlace(0, 2, 1, 1), new ParagraphPlace(0, 2, 1, 2)]);
    }

    [Fact]
    public void Read_RowDeletedWithRecordedChanges_LeftOut()
    {
        var file = new WordFileWriter()
            .AddRow([0, 1000, 2000], [0, 0], "甲", "1")
            .Add("乙\a", Sprm.InTable, Sprm.Deleted).Add("2\a", Sprm.InTable, Sprm.Deleted)
            .Add("\a", [.. Sprm.InTable, .. Sprm.RowEnd, .. Sprm.Cells([0, 1000, 2000], [0, 0])], Sprm.Deleted)
            .AddRow([0, 1000, 2000], [0, 0], "丙", "3");

        Rows(file).ShouldBe(["甲|1", "丙|3"]);
    }

    [Fact]
    public void Read_RowDeletedWhoseTextIsNot_Read()
    {
        var file = new WordFileWriter()
            .Add("甲\a", Sprm.InTable).Add("1\a", Sprm.InTable)
            .Add("\a", [.. Sprm.InTable, .. Sprm.RowEnd, .. Sprm.Cells([0, 1000, 2000], [0, 0])], Sprm.Deleted);

        Rows(file).ShouldBe(["甲|1"]);
    }

    [Fact]
    public void Read_FewerCellsThanDefined_Damaged() =>
        Read(new WordFileWriter().AddRow([0, 1000, 2000, 3000], [0, 0, 0], "甲", "1")).Reason.ShouldBe(Reason.DamagedDocument);

    [Fact]
    public void Read_EdgesFromRightToLeft_Damaged() =>
        Read(new WordFileWriter().AddRow([0, 2000, 1000], [0, 0], "甲", "1")).Reason.ShouldBe(Reason.DamagedDocument);

    [Fact]
    public void Read_RowWithoutEnd_Damaged() =>
        Read(new WordFileWriter().Add("甲\a", Sprm.InTable).Add("1\a", Sprm.InTable).Add("文\r")).Reason.ShouldBe(Reason.DamagedDocument);

    [Fact]
    public void Read_CellMarkOutsideOfATable_Damaged() =>
        Read(new WordFileWriter().Add("甲\a").Add("文\r")).Reason.ShouldBe(Reason.DamagedDocument);

    [Fact]
    public void Read_RowWithoutDefinition_Damaged() =>
        Read(new WordFileWriter().Add("甲\a", Sprm.InTable).Add("\a", [.. Sprm.InTable, .. Sprm.RowEnd]))
            .Reason.ShouldBe(Reason.DamagedDocument);

    [Fact]
    public void Read_TablesDeeperThanTheLimit_TooLarge() =>
        Read(new WordFileWriter().Add("甲\r", [.. Sprm.InTable, .. Sprm.Depth(101)])).Reason.ShouldBe(Reason.DocumentTooLarge);

    private static IEnumerable<string> Rows(WordFileWriter file)
    {
        var result = Read(file);
        return result.Document.ShouldNotBeNull($"{result.Reason}").Lines().Where(paragraph => paragraph.Cells is not null)
            .Select(row => string.Join('|', row.Cells!.Select(cell => cell.Text)));
    }

    private static ReadResult Read(WordFileWriter file) => new DocumentReader(EngineLimits.Default).Read(file.Build());
}
