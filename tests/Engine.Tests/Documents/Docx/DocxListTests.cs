using static Validation.Engine.Tests.Documents.Docx.DocxFile;

namespace Validation.Engine.Tests.Documents.Docx;

public sealed class DocxListTests
{
    [Theory]
    [InlineData("chineseCounting", "%1、", "一、a")]
    [InlineData("chineseCountingThousand", "（%1）", "（一）a")]
    [InlineData("japaneseCounting", "第%1章", "第一章a")]
    [InlineData("decimal", "%1.", "1. a")]
    [InlineData("decimal", "%1、", "1、a")]
    [InlineData("chineseLegalSimplified", "%1、", "壹、a")]
    [InlineData("ideographTraditional", "%1、", "甲、a")]
    [InlineData("ideographZodiac", "%1、", "子、a")]
    [InlineData("ideographDigital", "%1、", "一、a")]
    [InlineData("decimalEnclosedCircle", "%1", "① a")]
    [InlineData("decimalFullWidth", "%1", "１a")]
    [InlineData("upperLetter", "%1)", "A) a")]
    [InlineData("lowerLetter", "%1)", "a) a")]
    [InlineData("upperRoman", "%1.", "I. a")]
    [InlineData("lowerRoman", "%1.", "i. a")]
    [InlineData("decimalZero", "%1", "01 a")]
    [InlineData("unheardOf", "%1.", "1. a")]
    [InlineData("bullet", "●", "a")]
    [InlineData("none", "", "a")]
    [InlineData("decimal", "", "a")]
    public void Read_Number_AsItIsPrinted(string format, string text, string expected) =>
        Read(Item("a"), numbering: Abstract(0, Level(0, format, text)) + Num(1, 0)).ShouldBe([expected]);

    [Theory]
    [InlineData("tab", "1. a")]
    [InlineData("space", "1. a")]
    [InlineData("nothing", "1.a")]
    public void Read_WhatFollowsTheNumber_SpaceAtMost(string suffix, string expected) =>
        Read(Item("a"), numbering: Abstract(0, Level(0, "decimal", "%1.", $"<w:suff w:val='{suffix}'/>")) + Num(1, 0)).ShouldBe([expected]);

    [Fact]
    public void Read_Levels_CountAndBeginAgain()
    {
        var levels = Level(0, "chineseCounting", "%1、") + Level(1, "decimal", "%1.%2") + Level(2, "decimal", "%3)");
        var numbering = Abstract(0, levels) + Num(1, 0);

        var lines = Read(Item("a") + Item("b", 1) + Item("c", 1) + Item("d", 2) + P("e") + Item("f") + Item("g", 1), numbering: numbering);

        lines.ShouldBe(["一、a", "一.1 b", "一.2 c", "1) d", "e", "二、f", "二.1 g"]);
    }

    [Theory]
    [InlineData("<w:lvlRestart w:val='0'/>", "2)d")]
    [InlineData("<w:lvlRestart w:val='1'/>", "1)d")]
    [InlineData("", "1)d")]
    public void Read_LevelThatDoesNotBeginAgain_GoesOn(string restart, string last)
    {
        var second = Level(1, "decimal", "%2)", restart + "<w:suff w:val='nothing'/>");

        Read(Item("a") + Item("b", 1) + Item("c") + Item("d", 1), numbering: Abstract(0, Level(0, "decimal", "%1、") + second) + Num(1, 0))
            .ShouldBe(["1、a", "1)b", "2、c", last]);
    }

    [Fact]
    public void Read_LegalLevel_DigitsOnly() =>
        Read(Item("a") + Item("b", 1), numbering: Abstract(
            0, Level(0, "chineseCounting", "%1、") + Level(1, "chineseCounting", "%1.%2、", "<w:isLgl/>")) + Num(1, 0))
            .ShouldBe(["一、a", "1.1、b"]);

    [Fact]
    public void Read_ListsOfOneDefinition_GoOn() =>
        Read(Item("a") + Item("b", list: 2), numbering: Abstract(0, Level(0, "decimal", "%1、")) + Num(1, 0) + Num(2, 0))
            .ShouldBe(["1、a", "2、b"]);

    [Fact]
    public void Read_StartOfItsOwn_BeginsThereOnce()
    {
        var own = Num(2, 0, "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride>");

        Read(Item("a") + Item("b", list: 2) + Item("c", list: 2) + Item("d"),
            numbering: Abstract(0, Level(0, "decimal", "%1、")) + Num(1, 0) + own)
            .ShouldBe(["1、a", "5、b", "6、c", "7、d"]);
    }

    [Fact]
    public void Read_LevelOfItsOwn_ReplacesTheDefinition()
    {
        var own = Num(2, 0, $"<w:lvlOverride w:ilvl='0'>{Level(0, "chineseCounting", "（%1）", "<w:start w:val='3'/>")}</w:lvlOverride>");

        Read(Item("a", list: 2), numbering: Abstract(0, Level(0, "decimal", "%1、")) + own).ShouldBe(["（三）a"]);
    }

    [Fact]
    public void Read_NumberOfStyle_Numbered()
    {
        const string Styles = "<w:style w:type='paragraph' w:styleId='h1'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
            + "<w:style w:type='paragraph' w:styleId='h2'><w:basedOn w:val='h1'/>"
            + "<w:pPr><w:numPr><w:ilvl w:val='1'/></w:numPr></w:pPr></w:style>";
        var numbering = Abstract(0, Level(0, "chineseCounting", "%1、") + Level(1, "chineseCounting", "（%2）")) + Num(1, 0);

        Read(Styled("a", "h1") + Styled("b", "h2") + Styled("c", "h2") + Styled("d", "h1", "<w:numPr><w:numId w:val='0'/></w:numPr>"),
            Styles, numbering)
            .ShouldBe(["一、a", "（一）b", "（二）c", "d"]);
    }

    [Fact]
    public void Read_DefinitionOfStyle_Followed()
    {
        const string Styles = "<w:style w:type='numbering' w:styleId='list'>"
            + "<w:pPr><w:numPr><w:numId w:val='7'/></w:numPr></w:pPr></w:style>";
        var numbering = "<w:abstractNum w:abstractNumId='0'><w:numStyleLink w:val='list'/></w:abstractNum>"
            + Abstract(1, Level(0, "decimal", "%1、")) + Num(1, 0) + Num(7, 1);

        Read(Item("a") + Item("b", list: 7), Styles, numbering).ShouldBe(["1、a", "2、b"]);
    }

    [Theory]
    [InlineData("<w:numId w:val='0'/>")]
    [InlineData("<w:numId w:val='99'/>")]
    [InlineData("<w:numId w:val='x'/>")]
    [InlineData("<w:ilvl w:val='9'/><w:numId w:val='1'/>")]
    [InlineData("<w:ilvl w:val='-1'/><w:numId w:val='1'/>")]
    public void Read_ListThatIsNone_NoNumber(string properties) =>
        Read($"<w:p><w:pPr><w:numPr>{properties}</w:numPr></w:pPr>{R("a")}</w:p>",
            numbering: Abstract(0, Level(0, "decimal", "%1、")) + Num(1, 0))
            .ShouldBe(["a"]);

    [Fact]
    public void Read_NoNumberingPart_NoNumber() => Read(Item("a")).ShouldBe(["a"]);

    [Fact]
    public void Read_JoinedAndHiddenParagraphs_NotCounted() =>
        Read(
            $"<w:p><w:pPr>{List()}<w:rPr><w:del/></w:rPr></w:pPr>{R("a")}</w:p>{Item("b")}"
            + $"<w:p><w:pPr>{List()}<w:rPr><w:vanish/></w:rPr></w:pPr>{R("x", "<w:vanish/>")}</w:p>{Item("c")}",
            numbering: Abstract(0, Level(0, "decimal", "%1、")) + Num(1, 0)).ShouldBe(["1、ab", "2、c"]);

    private static string List(int level = 0, int list = 1) => $"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr>";

    private static string Item(string text, int level = 0, int list = 1) => $"<w:p><w:pPr>{List(level, list)}</w:pPr>{R(text)}</w:p>";

    private static string Styled(string text, string style, string properties = "") =>
        $"<w:p><w:pPr><w:pStyle w:val='{style}'/>{properties}</w:pPr>{R(text)}</w:p>";

    private static string Level(int level, string format, string text, string properties = "") =>
        $"<w:lvl w:ilvl='{level}'><w:start w:val='1'/><w:numFmt w:val='{format}'/>{properties}<w:lvlText w:val='{text}'/>"
        + "<w:pPr><w:ind w:start='1'/></w:pPr><w:rPr><w:b/></w:rPr></w:lvl>";

    private static string Abstract(int id, string levels) => $"<w:abstractNum w:abstractNumId='{id}'>{levels}</w:abstractNum>";

    private static string Num(int id, int definition, string overrides = "") =>
        $"<w:num w:numId='{id}'><w:abstractNumId w:val='{definition}'/>{overrides}</w:num>";
}
