using Validation.Engine.Documents;
using Validation.Engine.Reports.Articles;

namespace Validation.Engine.Tests.Reports.Articles;

public sealed class FlatTextTests
{
    [Fact]
    public void Text_LinesOfAnyForm_JoinedWithoutSpaceAndFolded()
    {
        var flat = Flat("  统计期限自２０２４年", "", "1月1日\u3000起 ");

        flat.Text.ShouldBe("统计期限自2024年1月1日起");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(4, 1)]
    [InlineData(5, 3)]
    [InlineData(9, 3)]
    [InlineData(99, 3)]
    public void PositionOf_Index_LineOfTheCharacter(int index, int line) =>
        Flat("12345", "", "67890").PositionOf(index).Order.ShouldBe(line);

    [Fact]
    public void PositionOf_NoLines_NoPlace() => Flat().PositionOf(0).ShouldBe(default);

    private static FlatText Flat(params string[] lines) => new(lines.Select((line, i) => new TextLine(line, new Position(i + 1, 1))));
}
