using Validation.Engine.Documents;

namespace Validation.Engine.Tests.Documents.Ofd;

/// <summary>Where the characters of a text stand, and which of them make a word.</summary>
public sealed class OfdTextTests
{
    private const double PointsOfMillimetre = 72 / 25.4;

    [Fact]
    public void Read_Word_BoxInPoints()
    {
        var file = new OfdFile(OfdFile.Object(50, 100, "<TextCode X='0' Y='4' DeltaX='4 2 2'>共12条</TextCode>"));

        var word = file.Lines.ShouldHaveSingleItem().Words.ShouldHaveSingleItem();

        word.Text.ShouldBe("共12条");
        var location = word.Position.ToLocation();
        location.Page.ShouldBe(1);
        location.Box.X.ShouldBe(50 * PointsOfMillimetre, 0.01);
        location.Box.Width.ShouldBe(12 * PointsOfMillimetre, 0.01);
        location.Box.Y.ShouldBe((100 - (0.95 * 4)) * PointsOfMillimetre, 0.01);
        location.Box.Height.ShouldBe(1.3 * 4 * PointsOfMillimetre, 0.01);
    }

    [Theory]
    [InlineData("2 2 2 2 2")]
    [InlineData("g 5 2")]
    [InlineData("2 g 3 2 2")]
    [InlineData("g 2 2 g 3 2")]
    [InlineData("2 2")]
    [InlineData(" 2\t2\n2  2 2 ")]
    [InlineData("g 0 9 g 1000000000 2")]
    public void Read_DistancesWrittenInManyWays_OneWord(string distances) =>
        WordsOf($"<TextCode X='0' Y='4' DeltaX='{distances}'>123456</TextCode>").ShouldBe(["123456 0 12"]);

    [Fact]
    public void Read_GapBetweenCharacters_TwoWords() =>
        WordsOf("<TextCode X='0' Y='4' DeltaX='2 20 2'>1234</TextCode>").ShouldBe(["12 0 4", "34 22 4"]);

    [Fact]
    public void Read_WhiteSpaceBetweenCharacters_TwoWords() =>
        WordsOf("<TextCode X='0' Y='4' DeltaX='g 4 2'>12 34</TextCode>").ShouldBe(["12 0 4", "34 6 4"]);

    [Fact]
    public void Read_PartsWithoutPlaces_PlacesOfThePartBefore() =>
        WordsOf("<TextCode X='0' Y='4'>一</TextCode><TextCode X='20'>二</TextCode>").ShouldBe(["一 0 4", "二 20 4"]);

    [Fact]
    public void Read_AnObjectForEachCharacter_OneWord()
    {
        var file = new OfdFile(OfdFile.Text(50, 100, "1") + OfdFile.Text(52, 100, "2") + OfdFile.Text(54.4, 100, "3"));

        file.Lines.ShouldHaveSingleItem().Words.ShouldHaveSingleItem().Text.ShouldBe("123");
    }

    [Fact]
    public void Read_NumbersOfTwoCells_TwoWords()
    {
        var file = new OfdFile(OfdFile.Text(50, 100, "1") + OfdFile.Text(54, 100, "2"));

        file.Texts.ShouldBe(["1 2"]);
    }

    [Fact]
    public void Read_BoldTypeDrawnTwice_ReadOnce() =>
        new OfdFile(OfdFile.Text(50, 100, "合计") + OfdFile.Text(50.1, 100, "合计")).Texts.ShouldBe(["合计"]);

    [Fact]
    public void Read_LineBreaksOfTheXml_NoCharacters() =>
        WordsOf("<TextCode X='0' Y='4' DeltaX='2 2'>\r\n123\n</TextCode>").ShouldBe(["123 0 6"]);

    [Fact]
    public void Read_CharactersBeyondTheFirstPlane_OneDistanceEach() =>
        WordsOf("<TextCode X='0' Y='4' DeltaX='4 4'>𠀀𠀁二</TextCode>").ShouldBe(["𠀀𠀁二 0 12"]);

    [Theory]
    [InlineData("2 0 0 2 0 0", 2)]
    [InlineData("0.25 0 0 0.25 0 0", 16)]
    [InlineData("0.01 0 0 0.01 0 0", 400)]
    public void Read_ScaledText_AsLargeAsItIsShown(string matrix, double size)
    {
        var code = FormattableString.Invariant($"<TextCode X='0' Y='{size}' DeltaX='g 2 {size}'>自然人</TextCode>");
        var text = FormattableString.Invariant($"<TextObject Boundary='50 96 20 8' CTM='{matrix}' Size='{size}'>{code}</TextObject>");

        var box = new OfdFile(text).Lines.ShouldHaveSingleItem().Words.ShouldHaveSingleItem().Position.ToLocation().Box;

        box.Width.ShouldBe(12 * PointsOfMillimetre, 0.01);
        box.X.ShouldBe(50 * PointsOfMillimetre, 0.01);
        box.Y.ShouldBe((100 - (0.95 * 4)) * PointsOfMillimetre, 0.01);
    }

    [Theory]
    [InlineData("CTM='0 1 -1 0 4 0'", "<TextCode X='0' Y='0' DeltaX='g 3 4'>政府信息</TextCode>")]
    [InlineData("CharDirection='90'", "<TextCode X='0' Y='0' DeltaY='g 3 4'>政府信息</TextCode>")]
    [InlineData("CharDirection='90' ReadDirection='90'", "<TextCode X='0' Y='0'>政府信息</TextCode>")]
    public void Read_TurnedText_OneHighWord(string attributes, string code)
    {
        var word = new OfdFile($"<TextObject Boundary='50 100 8 40' Size='4' {attributes}>{code}</TextObject>")
            .Lines.ShouldHaveSingleItem().Words.ShouldHaveSingleItem();

        word.Text.ShouldBe("政府信息");
        var box = word.Position.ToLocation().Box;
        box.Y.ShouldBe(100 * PointsOfMillimetre, 0.01);
        box.Height.ShouldBe(16 * PointsOfMillimetre, 0.01);
        box.Width.ShouldBe(1.3 * 4 * PointsOfMillimetre, 0.01);
    }

    [Fact]
    public void Read_PageThatLiesSideways_LinesInTheirOrder()
    {
        static string Down(int x, string text) =>
            $"<TextObject Boundary='{x} 50 8 200' Size='4' CTM='0 1 -1 0 4 0'><TextCode X='0' Y='0'>{text}</TextCode></TextObject>";
        var lines = Down(150, "第一行的文字在最右边") + Down(140, "第二行的文字在它左边") + Down(130, "第三行的文字在最左边");
        var file = new OfdFile("").With("Doc_0/Pages/Page_0/Content.xml", OfdFile.Page(OfdFile.Layer(lines)));

        file.Texts.ShouldBe(["第一行的文字在最右边", "第二行的文字在它左边", "第三行的文字在最左边"]);
    }

    [Theory]
    [InlineData("<CGTransform CodePosition='1' CodeCount='2' GlyphCount='1'><Glyphs>9</Glyphs></CGTransform>", "4 4 4", "afib")]
    [InlineData("<CGTransform CodePosition='1' CodeCount='1' GlyphCount='2'><Glyphs>8 9</Glyphs></CGTransform>", "4 1 3 4", "afib")]
    [InlineData("<CGTransform CodePosition='0' CodeCount='4' GlyphCount='4'><Glyphs>6 7 8 9</Glyphs></CGTransform>", "g 3 2", "afib")]
    [InlineData("<CGTransform CodePosition='0' CodeCount='9' GlyphCount='1'><Glyphs>6</Glyphs></CGTransform>", "", "afib")]
    public void Read_GlyphsThatAreNotCharacters_TheCharacters(string glyphs, string distances, string text) =>
        WordsOf($"{glyphs}<TextCode X='0' Y='4' DeltaX='{distances}'>{text}</TextCode>").ShouldHaveSingleItem()
            .ShouldStartWith($"{text} 0 ");

    [Fact]
    public void Read_CharactersOutsideOfTheBoundary_NotReadAndTheWordIsCut()
    {
        var file = new OfdFile(OfdFile.Object(50, 100, "<TextCode X='0' Y='4' DeltaX='g 9 2'>123</TextCode>", width: 4));

        var word = file.Lines.ShouldHaveSingleItem().Words.ShouldHaveSingleItem();

        word.Text.ShouldBe("12");
        ((PagePlace)word.Position.Place!).IsCut.ShouldBeTrue();
    }

    [Fact]
    public void Read_WhiteSpaceOutsideOfTheBoundary_TheWordIsWhole()
    {
        var file = new OfdFile(OfdFile.Object(50, 100, "<TextCode X='0' Y='4' DeltaX='g 9 2'>12  </TextCode>", width: 4));

        var word = file.Lines.ShouldHaveSingleItem().Words.ShouldHaveSingleItem();

        word.Text.ShouldBe("12");
        ((PagePlace)word.Position.Place!).IsCut.ShouldBeFalse();
    }

    [Theory]
    [InlineData(-10, false)]
    [InlineData(-3, true)]
    [InlineData(207, true)]
    [InlineData(215, false)]
    public void Read_TextAtTheEdgeOfThePage_CutOrNotRead(double x, bool isShown)
    {
        var lines = new OfdFile(OfdFile.Text(x, 100, "二")).Lines;

        lines.Count.ShouldBe(isShown ? 1 : 0);
        lines.ShouldAllBe(line => ((PagePlace)line.Position.Place!).IsCut);
    }

    private static IEnumerable<string> WordsOf(string codes)
    {
        var words = new OfdFile(OfdFile.Object(50, 100, codes)).Lines.ShouldHaveSingleItem().Words.ShouldNotBeNull();
        return words.Select(word =>
        {
            var box = word.Position.ToLocation().Box;
            return FormattableString.Invariant(
                $"{word.Text} {Math.Round(box.X / PointsOfMillimetre, 1) - 50} {Math.Round(box.Width / PointsOfMillimetre, 1)}");
        });
    }
}
