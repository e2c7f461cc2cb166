using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Validation.Engine.Annotation;
using Validation.Engine.Documents;
using Validation.V1;

namespace Validation.Engine.Tests.Annotation;

/// <summary>A docx with comments, made by the product and read here by other means.</summary>
public sealed class AnnotatedFile
{
    /// <summary>The time of every check in the tests: 16:30 in China.</summary>
    public static readonly DateTimeOffset Date = new(2026, 3, 1, 8, 30, 0, TimeSpan.Zero);

    private readonly byte[] _original;

    private AnnotatedFile(byte[] original, byte[] content)
    {
        (_original, Content) = (original, content);
    }

    /// <summary>The file.</summary>
    public byte[] Content { get; }

    /// <summary>Annotates a file at words of it; each is looked for in its paragraphs and cells, in their order.</summary>
    public static AnnotatedFile At(byte[] docx, params string[] words)
    {
        var places = Places(docx);
        return Of(docx, [.. words.Select(word =>
        {
            var (text, location, isCell) = places.First(place => place.Text.Contains(word, StringComparison.Ordinal));
            location.Column += isCell ? 0 : text.IndexOf(word, StringComparison.Ordinal);
            return new Finding { RuleId = "r", Title = word, Message = "不对。", Actual = word, Location = location, Severity = Level.Error };
        })]);
    }

    /// <summary>Annotates a file with findings.</summary>
    public static AnnotatedFile Of(byte[] docx, params Finding[] findings) => Of(docx, new Report(), findings);

    /// <summary>Annotates a file with findings about a report.</summary>
    public static AnnotatedFile Of(byte[] docx, Report report, params Finding[] findings)
    {
        var copy = Copy(docx, report, findings);
        copy.ObstacleText.ShouldBeEmpty();
        copy.Comments.ShouldBe(findings.Length);
        return new AnnotatedFile(docx, copy.Content.ToArray());
    }

    /// <summary>What the product makes of a file and findings.</summary>
    public static AnnotatedCopy Copy(byte[] docx, Report report, params Finding[] findings)
    {
        var reply = new ValidateReply
        {
            Verdict = Verdict.Reject, Report = report, Findings = { findings }, Provenance = new Provenance { DocumentFormat = "docx" },
        };
        return new DocumentAnnotator().Annotate(docx, reply, Date);
    }

    /// <summary>The places of a file's paragraphs and cells with their text.</summary>
    public static IReadOnlyList<(string Text, Location Location, bool IsCell)> Places(byte[] docx)
    {
        var read = new DocumentReader(EngineLimits.Default).Read(docx);
        var document = read.Document.ShouldNotBeNull(read.Reason.ToString());
        return [.. document.Blocks.SelectMany(block => block is TableRow row
            ? row.Cells.Where(cell => !cell.IsContinued).Select(cell => (cell.Text, cell.Position.ToLocation(), true))
            : [(block.Text, block.Position.ToLocation(), false)])];
    }

    /// <summary>The text of a part.</summary>
    public static string Part(byte[] file, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        using var reader = new StreamReader(archive.GetEntry(name).ShouldNotBeNull(name).Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The text of a part of this file.</summary>
    public string Part(string name) => Part(Content, name);

    /// <summary>For each comment, in the order of their ids, the text between its marks, paragraphs parted by a bar; none where the marks
    /// are not there.</summary>
    public IReadOnlyList<string> Marked(string main = "word/document.xml")
    {
        var root = XDocument.Parse(Part(main), LoadOptions.PreserveWhitespace).Root!;
        var open = new SortedDictionary<int, StringBuilder>();
        var done = new SortedDictionary<int, string>();
        foreach (var element in root.Descendants())
        {
            switch (element.Name.LocalName)
            {
                case "commentRangeStart":
                    open.Add(Id(element), new StringBuilder());
                    break;
                case "commentRangeEnd":
                    done.Add(Id(element), open[Id(element)].ToString());
                    open.Remove(Id(element));
                    break;
                case "commentReference":
                    done.ShouldContainKey(Id(element));
                    element.Parent!.Parent!.Name.LocalName.ShouldBe("p", "a comment must not go when an insertion is rejected");
                    break;
                case "p" when open.Count > 0:
                    Each(text => text.Append('|'));
                    break;
                case "t" or "tab":
                    Each(text => text.Append(element.Name.LocalName == "tab" ? "\t" : element.Value));
                    break;
                default:
                    break;
            }
        }

        open.ShouldBeEmpty();
        return [.. done.Values];

        void Each(Action<StringBuilder> add)
        {
            foreach (var text in open.Values)
            {
                add(text);
            }
        }
    }

    /// <summary>Nothing but the comments is new: not a byte of another part, of the text or of what names the parts.</summary>
    public AnnotatedFile ShouldDifferByCommentsAlone(string main = "word/document.xml")
    {
        var folder = main[..(main.LastIndexOf('/') + 1)];
        string[] may = [main, $"{folder}_rels/{main[folder.Length..]}.rels", "[Content_Types].xml", $"{folder}comments.xml"];
        var after = RawZip.Entries(Content);
        var before = RawZip.Entries(_original);
        after.Take(before.Count).Select(entry => entry.Name).ShouldBe(before.Select(entry => entry.Name));
        for (var i = 0; i < before.Count; i++)
        {
            if (!may.Contains(before[i].Name))
            {
                after[i].Header.ShouldBe(before[i].Header, before[i].Name);
                after[i].Entry.ShouldBe(before[i].Entry, before[i].Name);
            }
        }

        var known = before.Any(entry => entry.Name == may[3])
            ? XDocument.Parse(Part(_original, may[3])).Root!.Elements().Select(Id)
            : [];
        Unmarked.Is(Part(main), Part(_original, main), known).ShouldBeTrue(Part(main));
        Lines(Content).ShouldBe(Lines(_original));
        return this;
    }

    private static IEnumerable<string> Lines(byte[] docx) =>
        Places(docx).Select(place => $"{place.Location}: {place.Text}");

    private static int Id(XElement element) =>
        int.Parse(element.Attributes().First(attribute => attribute.Name.LocalName == "id").Value, null);
}
