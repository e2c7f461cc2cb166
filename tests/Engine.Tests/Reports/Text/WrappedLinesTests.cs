using Validation.Engine.Reports.Text;
using Validation.Engine.Rules.Facts;
using Validation.V1;

namespace Validation.Engine.Tests.Reports.Text;

public sealed class WrappedLinesTests
{
    private const string Whole = "全年受理向市政府提出的信息公开申请二十七件，办复率达到";

    [Theory]
    [InlineData(Whole + "|了百分之百。", Whole + "了百分之百。")]
    [InlineData(Whole + "|了 100 件，" + Whole + "|完毕。", Whole + "了100件，" + Whole + "完毕。")]
    [InlineData(Whole + "。|下一段", Whole + "。|下一段")]
    [InlineData(Whole + "：|下一段", Whole + "：|下一段")]
    [InlineData(Whole + "。”|下一段", Whole + "。”|下一段")]
    [InlineData(Whole + "|（二）依申请公开", Whole + "|（二）依申请公开")]
    [InlineData(Whole + "|1.监督保障", Whole + "|1.监督保障")]
    [InlineData("某某市人民政府办公室|2025年1月6日", "某某市人民政府办公室|2025年1月6日")]
    [InlineData("这一行很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长。|" + Whole + "|短", "这一行很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长。|" + Whole + "|短")]
    public void Join_Lines_ThoseThatThePageWrapped(string lines, string paragraphs) =>
        string.Join('|', Join(lines).Select(paragraph => paragraph.Text)).ShouldBe(paragraphs);

    [Fact]
    public void LocationOf_CharacterOnTheSecondLine_LineAndColumnOfTheDocument()
    {
        var paragraph = Join(Whole + "|了 100 件，完毕。").ShouldHaveSingleItem();

        Place(paragraph, 0).ShouldBe((1, 5));
        Place(paragraph, Whole.Length).ShouldBe((2, 5));
        Place(paragraph, paragraph.Text.LastIndexOf('件')).ShouldBe((2, 11));
        Place(paragraph, paragraph.Text.Length - 1).ShouldBe((2, 15));
    }

    [Fact]
    public void Sentences_OverLines_Whole() =>
        Join(Whole + "|了。二").ShouldHaveSingleItem().Sentences().Select(sentence => sentence.Text).ShouldBe([Whole + "了。", "二"]);

    private static (int Line, int Column) Place(PassageFact paragraph, int index)
    {
        var location = paragraph.LocationOf(index)!;
        return (location.Line, location.Column);
    }

    private static PassageFact[] Join(string lines)
    {
        var passages = lines.Split('|')
            .Select((text, i) => new Passage { Text = text, Location = new Location { Line = i + 1, Column = 5 } });
        return Array.ConvertAll(WrappedLines.Join([.. passages]), paragraph => new PassageFact(paragraph, 1));
    }
}
