using System.Text;
using Validation.Engine.Tests.Documents.Zip;

namespace Validation.Engine.Tests.Documents.Odt;

/// <summary>Small odt files, written by hand.</summary>
internal static class OdtFile
{
    public const string MimeType = "application/vnd.oasis.opendocument.text";

    private const string Namespaces =
        " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
        + " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'"
        + " xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"
        + " xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'"
        + " xmlns:loext='urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'";

    /// <summary>A file whose text is this XML; the prefixes are those of LibreOffice.</summary>
    public static byte[] Of(string text, string automatic = "", string styles = "", string manifest = "", string kind = "text") =>
        ZipFile.Of(
        [
            ("mimetype", Encoding.ASCII.GetBytes(MimeType)),
            ("META-INF/manifest.xml", Encoding.UTF8.GetBytes($"<manifest>{manifest}</manifest>")),
            ("styles.xml", Root("document-styles", $"<office:styles>{styles}</office:styles>")),
            ("content.xml", Root("document-content",
                $"<office:automatic-styles>{automatic}</office:automatic-styles>"
                + $"<office:body><office:{kind}>{text}</office:{kind}></office:body>")),
        ]);

    /// <summary>What is read of such a file.</summary>
    public static string[] Read(string text, string automatic = "", string styles = "") =>
        ZipFile.Lines(ZipFile.Read(Of(text, automatic, styles)));

    private static byte[] Root(string name, string content) =>
        Encoding.UTF8.GetBytes($"<?xml version='1.0' encoding='UTF-8'?><office:{name}{Namespaces}>{content}</office:{name}>");
}
