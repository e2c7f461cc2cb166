using Validation.Engine.Documents.Docx;

namespace Validation.Engine.Documents.Packages;

/// <summary>Reads a zip file that is a document, by what it holds: docx.</summary>
internal static class PackageReader
{
    /// <summary>Reads a document.</summary>
    /// <exception cref="UnreadableException">The file is no document that can be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Document Read(ReadOnlyMemory<byte> file, EngineLimits limits, CancellationToken cancellationToken)
    {
        var package = new Package(file, limits, cancellationToken);
        var main = Relationships.Read(package, string.Empty).Target("/relationships/officeDocument");
        return main is null ? throw UnreadableException.Damaged() : DocxReader.Read(package, main);
    }
}
