using Validation.Engine.Documents;
using Validation.Engine.Reports.Articles;
using Validation.V1;

namespace Validation.Engine.Tests.Reports.Articles;

public sealed class StrayMarksTests
{
    [Theory]
    [InlineData("[bookmark: _GoBack]0", "                   0", 1)]
    [InlineData("0[bookmark: _GoBack]", "0                   ", 2)]
    [InlineData("五、[bookmark: OLE_LINK1]存在的", "五、                     存在的", 3)]
    [InlineData("\t[bookmark: _Hlk12]", "\t                  ", 2)]
    public void Blank_BookmarkOfAConverter_SpacesInItsPlaceAndNoted(string line, string clean, int column)
    {
        var deviations = new List<Deviation>();
        var source = Source(deviations, "甲", line);

        source.Select(paragraph => paragraph.Text).ShouldBe(["甲", clean]);
        var mark = deviations.ShouldHaveSingleItem();
        mark.Kind.ShouldBe(Deviation.Types.Kind.StrayMark);
        mark.Location.ShouldBe(new Location { Line = 2, Column = column, Ordinal = 2 });
    }

    [Theory]
    [InlineData("[2024]1号")]
    [InlineData("[bookmark]")]
    [InlineData("bookmark: _GoBack")]
    [InlineData("[bookmark: _GoBack")]
    public void Blank_OtherBrackets_LeftAlone(string line)
    {
        var deviations = new List<Deviation>();

        Source(deviations, line)[0].Text.ShouldBe(line);
        deviations.ShouldBeEmpty();
    }

    [Fact]
    public void Blank_TwoBookmarksInALine_BothNoted()
    {
        var deviations = new List<Deviation>();

        Source(deviations, "[bookmark: a]1[bookmark: b]")[0].Text.Trim().ShouldBe("1");
        deviations.Select(deviation => deviation.Location.Column).ShouldBe([1, 15]);
    }

    private static IReadOnlyList<TextLine> Source(List<Deviation> deviations, params string[] lines) =>
        StrayMarks.Blank([.. lines.Select((line, i) => new TextLine(line, new Position(i + 1, 1)))], deviations);
}
