using Validation.Engine.Documents;
using Validation.Engine.Reports.Tables.Pages;

namespace Validation.Engine.Tests.Reports.Tables.Pages;

/// <summary>Printed numbers that touch, or are set with wide spaces, in rows of three cells of which the last is the sum.</summary>
public sealed class PageCellsTests
{
    // Columns at 100, 130 and 160; every digit is 5 wide.
    private static readonly TableWord[] Full = [Word(100, 0, "1111"), Word(130, 0, "2222"), Word(160, 0, "3333")];

    [Theory]
    [InlineData("11112222", "1111 2222 3333")]
    [InlineData("11122222", null)]
    public void Place_TouchingNumbers_PartedWhereTheSumProvesIt(string text, string? cells) =>
        Place([Word(100, 20, text, 50), Word(160, 20, "3333")], Full).ShouldBe(cells);

    [Fact]
    public void Place_DigitsSetWithSpaces_OneNumber() =>
        Place([Word(105, 20, "3"), Word(111.5, 20, "7"), Word(165, 20, "3"), Word(171.5, 20, "7")], Full).ShouldBe("37  37");

    [Fact]
    public void Place_AsManyDigitsAsColumns_NoRowOfThree()
    {
        TableWord[] digits = [Word(105, 20, "1"), Word(111.5, 20, "0"), Word(118, 20, "1")];

        Place(digits).ShouldBeNull();
        Place(digits, Full).ShouldBe("101  ");
    }

    private static string? Place(TableWord[] words, params TableWord[][] others)
    {
        var row = new PageRow([words[0].Box]);
        row.Cells.AddRange(words);
        var columns = PageColumns.Find(3, [], [words, .. others]);
        return PageCells.Place(row, columns, 3, 3) is { } cells ? string.Join(' ', cells.Select(cell => cell.Text)) : null;
    }

    private static TableWord Word(double x, double y, string text, double? width = null) =>
        new(text, new Position(1), new PagePlace(1, x, y, width ?? (5 * text.Length), 10));
}
