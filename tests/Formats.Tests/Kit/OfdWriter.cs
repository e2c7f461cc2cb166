using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Validation.Engine.Documents.Printing;

namespace Validation.Formats.Tests.Kit;

/// <summary>
/// Writes OFD files (GB/T 33190-2016) that show the words of PDF pages at the same places. The words take turns in how they are written:
/// with and without repeated distances, transformed, a character at a time, in blocks and composites; each page has a template that shows
/// some of its words, and a turned watermark behind them.
/// </summary>
public sealed class OfdWriter
{
    private const double MillimetresOfPoint = 25.4 / 72;
    private const int WordsPerTemplateWord = 7;
    private const string Space = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    private const string Watermark =
        "<ofd:Layer Type=\"Background\">"
        + "<ofd:TextObject Boundary=\"0 0 210 297\" CTM=\"0.707 0.707 -0.707 0.707 60 60\" Font=\"1\" Size=\"30\">"
        + "<ofd:TextCode X=\"10\" Y=\"30\" DeltaX=\"30\">草稿</ofd:TextCode></ofd:TextObject></ofd:Layer>";

    // The same bytes whenever they are written.
    private static readonly DateTimeOffset Written = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly StringBuilder _composites = new();
    private readonly double _sizeOfHeight;
    private int _lastId = 100;

    private OfdWriter(IEnumerable<PageWord> words) => _sizeOfHeight = SizeOfHeight(words);

    /// <summary>Writes a file.</summary>
    /// <param name="pages">The words of each page, in points.</param>
    public static byte[] Write(IReadOnlyList<IReadOnlyList<PageWord>> pages)
    {
        var writer = new OfdWriter(pages.SelectMany(page => page));
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "OFD.xml",
                $"<ofd:OFD {Space} Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo>"
                + "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
            for (var i = 0; i < pages.Count; i++)
            {
                var own = pages[i].Where((_, index) => index % WordsPerTemplateWord != 0);
                var shared = pages[i].Where((_, index) => index % WordsPerTemplateWord == 0);
                Add(archive, $"Doc_0/Pages/Page_{i}/Content.xml", writer.Page(own, $"<ofd:Template TemplateID=\"{50 + i}\"/>"));
                Add(archive, $"Doc_0/Tpls/Tpl_{i}/Content.xml", writer.Page(shared, string.Empty, Watermark));
            }

            Add(archive, "Doc_0/Document.xml", Document(pages.Count));
            Add(archive, "Doc_0/PublicRes.xml",
                $"<ofd:Res {Space} BaseLoc=\"Res\"><ofd:Fonts><ofd:Font ID=\"1\" FontName=\"宋体\"/></ofd:Fonts></ofd:Res>");
            Add(archive, "Doc_0/DocumentRes.xml",
                $"<ofd:Res {Space} BaseLoc=\"Res\"><ofd:CompositeGraphicUnits>{writer._composites}</ofd:CompositeGraphicUnits></ofd:Res>");
        }

        return file.ToArray();
    }

    // Han characters are as wide as the type is large.
    private static double SizeOfHeight(IEnumerable<PageWord> words)
    {
        var (_, box) = words.First(word => word.Text.Length > 3 && word.Text.All(IsFull));
        var (text, _) = words.First(word => word.Box == box);
        return box.Width / text.Length / box.Height;
    }

    private static string Document(int pages)
    {
        var numbers = Enumerable.Range(0, pages).ToList();
        return $"<ofd:Document {Space}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
            + "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes><ofd:DocumentRes>/Doc_0/DocumentRes.xml</ofd:DocumentRes>"
            + string.Concat(numbers.Select(i => $"<ofd:TemplatePage ID=\"{50 + i}\" BaseLoc=\"Tpls/Tpl_{i}/Content.xml\"/>"))
            + "</ofd:CommonData><ofd:Pages>"
            + string.Concat(numbers.Select(i => $"<ofd:Page ID=\"{2 + i}\" BaseLoc=\"Pages/Page_{i}/Content.xml\"/>"))
            + "</ofd:Pages></ofd:Document>";
    }

    private string Page(IEnumerable<PageWord> words, string template, string layer = "") =>
        $"<ofd:Page {Space}>{template}<ofd:Content>{layer}<ofd:Layer ID=\"{++_lastId}\">"
        + $"{string.Concat(words.Select((word, index) => Objects(word, index % 6)))}</ofd:Layer></ofd:Content></ofd:Page>";

    private string Objects(PageWord word, int way)
    {
        var size = word.Box.Height * _sizeOfHeight * MillimetresOfPoint;
        var advances = Advances(word);
        var starts = advances.Select((_, index) => advances.Take(index).Sum()).ToList();
        return way switch
        {
            1 => Text(word, size, 1, Code(word.Text, 0, size, Repeats(advances, 1))),
            2 => Text(word, size, 0.25, Code(word.Text, 0, size * 4, Plain(advances, 4))),
            3 => string.Concat(word.Text.Select((character, index) =>
                Text(word, size, 1, Code($"{character}", starts[index], size, string.Empty)))),
            4 => $"<ofd:PageBlock ID=\"{++_lastId}\">"
                + Text(word, size, 1, string.Concat(word.Text.Select((character, index) =>
                    Code($"{character}", starts[index], index == 0 ? size : null, string.Empty))))
                + "</ofd:PageBlock>",
            5 => Composite(word, size, advances),
            _ => Text(word, size, 1, Code(word.Text, 0, size, Plain(advances, 1))),
        };
    }

    private string Composite(PageWord word, double size, List<double> advances)
    {
        var id = ++_lastId;
        _composites.Append(CultureInfo.InvariantCulture, $"<ofd:CompositeGraphicUnit ID=\"{id}\" Width=\"210\" Height=\"297\">");
        _composites.Append("<ofd:Content>");
        _composites.Append(Text(word, size, 1, Code(word.Text, 0, size, Plain(advances, 1))));
        _composites.Append("</ofd:Content></ofd:CompositeGraphicUnit>");
        return $"<ofd:CompositeObject ID=\"{++_lastId}\" Boundary=\"0 0 210 297\" ResourceID=\"{id}\"/>";
    }

    private string Text(PageWord word, double size, double scale, string codes)
    {
        // The reader takes the type to reach from 0.95 of its size above the line to 0.35 below.
        var line = (word.Box.CenterY * MillimetresOfPoint) + (0.3 * size);
        var box = $"{Number(word.Box.X * MillimetresOfPoint)} {Number(line - size)} "
            + $"{Number((word.Box.Width * MillimetresOfPoint) + size)} {Number(1.5 * size)}";
        var matrix = scale == 1 ? string.Empty : $" CTM=\"{Number(scale)} 0 0 {Number(scale)} 0 0\"";
        return $"<ofd:TextObject ID=\"{++_lastId}\" Boundary=\"{box}\"{matrix} Font=\"1\" Size=\"{Number(size / scale)}\">"
            + $"{codes}</ofd:TextObject>";
    }

    private static string Code(string text, double x, double? y, string distances) =>
        $"<ofd:TextCode X=\"{Number(x)}\"{(y is null ? string.Empty : $" Y=\"{Number(y.Value)}\"")}"
        + $"{(distances.Length > 0 ? $" DeltaX=\"{distances}\"" : string.Empty)}>{WebUtility.HtmlEncode(text)}</ofd:TextCode>";

    // The width of the word, shared out as if each Han character were twice as wide as any other.
    private static List<double> Advances(PageWord word)
    {
        var parts = word.Text.Sum(Parts);
        return [.. word.Text.Select(character => word.Box.Width * MillimetresOfPoint * Parts(character) / parts)];
    }

    private static int Parts(char character) => IsFull(character) ? 2 : 1;

    private static bool IsFull(char character) => character >= '\u2E80';

    private static string Plain(List<double> advances, double scale) =>
        string.Join(' ', advances.SkipLast(1).Select(advance => Number(advance * scale)));

    private static string Repeats(List<double> advances, double scale)
    {
        var items = new List<(string Distance, int Count)>();
        foreach (var distance in advances.SkipLast(1).Select(advance => Number(advance * scale)))
        {
            if (items.Count > 0 && items[^1].Distance == distance)
            {
                items[^1] = (distance, items[^1].Count + 1);
            }
            else
            {
                items.Add((distance, 1));
            }
        }

        return string.Join(' ', items.Select(item => item.Count > 1 ? $"g {item.Count} {item.Distance}" : item.Distance));
    }

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static void Add(ZipArchive archive, string name, string content)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Written;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + content));
    }
}
