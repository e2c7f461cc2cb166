using System.Text;
using Validation.Engine.Documents.Docx;
using Validation.Engine.Documents.Odt;
using Validation.V1;

namespace Validation.Engine.Documents.Packages;

/// <summary>Reads a zip file by what it holds: docx (docm, dotx, dotm) or odt (ott). Says what others are.</summary>
internal static class PackageReader
{
    private const string MimeType = "mimetype";
    private const int LongestMimeType = 200;

    /// <summary>Reads a document.</summary>
    /// <exception cref="UnreadableException">The file is no document that can be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Document Read(ReadOnlyMemory<byte> file, EngineLimits limits, CancellationToken cancellationToken)
    {
        var package = new Package(file, limits, cancellationToken);
        return package.Contains("[Content_Types].xml") || package.Contains("_rels/.rels") ? ReadOffice(package)
            : package.Contains(MimeType) || package.Contains(OdtReader.Content) ? ReadOpenDocument(package)
            : throw Unsupported(package.Contains("OFD.xml") ? Texts.Formats.Ofd : Texts.Formats.Archive);
    }

    // [ISO 29500-2]
    private static Document ReadOffice(Package package)
    {
        var main = Relationships.Read(package, string.Empty).Target("/relationships/officeDocument");
        return main is null ? throw (NameOf(package) is { } name ? Unsupported(name) : UnreadableException.Damaged())
            : main.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) ? throw Unsupported(Texts.Formats.Spreadsheet)
            : main.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase) ? throw Unsupported(Texts.Formats.Presentation)
            : DocxReader.Read(package, main);
    }

    // What the folders say where the main part is not to be found; it is Word's that is missed as damaged.
    private static string? NameOf(Package package) =>
        package.Contains("xl/workbook.xml") ? Texts.Formats.Spreadsheet
        : package.Contains("ppt/presentation.xml") ? Texts.Formats.Presentation
        : package.Contains("word/document.xml") ? null
        : package.Contains("_rels/.rels") ? null
        : Texts.Formats.Archive;

    // [OpenDocument 1.3] part 2, 3
    private static Document ReadOpenDocument(Package package)
    {
        var type = "application/vnd.oasis.opendocument.text";
        if (package.Contains(MimeType))
        {
            var content = package.Read(MimeType);
            type = Encoding.ASCII.GetString(content, 0, Math.Min(content.Length, LongestMimeType));
        }

        return type.StartsWith("application/vnd.oasis.opendocument.text", StringComparison.Ordinal) ? OdtReader.Read(package)
            : type.StartsWith("application/vnd.oasis.opendocument.", StringComparison.Ordinal) ? throw Unsupported(Texts.Formats.OpenDocument)
            : type.StartsWith("application/epub", StringComparison.Ordinal) ? throw Unsupported(Texts.Formats.Book)
            : throw Unsupported(Texts.Formats.Archive);
    }

    private static UnreadableException Unsupported(string format) => new(Reason.UnsupportedFormat, format);
}
