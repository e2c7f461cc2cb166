using Validation.V1;

namespace Validation.Engine.Tests.Documents.Ofd;

/// <summary>OFD files that ask for far more work than they have bytes, or never come to an end.</summary>
public sealed class HostileOfdTests
{
    private const string Root = "Doc_0/Document.xml";
    private const string Resources = "<DocumentRes>R.xml</DocumentRes>";

    // No limit of time: the others alone have to end the reading.
    private static readonly EngineLimits Limits = EngineLimits.Default with { ReadTime = TimeSpan.FromMinutes(10) };

    [Theory]
    [InlineData("g 1000000000 2")]
    [InlineData("g 1e300 2")]
    [InlineData("g 999999999999999999999999999999 2")]
    public void Read_BillionsOfDistances_ReadAsFarAsThereAreCharacters(string distances)
    {
        var code = $"<TextCode X='0' Y='4' DeltaX='{distances}' DeltaY='{distances.Replace('2', '0')}'>12345</TextCode>";

        new OfdFile(OfdFile.Object(20, 100, code)).Texts.ShouldBe(["12345"]);
    }

    [Fact]
    public void Read_GlyphsBeyondNumber_ReadAsFarAsThereAreCharacters()
    {
        var glyphs = "<CGTransform CodePosition='1' CodeCount='1' GlyphCount='2147483647'/>";

        new OfdFile(OfdFile.Object(20, 100, $"{glyphs}<TextCode X='0' Y='4' DeltaX='2 g 2000000000 0'>123</TextCode>"))
            .Texts.ShouldNotBeEmpty();
        Read(new OfdFile(Repeat(OfdFile.Object(20, 100, glyphs), 100))).ShouldBe(Reason.DocumentTooLarge);
    }

    [Fact]
    public void Read_CompositeThatHoldsItself_TooLarge() =>
        Read(Composites(1, _ => Use(0))).ShouldBe(Reason.DocumentTooLarge);

    [Fact]
    public void Read_CompositesThatDoubleEachTime_TooLarge() =>
        Read(Composites(60, id => id < 59 ? Use(id + 1) + Use(id + 1) : "")).ShouldBe(Reason.DocumentTooLarge);

    [Fact]
    public void Read_LongChainOfComposites_TooLarge() =>
        Read(Composites(100_000, id => Use(id + 1))).ShouldBe(Reason.DocumentTooLarge);

    [Theory]
    [InlineData(3, Reason.Unspecified)]
    [InlineData(2, Reason.DocumentTooLarge)]
    public void Read_SamePageAgainAndAgain_RefusedAboveTheLimit(int pages, Reason reason)
    {
        Read(SamePages(new OfdFile(""), 3), Limits with { PrintedPage = new() { Pages = pages } }).ShouldBe(reason);
    }

    [Fact]
    public void Read_LargeTemplateOnEveryPage_TooLarge()
    {
        var file = new OfdFile("", "<Template TemplateID='5'/>", "<TemplatePage ID='5' BaseLoc='T.xml'/>");
        file.With("Doc_0/T.xml", OfdFile.Page(OfdFile.Layer(OfdFile.Text(20, 100, new string('一', 40_000)))));

        Read(SamePages(file, 100)).ShouldBe(Reason.DocumentTooLarge);
    }

    [Fact]
    public void Read_SameTemplateManyTimesOnAPage_TooLarge()
    {
        var file = new OfdFile("", Repeat("<Template TemplateID='5'/>", 2000), "<TemplatePage ID='5' BaseLoc='T.xml'/>");
        file.With("Doc_0/T.xml", OfdFile.Page(OfdFile.Layer(Repeat(OfdFile.Text(20, 100, ""), 5000))));

        Read(file).ShouldBe(Reason.DocumentTooLarge);
    }

    [Theory]
    [InlineData(500, Reason.Unspecified)]
    [InlineData(50, Reason.DocumentTooLarge)]
    public void Read_ManyObjects_RefusedAboveTheLimit(int operations, Reason reason) =>
        Read(new OfdFile(Repeat("<PathObject/>", 100)), Limits with { PrintedPage = new() { Operations = operations } }).ShouldBe(reason);

    [Theory]
    [InlineData(50_000, Reason.Unspecified)]
    [InlineData(50_001, Reason.DocumentTooLarge)]
    public void Read_LongText_RefusedAboveTheLimit(int characters, Reason reason) =>
        Read(new OfdFile(OfdFile.Text(0, 100, new string('一', characters)))).ShouldBe(reason);

    [Fact]
    public void Read_MoreObjectsOnAPageThanAreKept_TooLarge() =>
        Read(new OfdFile(Repeat(OfdFile.Text(0, 100, ""), 100_001))).ShouldBe(Reason.DocumentTooLarge);

    [Theory]
    [InlineData(200, Reason.Unspecified)]
    [InlineData(100, Reason.DocumentTooLarge)]
    public void Read_MuchText_RefusedAboveTheLimit(int characters, Reason reason) =>
        Read(new OfdFile(OfdFile.Text(0, 100, new string('一', 90))), Limits with { TextCharacters = characters }).ShouldBe(reason);

    [Fact]
    public void Read_BlocksWithinBlocks_RefusedAboveTheDepth() =>
        Read(new OfdFile(Repeat("<PageBlock>", 300) + Repeat("</PageBlock>", 300))).ShouldBe(Reason.DocumentTooLarge);

    [Fact]
    public void Read_CancelledToken_Throws() =>
        Should.Throw<OperationCanceledException>(() => new Engine.Documents.DocumentReader(Limits).Read(
            new OfdFile(Repeat("<PathObject/>", 5000)).ToArray(), new CancellationToken(canceled: true)));

    private static OfdFile SamePages(OfdFile file, int pages) => file.With(
        Root, $"<Document>{file.Common}<Pages>{Repeat("<Page BaseLoc='Pages/Page_0/Content.xml'/>", pages)}</Pages></Document>");

    // Composites with the ids from 0 on, the first of which the page uses.
    private static OfdFile Composites(int count, Func<int, string> content) =>
        new OfdFile(Use(0), common: Resources).With("Doc_0/R.xml", "<Res><CompositeGraphicUnits>"
            + string.Concat(Enumerable.Range(0, count).Select(id =>
                $"<CompositeGraphicUnit ID='{id}'><Content>{content(id)}</Content></CompositeGraphicUnit>"))
            + "</CompositeGraphicUnits></Res>");

    private static string Use(int id) => $"<CompositeObject Boundary='0 0 210 297' ResourceID='{id}'/>";

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static Reason Read(OfdFile file, EngineLimits? limits = null) => file.Read(limits ?? Limits).Reason;
}
