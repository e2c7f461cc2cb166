using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Validation.Engine.Tests.Support;

/// <summary>
/// Writes small PDF files: text at places of pages, in a font that is not embedded. Han characters are as wide as the type is large, all
/// others half of it. Points from the upper left corner.
/// </summary>
public sealed class PdfSketch
{
    private readonly List<(double Width, double Height, StringBuilder Content)> _pages = [];

    /// <summary>How far the font reaches above and below the baseline, in parts of its size.</summary>
    public (double Ascent, double Descent) Font { get; init; } = (0.86, 0.14);

    /// <summary>The file says that it is encrypted, with a password that nobody knows.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>The font says which characters it shows.</summary>
    public bool HasUnicode { get; init; } = true;

    /// <summary>The text lies invisibly on an image, as in a scan whose characters a program has guessed.</summary>
    public bool IsInvisible { get; init; }

    /// <summary>What of each page is shown, in points from the lower left corner; null: all.</summary>
    public (double Left, double Bottom, double Right, double Top)? Crop { get; init; }

    /// <summary>How the pages are turned to be shown, in degrees; what is drawn is turned the other way, and shown as ever.</summary>
    public int Rotation { get; init; }

    /// <summary>An encoding that every reader has to know, such as UniGB-UTF16-H; the font says nothing of its characters then.</summary>
    public string? Encoding { get; init; }

    /// <summary>Whether the layer named Layer, which <see cref="Draw"/> may use, is hidden when the file is opened.</summary>
    public bool IsLayerHidden { get; init; }

    /// <summary>The number of the last page.</summary>
    public int Pages => _pages.Count;

    /// <summary>How wide a text is.</summary>
    public static double WidthOf(string text, double size) => text.Sum(character => character >= '\u2E80' ? size : size / 2);

    /// <summary>Begins a page.</summary>
    public PdfSketch AddPage(double width = 595, double height = 842)
    {
        _pages.Add((width, height, new StringBuilder()));
        return this;
    }

    /// <summary>Writes a text on the last page, or on another.</summary>
    public PdfSketch Write(double x, double y, string text, double size = 10, int? page = null, bool isDiagonal = false)
    {
        var (_, height, content) = _pages[(page ?? Pages) - 1];
        var codes = Convert.ToHexString(CodesOf(text));
        var matrix = isDiagonal ? "0.7 0.7 -0.7 0.7" : "1 0 0 1";
        var baseline = height - y - (size * Font.Ascent);
        content.Append(CultureInfo.InvariantCulture, $"BT {(IsInvisible ? 3 : 0)} Tr /F {size:F2} Tf {matrix} {x:F2} {baseline:F2} Tm ");
        content.Append(CultureInfo.InvariantCulture, $"<{codes}> Tj ET\n");
        return this;
    }

    /// <summary>Draws what the operators say on the last page.</summary>
    public PdfSketch Draw(string operators)
    {
        _pages[^1].Content.Append(operators).Append('\n');
        return this;
    }

    /// <summary>The file.</summary>
    public byte[] ToArray(bool isCompressed = true)
    {
        var objects = new List<byte[]> { Text(Catalog()), Text(PageTree()) };
        objects.Add(Text($"<</Type/Font/Subtype/Type0/BaseFont/Sketch/Encoding/{Encoding ?? "Identity-H"}/DescendantFonts[4 0 R]"
            + (HasUnicode && Encoding is null ? "/ToUnicode 6 0 R>>" : ">>")));
        objects.Add(Text("<</Type/Font/Subtype/CIDFontType2/BaseFont/Sketch"
            + $"/CIDSystemInfo<</Registry(Adobe)/Ordering({(Encoding is null ? "Identity" : "GB1")})/Supplement 0>>"
            + $"/DW 1000/W[{(Encoding is null ? "0 11903 500" : "1 95 500 814 939 500")}]/FontDescriptor 5 0 R>>"));
        objects.Add(Text(string.Create(CultureInfo.InvariantCulture,
            $"<</Type/FontDescriptor/FontName/Sketch/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent {Font.Ascent * 1000}"
            + $"/Descent {-Font.Descent * 1000}/CapHeight 700/StemV 80>>")));
        objects.Add(Stream(Mapping(), isCompressed));
        foreach (var (width, height, content) in _pages)
        {
            objects.Add(Text($"<</Type/Page/Parent 2 0 R/MediaBox[{Turned((0, 0, width, height), width, height)}]{CropBox(width, height)}"
                + $"/Rotate {Rotation}/Resources<</Font<</F 3 0 R>>/Properties<</Layer {LayerObject} 0 R>>>>"
                + $"/Contents {objects.Count + 2} 0 R>>"));
            objects.Add(Stream($"{Turn(width, height)} cm\n{content}", isCompressed));
        }

        objects.Add(Text("<</Type/OCG/Name(Layer)>>"));
        if (IsInvisible)
        {
            objects.Add(Text("<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>\n"
                + "stream\n0\nendstream"));
        }

        return Join(objects);
    }

    private int LayerObject => 7 + (2 * Pages);

    private string Catalog() =>
        $"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[{LayerObject} 0 R]/D<<{(IsLayerHidden ? $"/OFF[{LayerObject} 0 R]" : "")}>>>>>>";

    private byte[] CodesOf(string text)
    {
        var encoding = Encoding is null || Encoding.Contains("Uni", StringComparison.Ordinal)
            ? System.Text.Encoding.BigEndianUnicode : CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        return encoding.GetBytes(text);
    }

    private string CropBox(double width, double height) =>
        Crop is { } crop ? $"/CropBox[{Turned(crop, width, height)}]" : string.Empty;

    // From the page as it is shown to the page as it is kept.
    private string Turn(double width, double height) => Rotation switch
    {
        90 => string.Create(CultureInfo.InvariantCulture, $"0 1 -1 0 {height} 0"),
        180 => string.Create(CultureInfo.InvariantCulture, $"-1 0 0 -1 {width} {height}"),
        270 => string.Create(CultureInfo.InvariantCulture, $"0 -1 1 0 0 {width}"),
        _ => "1 0 0 1 0 0",
    };

    private string Turned((double Left, double Bottom, double Right, double Top) box, double width, double height)
    {
        var (left, bottom, right, top) = Rotation switch
        {
            90 => (height - box.Top, box.Left, height - box.Bottom, box.Right),
            180 => (width - box.Right, height - box.Top, width - box.Left, height - box.Bottom),
            270 => (box.Bottom, width - box.Right, box.Top, width - box.Left),
            _ => box,
        };
        return string.Create(CultureInfo.InvariantCulture, $"{left} {bottom} {right} {top}");
    }

    private string PageTree() =>
        $"<</Type/Pages/Count {Pages}/Kids[{string.Join(' ', Enumerable.Range(0, Pages).Select(i => $"{7 + (2 * i)} 0 R"))}]>>";

    private static string Mapping()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Sketch def /CMapType 2 def\n"
            + "1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        for (var high = 0; high < 256; high++)
        {
            map.Append(CultureInfo.InvariantCulture, $"1 beginbfrange <{high:X2}00> <{high:X2}FF> <{high:X2}00> endbfrange\n");
        }

        return map.Append("endcmap end end\n").ToString();
    }

    private static byte[] Text(string text) => System.Text.Encoding.Latin1.GetBytes(text);

    private static byte[] Stream(string content, bool isCompressed)
    {
        var data = Text(content);
        if (isCompressed)
        {
            using var packed = new MemoryStream();
            using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            {
                zlib.Write(data);
            }

            data = packed.ToArray();
        }

        var filter = isCompressed ? "/Filter/FlateDecode" : string.Empty;
        return [.. Text($"<</Length {data.Length}{filter}>>\nstream\n"), .. data, .. Text("\nendstream")];
    }

    private byte[] Join(List<byte[]> objects)
    {
        var file = new MemoryStream();
        var offsets = new List<long>();
        file.Write(Text("%PDF-1.4\n"));
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Position);
            file.Write([.. Text($"{i + 1} 0 obj\n"), .. objects[i], .. Text("\nendobj\n")]);
        }

        var start = file.Position;
        var table = string.Concat(offsets.Select(offset => $"{offset:D10} 00000 n \n"));
        var encryption = IsEncrypted
            ? $"/Encrypt<</Filter/Standard/V 1/R 2/O<{new string('1', 64)}>/U<{new string('2', 64)}>/P -4>>/ID[<00><00>]"
            : string.Empty;
        file.Write(Text($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{table}"));
        file.Write(Text($"trailer\n<</Size {objects.Count + 1}/Root 1 0 R{encryption}>>\n"));
        file.Write(Text($"startxref\n{start}\n%%EOF\n"));
        return file.ToArray();
    }
}
