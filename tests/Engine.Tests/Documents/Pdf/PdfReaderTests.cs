using Validation.Engine.Documents;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Documents.Pdf;

public sealed class PdfReaderTests
{
    private const string Line = "本机关主动公开政府信息488条，依申请公开工作平稳。";

    [Fact]
    public void Read_Words_LinesFromAboveToBelowWithBoxes()
    {
        var pdf = new PdfSketch().AddPage().Write(200, 100, "右边", 12).Write(60, 300, Line, 12).Write(60, 100, "左边", 12);

        var document = Read(pdf.ToArray()).Document.ShouldNotBeNull();

        document.Format.ShouldBe("pdf");
        document.Lines().Select(line => line.Text).ShouldBe(["左边 右边", Line]);
        var word = document.Lines()[0].Words.ShouldNotBeNull()[1];
        word.Text.ShouldBe("右边");
        var location = word.Position.ToLocation();
        (location.Page, location.Ordinal, location.Column).ShouldBe((1, 1, 4));
        (location.Box.X, location.Box.Width).ShouldBe((200, 24));
        location.Box.Y.ShouldBe(100, 1);
        location.Box.Height.ShouldBe(12, 1);
    }

    [Fact]
    public void Read_SpaceBetweenHanAndDigits_Joined()
    {
        var pdf = new PdfSketch().AddPage().Write(60, 100, "自", 12).Write(75, 100, "2024", 12).Write(102, 100, "年起的政府信息公开工作年度报告", 12);

        Read(pdf.ToArray()).Document!.Lines().ShouldHaveSingleItem().Text.ShouldBe("自2024年起的政府信息公开工作年度报告");
    }

    [Fact]
    public void Read_WordDrawnTwice_ReadOnce()
    {
        var pdf = new PdfSketch().AddPage().Write(60, 100, Line, 12).Write(60.3, 100, Line, 12);

        Read(pdf.ToArray()).Document!.Lines().ShouldHaveSingleItem().Text.ShouldBe(Line);
    }

    [Fact]
    public void Read_RadicalsOfTheSameShape_Characters()
    {
        var pdf = new PdfSketch().AddPage().Write(60, 100, "⾃然⼈申请⾏政复议，⺠政部⻔公开政府信息的情况良好", 12);

        Read(pdf.ToArray()).Document!.Lines()[0].Text.ShouldStartWith("自然人申请行政复议，民政部门");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_CharactersOfAScanThatAProgramGuessed_NoText(bool isInvisible)
    {
        var pdf = new PdfSketch { IsInvisible = isInvisible }.AddPage();
        for (var line = 0; line < 40; line++)
        {
            pdf.Write(60, 100 + (15 * line), Line);
        }

        Read(pdf.ToArray()).Reason.ShouldBe(isInvisible ? Reason.NoText : Reason.Unspecified);
    }

    [Fact]
    public void Read_TextOutsideTheCropBox_NotRead()
    {
        var pdf = new PdfSketch { Crop = (0, 421, 595, 842) }.AddPage().Write(60, 100, Line).Write(60, 600, "裁去的文字，看不见");

        var line = Read(pdf.ToArray()).Document!.Lines().ShouldHaveSingleItem();

        line.Text.ShouldBe(Line);
        line.Position.ToLocation().Box.Y.ShouldBe(100, 2);
    }

    [Theory]
    [InlineData("#")]
    [InlineData("- # -")]
    [InlineData("第 # 页 共 3 页")]
    [InlineData("# / 3")]
    public void Read_PageNumbers_NotInTheText(string number)
    {
        var pdf = Pages(3, (page, sketch) => sketch.Write(290, 800, number.Replace("#", $"{page}", StringComparison.Ordinal)));

        Read(pdf).Document!.Lines().Select(line => line.Text).ShouldBe([LineOf(1), LineOf(2), LineOf(3)]);
    }

    [Fact]
    public void Read_NumbersThatCountNothing_Stay() =>
        Read(Pages(3, (page, sketch) => sketch.Write(290, 800, $"{page * page * 7}"))).Document!.Lines().Count.ShouldBe(6);

    [Theory]
    [InlineData("#.本机")]
    [InlineData("#、重")]
    public void Read_NumberedLabelsAtTheTopOfPages_Stay(string label)
    {
        var pdf = Pages(2, (page, sketch) => sketch.Write(60, 30, label.Replace("#", $"{page}", StringComparison.Ordinal)));

        Read(pdf).Document!.Lines().Count.ShouldBe(4);
    }

    [Fact]
    public void Read_RowOfDashesAtTheEdge_Stays()
    {
        var pdf = Pages(2, (_, sketch) => sketch.Write(200, 800, "—").Write(300, 800, "5").Write(400, 800, "—"));

        Read(pdf).Document!.Lines().Count.ShouldBe(4);
    }

    [Fact]
    public void Read_RunningHeader_ReadOnce()
    {
        var pdf = Pages(3, (_, sketch) => sketch.Write(60, 30, "内部资料注意保存"));

        Read(pdf).Document!.Lines().Select(line => line.Text).ShouldBe(["内部资料注意保存", LineOf(1), LineOf(2), LineOf(3)]);
    }

    [Theory]
    [InlineData("https://www.example.gov.cn/art/202501/t7_3.html", "#/3")]
    [InlineData("某某县人民政府办公室", "第 # 页，共 3 页")]
    public void Read_AddressAndPageNumberBelowEachPage_NotInTheText(string address, string number)
    {
        var pdf = Pages(3, (page, sketch) => sketch.Write(60, 800, address)
            .Write(500, 800, number.Replace("#", $"{page}", StringComparison.Ordinal)));

        Read(pdf).Document!.Lines().Select(line => line.Text).ShouldBe([LineOf(1), LineOf(2), LineOf(3)]);
    }

    [Fact]
    public void Read_SameNumbersOnEveryPage_Stay()
    {
        var pdf = Pages(3, (_, sketch) => sketch.Write(60, 800, "其他").Write(200, 800, "0").Write(300, 800, "0").Write(400, 800, "0"));

        Read(pdf).Document!.Lines().Count.ShouldBe(6);
    }

    [Fact]
    public void Read_Password_Encrypted()
    {
        var pdf = new PdfSketch { IsEncrypted = true }.AddPage().Write(60, 100, Line);

        Read(pdf.ToArray()).Reason.ShouldBe(Reason.EncryptedDocument);
    }

    [Theory]
    [InlineData("")]
    [InlineData("第1页")]
    public void Read_HardlyAnyText_NoText(string text) =>
        Read(new PdfSketch().AddPage().Write(60, 100, text).ToArray()).Reason.ShouldBe(Reason.NoText);

    [Fact]
    public void Read_CharactersOfPrivateUse_NoText()
    {
        var text = string.Concat(Enumerable.Range(0xE100, 40).Select(code => (char)code));

        Read(new PdfSketch().AddPage().Write(60, 100, text).Write(60, 200, Line).ToArray()).Reason.ShouldBe(Reason.NoText);
    }

    [Fact]
    public void Read_NothingBehindTheSignature_Damaged()
    {
        var result = Read("%PDF-1.7\nno more"u8.ToArray());

        result.Reason.ShouldBe(Reason.DamagedDocument);
        result.FoundFormat.ShouldBe(Texts.Formats.Pdf);
    }

    [Theory]
    [InlineData(3, Reason.Unspecified)]
    [InlineData(2, Reason.Unspecified)]
    [InlineData(1, Reason.DocumentTooLarge)]
    public void Read_TwoPages_RefusedAboveTheLimit(int pages, Reason reason) =>
        Read(Pages(2), PdfReaders.Patient with { PrintedPage = new PrintedPageLimits { Pages = pages } }).Reason.ShouldBe(reason);

    [Theory]
    [InlineData(54, Reason.Unspecified)]
    [InlineData(53, Reason.DocumentTooLarge)]
    public void Read_Characters_RefusedAboveTheLimit(int characters, Reason reason) =>
        Read(Pages(2), PdfReaders.Patient with { TextCharacters = characters }).Reason.ShouldBe(reason);

    [Theory]
    [InlineData(2, Reason.Unspecified)]
    [InlineData(1, Reason.DocumentTooLarge)]
    public void Read_Lines_RefusedAboveTheLimit(int lines, Reason reason) =>
        Read(Pages(2), PdfReaders.Patient with { Paragraphs = lines }).Reason.ShouldBe(reason);

    [Fact]
    public void Read_NoTimeLeft_TimedOut()
    {
        var pdf = Pages(400);

        Read(pdf, new EngineLimits { ReadTime = TimeSpan.FromMilliseconds(1) }).Reason.ShouldBe(Reason.TimedOut);
    }

    [Fact]
    public void Read_Cancelled_Ends()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        var reader = new DocumentReader(EngineLimits.Default, PdfReaders.Pool);
        Should.Throw<OperationCanceledException>(() => reader.Read(Pages(2), cancelled.Token));
    }

    private static ReadResult Read(byte[] content, EngineLimits? limits = null) =>
        new DocumentReader(limits ?? PdfReaders.Patient, PdfReaders.Pool).Read(content);

    // No two pages are alike.
    private static string LineOf(int page) => (char)('一' + page) + Line;

    private static byte[] Pages(int count, Action<int, PdfSketch>? more = null)
    {
        var pdf = new PdfSketch();
        for (var page = 1; page <= count; page++)
        {
            pdf.AddPage().Write(60, 100, LineOf(page), 12);
            more?.Invoke(page, pdf);
        }

        return pdf.ToArray();
    }
}
