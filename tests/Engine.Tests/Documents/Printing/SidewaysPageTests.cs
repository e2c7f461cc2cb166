using Validation.Engine.Documents;
using Validation.Engine.Documents.Printing;

namespace Validation.Engine.Tests.Documents.Printing;

public sealed class SidewaysPageTests
{
    private static readonly PageWord[] Page =
    [
        new("一、总体情况", new PagePlace(1, 60, 10, 84, 12)),
        new("本年新收政府信息公开申请数量", new PagePlace(1, 60, 40, 160, 12)),
        new("12", new PagePlace(1, 300, 40, 11, 12)),
        new("二、主动公开政府信息情况", new PagePlace(1, 60, 70, 140, 12)),
    ];

    [Fact]
    public void Upright_UprightPage_SameWords() => SidewaysPage.Upright(Page).ShouldBeSameAs(Page);

    [Fact]
    public void Upright_UprightPageWithAVerticalLabel_SameWords()
    {
        PageWord[] page = [.. Page, new("不予公开", new PagePlace(1, 20, 40, 12, 48))];

        SidewaysPage.Upright(page).ShouldBeSameAs(page);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Upright_SidewaysPage_WordsStandAsOnTheUprightOne(bool runsDown)
    {
        PageWord[] sideways = [.. Page.Select(word => word with { Box = runsDown ? Down(word.Box) : Up(word.Box) })];

        var words = SidewaysPage.Upright(sideways);

        words.Select(Size).ShouldBe(Page.Select(Size));
        Offsets(words).ShouldBe(Offsets(Page));
    }

    private static (string Text, double Width, double Height) Size(PageWord word) => (word.Text, word.Box.Width, word.Box.Height);

    // A quarter turn to the right, and one to the left.
    private static PagePlace Down(PagePlace box) => new(box.Page, 800 - box.Bottom, box.X, box.Height, box.Width);

    private static PagePlace Up(PagePlace box) => new(box.Page, box.Y, 600 - box.Right, box.Height, box.Width);

    private static IEnumerable<(double X, double Y)> Offsets(IReadOnlyList<PageWord> words) =>
        words.Select(word => (word.Box.X - words[0].Box.X, word.Box.Y - words[0].Box.Y));
}
