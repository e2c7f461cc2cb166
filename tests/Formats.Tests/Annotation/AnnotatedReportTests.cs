using System.IO.Compression;
using System.Xml.Linq;
using Validation.Engine;
using Validation.Engine.Annotation;
using Validation.Engine.Tests.Annotation;
using Validation.Engine.Tests.Support;
using Validation.Formats.Tests.Kit;
using Validation.Form;
using Validation.V1;

namespace Validation.Formats.Tests.Annotation;

/// <summary>Comments in reports that LibreOffice has written, and in reports of other makes that it reads.</summary>
[Collection(nameof(ConvertedReports))]
[Trait("Size", "Long")]
public sealed class AnnotatedReportTests(ConvertedReports reports)
{
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly ReportValidator Validator = PdfReaders.Validator();

    public static TheoryData<string> Names => [.. ConvertedReports.Names];

    public static TheoryData<string> Shapes => ["word", "wps", "libreoffice", "tracked"];

    [OfficeTheory]
    [MemberData(nameof(Names))]
    public void Annotate_RandomFindings_EachStandsAtItsPlaceAndNothingElseChanges(string name)
    {
        var docx = reports.Read(name, "docx");
        var report = Check(docx).Report;
        var random = new Random(name.Length + name[^1]);
        var cells = ReportTemplate.Cells.Values.Select(cell => cell.Of(report)).Where(cell => cell.Location is not null).ToList();
        var places = AnnotatedFile.Places(docx).Where(place => !place.IsCell && place.Text.Trim().Length > 0).ToList();
        var findings = Enumerable.Range(0, 30).Select(i => i % 2 == 0
            ? cells[random.Next(cells.Count)] is { } cell ? At(cell.Location, cell.Text) : null!
            : places[random.Next(places.Count)] is { } place ? At(place.Location, place.Text.Trim()[..1]) : null!).ToArray();

        var file = AnnotatedFile.Of(docx, report, findings).ShouldDifferByCommentsAlone();

        var marked = file.Marked();
        for (var i = 0; i < findings.Length; i++)
        {
            var text = marked[i].Replace("|", string.Empty, StringComparison.Ordinal);
            (i % 2 == 0 ? text.Trim() == findings[i].Actual : text.Contains(findings[i].Actual, StringComparison.Ordinal))
                .ShouldBeTrue($"{i}: '{findings[i].Actual}' but '{text}' is marked");
        }
    }

    [OfficeTheory]
    [MemberData(nameof(Names))]
    public void Annotate_ReportThatWasChecked_TheCopyHasTheSameFindings(string name)
    {
        var docx = reports.Read(name, "docx");
        var reply = Check(docx);

        var copy = new DocumentAnnotator().Annotate(docx, reply, AnnotatedFile.Date);

        copy.ObstacleText.ShouldBeEmpty();
        copy.Comments.ShouldBe(reply.Findings.Count + (reply.Verdict == Verdict.NotDecided ? 1 : 0));
        var again = Check(copy.Content);
        again.Findings.ShouldBe(reply.Findings);
        again.Report.ShouldBe(reply.Report);
    }

    [OfficeTheory]
    [MemberData(nameof(Shapes))]
    public void Annotate_DocumentOfEveryMake_LibreOfficeShowsTheCommentsAtTheirPlaces(string shape)
    {
        var docx = shape switch
        {
            "word" => ShapedDocx.Word(),
            "wps" => ShapedDocx.Wps(),
            "tracked" => ShapedDocx.Tracked(),
            _ => Converted(ShapedDocx.Word(), "docx"),
        };
        string[] words = [ShapedDocx.Sentence, ShapedDocx.Cell, ShapedDocx.Heading];

        var file = AnnotatedFile.At(docx, words).ShouldDifferByCommentsAlone();

        using var odt = new ZipArchive(new MemoryStream(Converted(file.Content, "odt")));
        using var content = odt.GetEntry("content.xml")!.Open();
        var comments = Comments(XDocument.Load(content, LoadOptions.PreserveWhitespace));
        comments.Where(comment => comment.Author == "年报校验").Select(comment => comment.Marked).ShouldBe(words, ignoreOrder: true);
        comments.Count(comment => comment.Author == "张三").ShouldBe(shape == "tracked" ? 1 : 0);
    }

    private static Finding At(Location location, string actual) =>
        new() { RuleId = "r", Message = "不对。", Location = location, Actual = actual };

    private static ValidateReply Check(ReadOnlyMemory<byte> content) => Validator.Validate(content, TestRules.National);

    private static byte[] Converted(byte[] docx, string format)
    {
        var folder = Directory.CreateTempSubdirectory("validation-annotated-");
        try
        {
            var (source, target) = (Path.Combine(folder.FullName, "a.docx"), folder.CreateSubdirectory("b").FullName);
            File.WriteAllBytes(source, docx);
            OfficeSuite.ConvertDocuments([source], format, target);
            return File.ReadAllBytes(Path.Combine(target, $"a.{format}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The author of each comment, and the text between its two marks; changes that were deleted stand elsewhere in an odt.
    private static List<(string Author, string Marked)> Comments(XDocument content)
    {
        var comments = new List<(string, string)>();
        var nodes = content.Root!.Descendants().Where(element => element.Name == Office + "body").DescendantNodes().ToList();
        foreach (var start in nodes.OfType<XElement>().Where(element => element.Name == Office + "annotation"))
        {
            var name = start.Attribute(Office + "name")?.Value;
            var end = nodes.FindIndex(node => node is XElement { Name.LocalName: "annotation-end" } element
                && element.Attribute(Office + "name")?.Value == name);
            var from = nodes.IndexOf(start);
            var texts = nodes.Skip(from).Take(Math.Max(0, end - from)).OfType<XText>()
                .Where(text => text.Ancestors().All(element => element.Name != Office + "annotation"));
            var author = start.Elements().First(element => element.Name.LocalName == "creator").Value;
            comments.Add((author, string.Concat(texts.Select(text => text.Value))));
        }

        return comments;
    }
}
