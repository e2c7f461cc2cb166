using Validation.Engine.Documents.Building;
using Validation.Engine.Documents.Zip;
using Validation.V1;

namespace Validation.Engine.Documents.Odt;

/// <summary>
/// Reads the text of an odt as a person who opens it sees it: changes accepted, hidden text left out, lists numbered. Notes, comments,
/// headers and footers are no part of it.
/// </summary>
internal static class OdtReader
{
    /// <summary>The part that holds the text.</summary>
    public const string Content = "content.xml";

    private const string StylesPart = "styles.xml";
    private const string ManifestPart = "META-INF/manifest.xml";

    /// <summary>Reads the content of an odt package.</summary>
    /// <exception cref="UnreadableException">The file is encrypted or damaged, goes beyond a limit or has no text.</exception>
    public static Document Read(Package package)
    {
        if (package.Contains(ManifestPart) && package.Read(ManifestPart).AsSpan().IndexOf("encryption-data"u8) >= 0)
        {
            throw new UnreadableException(Reason.EncryptedDocument);
        }

        var styles = new OdtStyles();
        if (package.Contains(StylesPart))
        {
            using var xml = package.OpenXml(StylesPart);
            styles.Read(xml);
        }

        var builder = new DocumentBuilder(package.Limits);
        using (var xml = package.OpenXml(Content))
        {
            new OdtBody(xml, styles, builder, package.Limits).Read();
        }

        return builder.Build("odt");
    }
}
