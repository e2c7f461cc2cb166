using System.Globalization;
using System.Text;
using Validation.Engine.Documents;
using Validation.Engine.Tests.Documents.Zip;

namespace Validation.Engine.Tests.Documents.Ofd;

/// <summary>
/// Small OFD files, written by hand: one document of one page, 210 mm wide and 297 mm high. The page ends with a line of text, because a
/// file with hardly any text is refused as a scan.
/// </summary>
internal sealed class OfdFile
{
    /// <summary>The line at the foot of the page.</summary>
    public const string LastLine = "本机关主动公开政府信息情况平稳，依申请公开工作有序。";

    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);

    /// <param name="objects">What stands in the layer of the page.</param>
    /// <param name="beside">What stands in the page beside its content.</param>
    /// <param name="common">What the document says for all pages.</param>
    public OfdFile(string objects, string beside = "", string common = "")
    {
        With("OFD.xml", "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>");
        Common = $"<CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea>{common}</CommonData>";
        With("Doc_0/Document.xml", $"<Document>{Common}<Pages><Page ID='1' BaseLoc='Pages/Page_0/Content.xml'/></Pages></Document>");
        With("Doc_0/Pages/Page_0/Content.xml", Page(Layer(objects) + Layer(Text(20, 280, LastLine)), beside));
    }

    /// <summary>What the document says for all pages.</summary>
    public string Common { get; }

    /// <summary>A part, in the place of one of that name.</summary>
    public OfdFile With(string name, string xml)
    {
        _parts[name] = xml;
        return this;
    }

    /// <summary>The text of a part.</summary>
    public string this[string name] => _parts[name];

    /// <summary>The file.</summary>
    public byte[] ToArray() => ZipFile.Of(_parts.Select(part => (part.Key, Encoding.UTF8.GetBytes(part.Value))));

    /// <summary>What comes of reading it.</summary>
    public ReadResult Read(EngineLimits? limits = null) => ZipFile.Read(ToArray(), limits);

    /// <summary>The printed lines but for the last one.</summary>
    public IReadOnlyList<PrintedLine> Lines =>
        [.. Read().Document.ShouldNotBeNull($"{Read().Reason}").Blocks.Cast<PrintedLine>().Where(line => line.Text != LastLine)];

    /// <summary>The text of these lines.</summary>
    public IEnumerable<string> Texts => Lines.Select(line => line.Text);

    /// <summary>A page with this content.</summary>
    public static string Page(string layers, string beside = "") => $"<Page>{beside}<Content>{layers}</Content></Page>";

    /// <summary>A layer of a page.</summary>
    public static string Layer(string objects, string type = "Body") => $"<Layer Type='{type}'>{objects}</Layer>";

    /// <summary>A text whose characters are as far from one another as is usual.</summary>
    /// <param name="x">Where it begins, in millimetres.</param>
    /// <param name="line">The line that it stands on.</param>
    /// <param name="text">The text.</param>
    /// <param name="size">The size of the type.</param>
    /// <param name="attributes">What else the object says.</param>
    public static string Text(double x, double line, string text, double size = 4, string attributes = "") =>
        Object(x, line, $"<TextCode X='0' Y='{Number(size)}'>{text}</TextCode>", size, attributes);

    /// <summary>A text with these parts: the space of the object begins so that the line is at its size.</summary>
    public static string Object(double x, double line, string codes, double size = 4, string attributes = "", double width = 150) =>
        $"<TextObject Boundary='{Number(x)} {Number(line - size)} {Number(width)} {Number(2 * size)}' Size='{Number(size)}' {attributes}>"
        + $"{codes}</TextObject>";

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
