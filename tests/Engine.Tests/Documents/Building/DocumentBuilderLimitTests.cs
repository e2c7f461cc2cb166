using Validation.Engine.Documents;
using Validation.Engine.Documents.Building;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Documents.Building;

/// <summary>Each limit of the builder one below it, at it and one above.</summary>
public sealed class DocumentBuilderLimitTests
{
    [Theory]
    [InlineData(9, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void Characters_InAll_HoldTheLimit(int characters, bool isRead) => Reads(new EngineLimits { TextCharacters = 10 }, builder =>
    {
        builder.AddParagraph(new string('a', 4));
        builder.BeginCell();
        builder.AddParagraph(new string('a', characters - 4));
    }).ShouldBe(isRead);

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Paragraphs_InAll_HoldTheLimit(int paragraphs, bool isRead) => Reads(new EngineLimits { Paragraphs = 3 }, builder =>
    {
        for (var i = 0; i < paragraphs; i++)
        {
            builder.AddParagraph("a");
        }
    }).ShouldBe(isRead);

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Paragraphs_InCells_CountFromTheSecondOn(int paragraphs, bool isRead) =>
        Reads(new EngineLimits { Paragraphs = 3 }, builder =>
    {
        builder.BeginCell();
        for (var i = 0; i < paragraphs; i++)
        {
            builder.AddParagraph("a");
        }
    }).ShouldBe(isRead);

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void Cells_InAll_HoldTheLimit(int cells, bool isRead) => Reads(new EngineLimits { TableCells = 6 }, builder =>
    {
        for (var i = 0; i < cells; i++)
        {
            builder.BeginCell();
            builder.AddParagraph("a");
        }
    }).ShouldBe(isRead);

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void Columns_OfSpans_AtMostTwiceTheCells(int columns, bool isRead) => Reads(new EngineLimits { TableCells = 6 }, builder =>
    {
        for (var row = 0; row < 2; row++)
        {
            builder.BeginRow();
            builder.BeginCell(columns - 1);
            builder.AddParagraph("a");
            builder.BeginCell();
        }
    }).ShouldBe(isRead);

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    [InlineData(int.MaxValue, false)]
    public void Columns_OfACell_HoldTheLimit(int columns, bool isRead) => Reads(new EngineLimits { TableColumns = 10 }, builder =>
    {
        builder.BeginCell(columns, 2);
        builder.AddParagraph("a");
    }).ShouldBe(isRead);

    [Theory]
    [InlineData(8, true)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    [InlineData(int.MaxValue, false)]
    public void Columns_LeftOut_HoldTheLimit(int columns, bool isRead) => Reads(new EngineLimits { TableColumns = 10 }, builder =>
    {
        builder.BeginRow();
        builder.SkipColumns(columns);
        builder.BeginCell();
        builder.AddParagraph("a");
    }).ShouldBe(isRead);

    [Theory]
    [InlineData(32_767, true)]
    [InlineData(32_768, false)]
    public void Columns_UnderTheLargestLimit_AsManyAsAnyProgramHas(int columns, bool isRead) =>
        Reads(new EngineLimits { TableColumns = int.MaxValue, TableCells = int.MaxValue }, builder =>
        {
            builder.BeginCell(columns);
            builder.AddParagraph("a");
        }).ShouldBe(isRead);

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Tables_InTables_HoldTheLimit(int tables, bool isRead) => Reads(new EngineLimits { TableDepth = 3 }, builder =>
    {
        for (var i = 0; i < tables; i++)
        {
            builder.BeginTable();
            builder.BeginCell();
        }

        builder.AddParagraph("a");
    }).ShouldBe(isRead);

    private static bool Reads(EngineLimits limits, Action<DocumentBuilder> fill)
    {
        var builder = new DocumentBuilder(limits);
        try
        {
            fill(builder);
            builder.Build("test").Lines().ShouldNotBeEmpty();
            return true;
        }
        catch (UnreadableException why)
        {
            why.Reason.ShouldBe(Reason.DocumentTooLarge);
            return false;
        }
    }
}
