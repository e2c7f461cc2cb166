using Validation.Engine.Documents.Pdf;
using Validation.Engine.Tests.Support;

namespace Validation.Engine.Tests.Documents.Printing;

/// <summary>Large type across a page, as watermarks have it, is no part of the lines that it lies over.</summary>
public sealed class OverlaidTextTests
{
    [Fact]
    public void Read_WatermarkAcrossAHeading_HeadingAsItIs()
    {
        var lines = LinesOf(Page().Write(80, 130, "府", 60));

        lines.ShouldContain("二、主动公开政府信息情况");
        lines.ShouldContain("府");
    }

    [Fact]
    public void Read_LargeTitle_OneLine()
    {
        var lines = LinesOf(Page().Write(60, 40, "政府信息公开", 40).Write(320, 40, "年报", 40));

        lines.ShouldContain(line => line.StartsWith("政府信息公开", StringComparison.Ordinal) && line.EndsWith("年报", StringComparison.Ordinal));
    }

    private static PdfSketch Page()
    {
        var pdf = new PdfSketch().AddPage();
        pdf.Write(60, 150, "二、主动公开政府信息情况", 16);
        for (var i = 0; i < 10; i++)
        {
            pdf.Write(60, 300 + (20 * i), "本机关认真做好政府信息公开工作，及时回应社会关切。", 12);
        }

        return pdf;
    }

    private static List<string> LinesOf(PdfSketch pdf) =>
        [.. PdfReader.Read(pdf.ToArray(), PdfReaders.Pool, EngineLimits.Default, CancellationToken.None)
            .Lines().Select(line => line.Text)];
}
