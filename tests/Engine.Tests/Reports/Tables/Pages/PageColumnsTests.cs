using Validation.Engine.Documents;
using Validation.Engine.Reports.Tables.Pages;

namespace Validation.Engine.Tests.Reports.Tables.Pages;

/// <summary>Printed numbers that touch, are set with wide spaces or stand beside their heading, in rows of three cells of which the last is
/// the sum.</summary>
public sealed class PageColumnsTests
{
    // Columns at 100, 130 and 160; every digit is 5 wide.
    private static readonly TableWord[] Full = [Word(100, 0, "1111"), Word(130, 0, "2222"), Word(160, 0, "3333")];

    private static readonly PagePlace[] Headings = [.. new[] { 100, 200, 300 }.Select(left => new PagePlace(1, left, 0, 50, 10))];

    [Theory]
    [InlineData("11112222", "1111 2222 3333")]
    [InlineData("11122222", null)]
    public void Cells_TouchingNumbers_PartedWhereTheSumProvesIt(string text, string? cells) =>
        Cells([Word(100, 20, text, 50), Word(160, 20, "3333")], [], Full).ShouldBe(cells);

    [Fact]
    public void Cells_TouchingNumbersOfWhichOneIsZero_NoNumberBeginsWithIt() =>
        Cells([Word(100, 20, "02222", 40), Word(160, 20, "2222")], [], Full).ShouldBeNull();

    [Fact]
    public void Cells_DigitsSetWithSpaces_OneNumber() =>
        Cells([Word(105, 20, "3"), Word(111.5, 20, "7"), Word(165, 20, "3"), Word(171.5, 20, "7")], [], Full).ShouldBe("37  37");

    [Fact]
    public void Cells_AsManyDigitsAsColumns_NoRowOfThree()
    {
        TableWord[] digits = [Word(105, 20, "1"), Word(111.5, 20, "0"), Word(118, 20, "1")];

        Cells(digits, []).ShouldBeNull();
        Cells(digits, [], Full).ShouldBe("101  ");
    }

    [Theory]
    [InlineData(210, "7", " 7 7")]
    [InlineData(185, "7", " 7 7")]
    [InlineData(185, "8", null)]
    public void Cells_ColumnsKnownByHeadingsAlone_NumberBesideThemReadWhereTheSumProvesIt(int left, string sum, string? cells) =>
        Cells([Word(left, 20, "7"), Word(310, 20, sum)], Headings).ShouldBe(cells);

    private static string? Cells(TableWord[] words, PagePlace[] headings, params TableWord[][] others)
    {
        var columns = PageColumns.Find(3, headings, [words, .. others]);
        var cells = PageColumns.OnePerColumn(words, 3) ?? columns?.Cells(new PageRow([.. words]), 3);
        return cells is null ? null : string.Join(' ', cells.Select(cell => cell.Text));
    }

    private static TableWord Word(double x, double y, string text, double? width = null) =>
        new(text, new Position(1), new PagePlace(1, x, y, width ?? (5 * text.Length), 10));
}
