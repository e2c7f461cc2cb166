using System.Text;
using Validation.Engine.Documents.Docx;
using Validation.Engine.Documents.Odt;
using Validation.Engine.Documents.Ofd;
using Validation.Engine.Documents.Zip;
using Validation.V1;

namespace Validation.Engine.Documents;

/// <summary>Reads a zip file by what it holds: docx (docm, dotx, dotm), odt (ott) or OFD. Says what others are.</summary>
internal static class PackageReader
{
    private const string MimeType = "mimetype";
    private const string OpenDocument = "application/vnd.oasis.opendocument.";
    private const int LongestMimeType = 200;

    /// <summary>Reads a docx or odt package as the document that it holds.</summary>
    /// <exception cref="UnreadableException">The file is no document that can be read.</exception>
    public static Document Read(ReadOnlyMemory<byte> file, EngineLimits limits, CancellationToken cancellationToken)
    {
        var package = new Package(file, limits, cancellationToken);
        return package.Contains("[Content_Types].xml") || package.Contains("_rels/.rels") ? ReadOffice(package)
            : package.Contains(MimeType) || package.Contains(OdtReader.Content) ? ReadOpenDocument(package)
            : OfdReader.IsOfd(package) ? OfdReader.Read(package, cancellationToken)
            : throw Unsupported(Texts.Formats.Archive);
    }

    // [ISO 29500-2]
    private static Document ReadOffice(Package package)
    {
        var main = Relationships.Read(package, string.Empty).Target(Relationships.MainDocument);
        return main is null ? throw WithoutMain(package)
            : main.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) ? throw Unsupported(Texts.Formats.Spreadsheet)
            : main.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase) ? throw Unsupported(Texts.Formats.Presentation)
            : DocxReader.Read(package, main);
    }

    // A document of Word that lost its list of parts is damaged; drawings of Visio and the like have lists of their own.
    private static UnreadableException WithoutMain(Package package) =>
        package.Names.Any(name => name.StartsWith("word/", StringComparison.OrdinalIgnoreCase)) ? UnreadableException.Damaged()
        : Unsupported(Texts.Formats.Archive);

    // [OpenDocument 1.3] part 2, 3
    private static Document ReadOpenDocument(Package package)
    {
        var type = OpenDocument + "text";
        if (package.Contains(MimeType))
        {
            var content = package.Read(MimeType);
            type = Encoding.ASCII.GetString(content, 0, Math.Min(content.Length, LongestMimeType));
        }

        return type.StartsWith(OpenDocument + "text", StringComparison.Ordinal) ? OdtReader.Read(package)
            : type.StartsWith(OpenDocument, StringComparison.Ordinal) ? throw Unsupported(Texts.Formats.OpenDocument)
            : type.StartsWith("application/epub", StringComparison.Ordinal) ? throw Unsupported(Texts.Formats.Book)
            : throw Unsupported(Texts.Formats.Archive);
    }

    private static UnreadableException Unsupported(string format) => new(Reason.UnsupportedFormat, format);
}
