using Validation.Engine.Documents.Doc;
using Validation.V1;

namespace Validation.Engine.Documents.Compound;

/// <summary>Reads compound files: documents of Word 97–2003 and WPS. Others are told by their streams.</summary>
internal static class CompoundReader
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="UnreadableException">It holds no document that can be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
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
        new WordText(new WordFile(file, limits), cancellationToken).Record().WriteTo(builder, cancellationToken);
        return builder.Build("doc");
    }

    private static string NameOf(CompoundFile file) =>
        file.Contains("Workbook") || file.Contains("Book") ? Texts.Formats.Excel
        : file.Contains("PowerPoint Document") ? Texts.Formats.PowerPoint
        : Texts.Formats.OtherCompoundFile;
}
