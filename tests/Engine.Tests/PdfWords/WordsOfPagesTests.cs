using Validation.Engine.Documents.Printing;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.PdfWords;

public sealed class WordsOfPagesTests
{
    private const string Line = "本机关主动公开政府信息2024年";
    private const double Tolerance = 0.001;

    [Theory]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void Read_PageTurnedToBeShown_PlacesAsOnThePageThatIsNot(int rotation)
    {
        var upright = WordsOf(Sketch(0));

        var turned = WordsOf(Sketch(rotation));

        turned.Select(word => (word.Text, word.Box.IsCut)).ShouldBe(upright.Select(word => (word.Text, word.Box.IsCut)));
        upright.Select(word => word.Box.IsCut).ShouldBe([false, false, true, true]);
        foreach (var (one, other) in turned.Zip(upright))
        {
            one.Box.X.ShouldBe(other.Box.X, Tolerance);
            one.Box.Y.ShouldBe(other.Box.Y, Tolerance);
            one.Box.Right.ShouldBe(other.Box.Right, Tolerance);
            one.Box.Bottom.ShouldBe(other.Box.Bottom, Tolerance);
        }
    }

    [Theory]
    [InlineData("UniGB-UCS2-H")]
    [InlineData("UniGB-UTF16-H")]
    [InlineData("GBK-EUC-H")]
    [InlineData("GBKp-EUC-H")]
    [InlineData("GBK2K-H")]
    [InlineData("GB-EUC-H")]
    [InlineData("GBpc-EUC-H")]
    public void Read_EncodingThatEveryReaderKnows_ItsCharacters(string encoding) =>
        WordsOf(new PdfSketch { Encoding = encoding }.AddPage().Write(60, 100, Line + "（一）、。", 12))
            .ShouldHaveSingleItem().Text.ShouldBe(Line + "（一）、。");

    [Fact]
    public void Read_VerticalText_OneBelowTheOther()
    {
        var words = WordsOf(new PdfSketch { Encoding = "UniGB-UTF16-V" }.AddPage().Write(60, 100, "不予公开", 12));

        string.Concat(words.Select(word => word.Text)).ShouldBe("不予公开");
        words.Select(word => word.Box.Y).ShouldBeInOrder();
        words.Select(word => word.Box.CenterX).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Read_CharactersThatNobodyCanName_MarkedAsUnknown() =>
        WordsOf(new PdfSketch { HasUnicode = false }.AddPage().Write(60, 100, "年报", 12))
            .ShouldHaveSingleItem().Text.ShouldBe("\uFFFD\uFFFD");

    [Fact]
    public void Read_InvisibleText_NotRead() =>
        WordsOf(new PdfSketch().AddPage().Draw("BT 3 Tr /F 12 Tf 60 700 Td <4E004E8C> Tj ET").Write(60, 300, Line))
            .ShouldHaveSingleItem().Text.ShouldBe(Line);

    [Fact]
    public void Read_TextThatStandsForWhatIsDrawn_ReadInItsPlace()
    {
        var pdf = new PdfSketch().AddPage()
            .Draw("/Span<</ActualText<FEFF66FF4EE3>>>BDC BT /F 12 Tf 60 700 Td <4E004E8C4E09> Tj ET EMC").Write(60, 300, Line);

        var word = WordsOf(pdf)[0];

        word.Text.ShouldBe("替代");
        word.Box.Width.ShouldBe(36, Tolerance);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_TextOnALayer_ReadIfTheLayerIsShown(bool isHidden)
    {
        var pdf = new PdfSketch { IsLayerHidden = isHidden }.AddPage()
            .Draw("/OC/Layer BDC BT /F 12 Tf 60 700 Td <4E004E8C4E09> Tj ET EMC").Write(60, 300, Line);

        WordsOf(pdf).Select(word => word.Text).ShouldBe(isHidden ? [Line] : ["一二三", Line]);
    }

    [Fact]
    public void Read_MoreStatesEndedThanBegun_ReadAllTheSame() =>
        WordsOf(new PdfSketch().AddPage().Draw("Q Q Q").Write(60, 300, Line)).ShouldHaveSingleItem().Text.ShouldBe(Line);

    [Fact]
    public void Read_NumberThatIsNone_Damaged()
    {
        var pdf = new PdfSketch().AddPage().Draw($"1 0 0 1 {new string('9', 400)} 0 cm").Write(60, 300, Line);

        PdfReaders.Pool.Read(pdf.ToArray(), EngineLimits.Default, CancellationToken.None).Reason.ShouldBe(Reason.DamagedDocument);
    }

    private static PdfSketch Sketch(int rotation) =>
        new PdfSketch { Rotation = rotation, Crop = (40, 100, 560, 800) }.AddPage()
            .Write(60, 100, Line, 12).Write(60, 300, "收到申请", 9)
            .Write(20, 500, Line, 12).Write(500, 600, Line, 12).Write(60, 780, "裁去", 12);

    private static IReadOnlyList<PageWord> WordsOf(PdfSketch pdf) =>
        PdfReaders.Pool.Read(pdf.ToArray(), EngineLimits.Default, CancellationToken.None).Pages.ShouldHaveSingleItem();
}
