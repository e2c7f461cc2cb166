using Validation.Engine.Documents;
using Validation.Engine.Reports.Tables.Pages;

namespace Validation.Engine.Tests.Reports.Tables.Pages;

public sealed class ColumnEdgesTests
{
    // Headings to the left of wide cells: the first cell ends where the second heading begins.
    private static readonly List<(double Left, double Right)> Headings = [(100, 150), (200, 250), (300, 350)];

    [Fact]
    public void Allow_NumberBeforeTheNextHeading_NeitherColumn()
    {
        var edges = new ColumnEdges(Headings, [(185, 195)]);

        edges.Allow(At(185, 195), 0).ShouldBeFalse();
        edges.Allow(At(185, 195), 1).ShouldBeFalse();
    }

    [Fact]
    public void Allow_NumberNearItsHeading_ItsColumn()
    {
        var edges = new ColumnEdges(Headings, [(101, 160)]);

        edges.Allow(At(152, 158), 0).ShouldBeTrue();
        edges.Allow(At(152, 158), 1).ShouldBeFalse();
    }

    [Fact]
    public void Allow_NumbersBeyondTheLastHeading_HeadingsNotToTheRight()
    {
        var edges = new ColumnEdges(Headings, [(380, 395)]);

        edges.Allow(At(380, 395), 2).ShouldBeTrue();
        edges.Allow(At(152, 158), 0).ShouldBeTrue();
    }

    private static PagePlace At(double left, double right) => PagePlace.Between(1, left, 0, right, 10);
}
