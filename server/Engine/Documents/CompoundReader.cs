using Validation.Engine.Documents.Building;
using Validation.Engine.Documents.Cfb;
using Validation.Engine.Documents.Doc;
using Validation.V1;

namespace Validation.Engine.Documents;

/// <summary>Reads compound files that hold documents of Word 97 to 2003 or WPS. Other compound files are named by their streams and
/// refused.</summary>
internal static class CompoundReader
{
    /// <summary>Reads a compound file as the document that it holds.</summary>
    /// <exception cref="UnreadableException">It holds no document that can be read.</exception>
    public static Document Read(ReadOnlyMemory<byte> content, EngineLimits limits, CancellationToken cancellationToken)
    {
        var file = CompoundFile.Open(content);
        if (file.Contains("EncryptedPackage") || file.Contains("EncryptionInfo"))
        {
            throw new UnreadableException(Reason.EncryptedDocument);
        }

        if (!file.Contains("WordDocument"))
        {
            throw new UnreadableException(Reason.UnsupportedFormat, NameOf(file));
        }

        var builder = new DocumentBuilder(limits);
        var text = new WordText(new WordFile(file, limits), cancellationToken);
        text.Record().WriteTo(builder, cancellationToken);
        builder.HasPictures = text.HasPictures;
        return builder.Build("doc");
    }

    private static string NameOf(CompoundFile file) =>
        file.Contains("Workbook") || file.Contains("Book") ? Texts.Formats.Excel
        : file.Contains("PowerPoint Document") ? Texts.Formats.PowerPoint
        : Texts.Formats.OtherCompoundFile;
}
