using Validation.Engine.Tests.Documents.Zip;
using Validation.V1;
using static Validation.Engine.Tests.Documents.Odt.OdtFile;

namespace Validation.Engine.Tests.Documents.Odt;

public sealed class OdtListTests
{
    private const string Styles =
        "<text:list-style style:name='N'>"
        + "<text:list-level-style-number text:level='1' style:num-suffix='、' style:num-format='一, 二, 三, ...'/>"
        + "<text:list-level-style-number text:level='2' style:num-prefix='（' style:num-suffix='）' style:num-format='1'/>"
        + "<text:list-level-style-number text:level='3' style:num-format='1' text:display-levels='2' text:start-value='5'/>"
        + "<text:list-level-style-bullet text:level='4' text:bullet-char='●'/></text:list-style>"
        + "<text:list-style style:name='X'>"
        + "<text:list-level-style-number text:level='1' style:num-format='1' loext:num-list-format='第%1%条'/></text:list-style>"
        + "<text:outline-style><text:outline-level-style text:level='1' style:num-format='一, 二, 三, ...' style:num-suffix='、'/>"
        + "<text:outline-level-style text:level='2' style:num-format=''/></text:outline-style>";

    [Fact]
    public void Read_Levels_CountAndBeginAgain() =>
        Read(List(
            Item(P("a") + P("a2")),
            Item(P("b") + List(Item(P("c")), Item(P("d") + List(Item(P("e")), Item(P("f") + List(Item(P("g")))))))),
            Item(List(Item(P("h")))),
            Item(P("i")))
            + P("j"), styles: Styles)
            .ShouldBe(["一、a", "a2", "二、b", "（1）c", "（2）d", "2.5 e", "2.6 f", "g", "（1）h", "三、i", "j"]);

    [Theory]
    [InlineData("", "一、b")]
    [InlineData("text:continue-numbering='true'", "二、b")]
    [InlineData("text:continue-list='first'", "二、b")]
    [InlineData("text:continue-list='unknown'", "一、b")]
    public void Read_SecondList_GoesOnIfItSays(string attributes, string expected) =>
        Read($"<text:list xml:id='first' text:style-name='N'>{Item(P("a"))}</text:list>"
            + $"<text:list text:style-name='N' {attributes}>{Item(P("b"))}</text:list>", styles: Styles).ShouldBe(["一、a", expected]);

    [Fact]
    public void Read_StartOfAnItem_BeginsThere() =>
        Read($"<text:list text:style-name='N'><text:list-item text:start-value='4'>{P("a")}</text:list-item>{Item(P("b"))}</text:list>",
            styles: Styles)
            .ShouldBe(["四、a", "五、b"]);

    [Fact]
    public void Read_HeaderOfList_NoNumber() =>
        Read($"<text:list text:style-name='N'><text:list-header>{P("a")}</text:list-header>{Item(P("b"))}</text:list>", styles: Styles)
            .ShouldBe(["a", "一、b"]);

    [Fact]
    public void Read_PatternOfNewerFiles_Followed() =>
        Read($"<text:list text:style-name='X'>{Item(P("a"))}</text:list>", styles: Styles).ShouldBe(["第1条a"]);

    [Fact]
    public void Read_StyleOfTheContent_Followed() =>
        Read($"<text:list text:style-name='X'>{Item(P("a"))}</text:list>", automatic: Styles).ShouldBe(["第1条a"]);

    [Fact]
    public void Read_NumberedHeadings_Counted() =>
        Read("<text:h text:outline-level='1'>a</text:h><text:h text:outline-level='2'>b</text:h><text:h text:outline-level='1'>c</text:h>"
            + "<text:h text:outline-level='1' text:is-list-header='true'>d</text:h><text:h text:outline-level='99'>e</text:h>",
                styles: Styles)
            .ShouldBe(["一、a", "b", "二、c", "d", "e"]);

    [Fact]
    public void Read_UnknownStyle_NoNumber() =>
        Read($"<text:list text:style-name='?'>{Item(P("a"))}</text:list>", styles: Styles).ShouldBe(["a"]);

    [Theory]
    [InlineData(" xml:id='l{0}'")]
    [InlineData(" text:style-name='l{0}'")]
    public void Read_ListsWithoutNumber_TooLarge(string attribute)
    {
        var lists = string.Concat(Enumerable.Range(0, 20_001).Select(
            i => $"<text:list{attribute.Replace("{0}", $"{i}", StringComparison.Ordinal)}/>"));

        ZipFile.Read(Of(P("a") + lists)).Reason.ShouldBe(Reason.DocumentTooLarge);
    }

    [Fact]
    public void Read_ListsDeeperThanAnyStyle_NoNumber()
    {
        var text = P("a");
        for (var depth = 0; depth < 12; depth++)
        {
            text = List(Item(text));
        }

        Read(text, styles: Styles).ShouldBe(["a"]);
    }

    private static string P(string text) => $"<text:p>{text}</text:p>";

    private static string Item(string content) => $"<text:list-item>{content}</text:list-item>";

    private static string List(params string[] items) => $"<text:list text:style-name='N'>{string.Concat(items)}</text:list>";
}
