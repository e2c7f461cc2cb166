using System.Text;
using Validation.Engine.Tests.Documents.Zip;

namespace Validation.Engine.Tests.Documents.Docx;

/// <summary>Small docx files, written by hand.</summary>
internal static class DocxFile
{
    public const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictOffice = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    /// <summary>A file whose body holds this XML; the prefixes are those of Word.</summary>
    public static byte[] Of(string body, string? styles = null, string? numbering = null, bool isStrict = false) =>
        ZipFile.Of(Parts(body, styles, numbering, isStrict));

    /// <summary>The parts of such a file.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Parts(
        string body, string? styles = null, string? numbering = null, bool isStrict = false)
    {
        var office = isStrict ? StrictOffice : Office;
        yield return ("[Content_Types].xml", Bytes("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"));
        yield return ("_rels/.rels", Relationships($"<Relationship Id='1' Type='{office}/officeDocument' Target='word/document.xml'/>"));
        yield return ("word/_rels/document.xml.rels", Relationships(
            (styles is null ? string.Empty : $"<Relationship Id='1' Type='{office}/styles' Target='styles.xml'/>")
            + (numbering is null ? string.Empty : $"<Relationship Id='2' Type='{office}/numbering' Target='/word/numbering.xml'/>")
            + $"<Relationship Id='3' Type='{office}/hyperlink' Target='mailto:a b@@::\\/..' TargetMode='External'/>"
            + $"<Relationship Id='4' Type='{office}/attachedTemplate' Target='http://192.0.2.1/t.dotm' TargetMode='External'/>"));
        yield return ("word/document.xml", Bytes(Root("document", $"<w:body>{body}</w:body>", isStrict)));
        if (styles is not null)
        {
            yield return ("word/styles.xml", Bytes(Root("styles", styles, isStrict)));
        }

        if (numbering is not null)
        {
            yield return ("word/numbering.xml", Bytes(Root("numbering", numbering, isStrict)));
        }
    }

    /// <summary>What is read of such a file.</summary>
    public static string[] Read(string body, string? styles = null, string? numbering = null, bool isStrict = false) =>
        ZipFile.Lines(ZipFile.Read(Of(body, styles, numbering, isStrict)));

    /// <summary>A paragraph with one run for each text.</summary>
    public static string P(params string[] runs) => $"<w:p>{string.Concat(runs.Select(text => R(text)))}</w:p>";

    /// <summary>A run.</summary>
    public static string R(string text, string properties = "") =>
        $"<w:r>{(properties.Length > 0 ? $"<w:rPr>{properties}</w:rPr>" : string.Empty)}<w:t>{text}</w:t></w:r>";

    /// <summary>A table.</summary>
    public static string Table(params string[] rows) => $"<w:tbl><w:tblPr/><w:tblGrid/>{string.Concat(rows)}</w:tbl>";

    /// <summary>A row.</summary>
    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    /// <summary>A cell with one paragraph for each line.</summary>
    public static string Cell(string text, string properties = "") =>
        $"<w:tc><w:tcPr>{properties}</w:tcPr>{string.Concat(text.Split('/').Select(line => P(line)))}</w:tc>";

    /// <summary>XML as bytes.</summary>
    public static byte[] Bytes(string xml) => Encoding.UTF8.GetBytes(xml);

    private static byte[] Relationships(string content) =>
        Bytes($"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{content}</Relationships>");

    private static string Root(string name, string content, bool isStrict) =>
        $"<?xml version='1.0' encoding='UTF-8' standalone='yes'?><w:{name} xmlns:w='{(isStrict ? Strict : Transitional)}'"
        + " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:v='urn:schemas-microsoft-com:vml'"
        + " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"
        + " xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"
        + " xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml' mc:Ignorable='w14'>" + content + $"</w:{name}>";
}
