using System.IO.Compression;
using Validation.Engine.Tests.Documents.Docx;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Documents.Zip;

/// <summary>Each limit that concerns packages one below it, at it and one above.</summary>
public sealed class PackageLimitTests
{
    private static readonly byte[] File = DocxFile.Of(
        DocxFile.P("一、总体情况") + DocxFile.Table(DocxFile.Row(DocxFile.Cell("1"), DocxFile.Cell("2"))));
    private static readonly int[] Lengths = [.. DocxFile.Parts(string.Empty).Select(part => part.Content.Length)];

    [Theory]
    [InlineData(3, Reason.DocumentTooLarge)]
    [InlineData(4, Reason.Unspecified)]
    [InlineData(5, Reason.Unspecified)]
    public void Read_FourEntries_RefusedAboveTheLimit(int limit, Reason reason) =>
        ZipFile.Read(File, new EngineLimits { Package = new PackageLimits { Entries = limit } }).Reason.ShouldBe(reason);

    [Theory]
    [InlineData(1000, Reason.UnsupportedFormat)]
    [InlineData(1001, Reason.DocumentTooLarge)]
    public void Read_ManyEntries_RefusedAboveTheLimit(int entries, Reason reason) =>
        ZipFile.Read(ZipFile.Of(Enumerable.Range(0, entries).Select(i => ($"{i}", Array.Empty<byte>())))).Reason.ShouldBe(reason);

    [Theory]
    [InlineData(-1, Reason.DocumentTooLarge)]
    [InlineData(0, Reason.Unspecified)]
    [InlineData(1, Reason.Unspecified)]
    public void Read_LargeEntry_RefusedAboveTheLimit(int more, Reason reason) =>
        ZipFile.Read(DocxFile.Of(DocxFile.P("a")), new EngineLimits { Package = new PackageLimits { EntryBytes = MainLength() + more } })
            .Reason.ShouldBe(reason);

    [Theory]
    [InlineData(-1, Reason.DocumentTooLarge)]
    [InlineData(0, Reason.Unspecified)]
    [InlineData(1, Reason.Unspecified)]
    public void Read_LargeEntries_RefusedAboveTheLimitOfAll(int more, Reason reason)
    {
        // What is never read, as the list of types, does not count.
        var all = Lengths[1] + Lengths[2] + MainLength();

        ZipFile.Read(DocxFile.Of(DocxFile.P("a")), new EngineLimits { Package = new PackageLimits { Bytes = all + more } })
            .Reason.ShouldBe(reason);
    }

    [Theory]
    [InlineData(-1, Reason.DocumentTooLarge)]
    [InlineData(0, Reason.Unspecified)]
    [InlineData(1, Reason.Unspecified)]
    public void Read_LongXml_RefusedAboveTheLimit(int more, Reason reason) =>
        ZipFile.Read(DocxFile.Of(DocxFile.P("a")), new EngineLimits { MarkupCharacters = MainLength() + more }).Reason.ShouldBe(reason);

    [Theory]
    [InlineData(255, Reason.Unspecified)]
    [InlineData(256, Reason.Unspecified)]
    [InlineData(257, Reason.DocumentTooLarge)]
    [InlineData(10_000, Reason.DocumentTooLarge)]
    public void Read_DeepXml_RefusedAboveTheLimit(int depth, Reason reason)
    {
        // The root, the body, the controls, and in the innermost a paragraph, a run and a text.
        var controls = depth - 5;
        var body = string.Concat(Enumerable.Repeat("<w:sdt>", controls))
            + DocxFile.P("a") + string.Concat(Enumerable.Repeat("</w:sdt>", controls));

        ZipFile.Read(DocxFile.Of(body)).Reason.ShouldBe(reason);
    }

    [Theory]
    [InlineData("sectPr")]
    [InlineData("pPr")]
    [InlineData("rPr")]
    [InlineData("tcPr")]
    public void Read_DeepXmlThatIsSkipped_RefusedAboveTheLimit(string element)
    {
        var deep = string.Concat(Enumerable.Repeat("<w:x>", 300)) + string.Concat(Enumerable.Repeat("</w:x>", 300));

        ZipFile.Read(DocxFile.Of($"<w:p><w:{element}>{deep}</w:{element}></w:p>")).Reason.ShouldBe(Reason.DocumentTooLarge);
    }

    [Theory]
    [InlineData(7, Reason.DocumentTooLarge)]
    [InlineData(8, Reason.Unspecified)]
    [InlineData(9, Reason.Unspecified)]
    public void Read_EightCharacters_RefusedAboveTheLimit(int limit, Reason reason) =>
        ZipFile.Read(File, new EngineLimits { TextCharacters = limit }).Reason.ShouldBe(reason);

    [Theory]
    [InlineData(19_000, Reason.Unspecified)]
    [InlineData(20_001, Reason.DocumentTooLarge)]
    public void Read_NamesBeyondNumber_TooLarge(int names, Reason reason) =>
        ZipFile.Read(DocxFile.Of(DocxFile.P("a")
            + string.Concat(Enumerable.Range(0, names).Select(i => $"<a{i}/>"))))
            .Reason.ShouldBe(reason);

    [Theory]
    [InlineData(20_000, Reason.Unspecified)]
    [InlineData(20_001, Reason.DocumentTooLarge)]
    public void Read_StylesBeyondNumber_TooLarge(int styles, Reason reason) =>
        ZipFile.Read(DocxFile.Of(
            DocxFile.P("a"), "<w:vanish/>" + string.Concat(Enumerable.Range(0, styles).Select(i => $"<w:style w:styleId='{i}'/>"))))
            .Reason.ShouldBe(reason);

    [Theory]
    [InlineData("num", "numId", 20_000, Reason.Unspecified)]
    [InlineData("num", "numId", 20_002, Reason.DocumentTooLarge)]
    [InlineData("abstractNum", "abstractNumId", 20_002, Reason.DocumentTooLarge)]
    public void Read_ListsBeyondNumber_TooLarge(string element, string id, int lists, Reason reason) =>
        ZipFile.Read(DocxFile.Of(
            $"<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>{DocxFile.R("a")}</w:p>",
            numbering: string.Concat(Enumerable.Range(0, lists).Select(i => $"<w:{element} w:{id}='{i}'/>"))))
            .Reason.ShouldBe(reason);

    [Fact]
    public void Read_Bomb_TooLargeBeforeItIsInflated()
    {
        var bomb = DocxFile.Of(new string(' ', 8 * 1024 * 1024) + DocxFile.P("a"));
        bomb.Length.ShouldBeLessThan(100_000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        ZipFile.Read(bomb).Reason.ShouldBe(Reason.DocumentTooLarge);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1024 * 1024);
    }

    [Fact]
    public void Read_EqualRowsOfATable_NoBomb()
    {
        var row = DocxFile.Row(DocxFile.Cell("行政规范性文件"), DocxFile.Cell("0"), DocxFile.Cell("0"));

        ZipFile.Read(DocxFile.Of(DocxFile.Table([.. Enumerable.Repeat(row, 20_000)])))
            .Document.ShouldNotBeNull().Lines().Count.ShouldBe(20_000);
    }

    [Fact]
    public void Read_SmallEntryOfOneThing_NoBomb() =>
        ZipFile.Read(DocxFile.Of(DocxFile.P("a") + new string(' ', 1_000_000))).Reason.ShouldBe(Reason.Unspecified);

    [Theory]
    [InlineData(0.0001, Reason.Unspecified)]
    [InlineData(0.9, Reason.DocumentTooLarge)]
    public void Read_Ratio_RefusedBelowTheLimit(double ratio, Reason reason) =>
        ZipFile.Read(
            DocxFile.Of(DocxFile.P("a") + new string(' ', 1_100_000)), new EngineLimits { Package = new PackageLimits { Ratio = ratio } })
            .Reason.ShouldBe(reason);

    [Fact]
    public void Read_LargestLimits_Read() => ZipFile.Read(File, new EngineLimits
    {
        DocumentBytes = int.MaxValue,
        TextCharacters = int.MaxValue,
        Paragraphs = int.MaxValue,
        TableCells = int.MaxValue,
        TableColumns = int.MaxValue,
        TableDepth = int.MaxValue,
        Package = new PackageLimits { Entries = int.MaxValue, EntryBytes = long.MaxValue, Bytes = long.MaxValue, Ratio = 0 },
        MarkupDepth = int.MaxValue,
        MarkupCharacters = long.MaxValue,
        ReadTime = TimeSpan.FromDays(1),
    }).Reason.ShouldBe(Reason.Unspecified);

    [Fact]
    public void Read_StoredEntries_Read() =>
        ZipFile.Lines(ZipFile.Read(ZipFile.Of(DocxFile.Parts(DocxFile.P("a")), CompressionLevel.NoCompression))).ShouldBe(["a"]);

    [Fact]
    public void Read_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Should.Throw<OperationCanceledException>(
            () => new Validation.Engine.Documents.DocumentReader(EngineLimits.Default).Read(File, source.Token));
    }

    [Fact]
    public void Read_OutOfTime_TimedOut() =>
        ZipFile.Read(
            DocxFile.Of(string.Concat(Enumerable.Repeat(DocxFile.P("a"), 40_000))),
            new EngineLimits { ReadTime = TimeSpan.FromTicks(1) })
            .Reason.ShouldBe(Reason.TimedOut);

    private static int MainLength() => DocxFile.Parts(DocxFile.P("a")).Last().Content.Length;
}
