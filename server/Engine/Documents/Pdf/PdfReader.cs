using Validation.Engine.Documents.Printing;
using Validation.V1;

namespace Validation.Engine.Documents.Pdf;

/// <summary>
/// Reads PDF files by way of a reader of their words: the printed lines, in the order of the page from above to below.
/// </summary>
internal static class PdfReader
{
    /// <summary>Reads the printed lines of a PDF.</summary>
    /// <param name="content">The file.</param>
    /// <param name="reader">Reads its words. Null: there is none, and PDF is not read.</param>
    /// <param name="limits">How much is read before giving up.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UnreadableException">It cannot be read, or holds no text.</exception>
    public static Document Read(
        ReadOnlyMemory<byte> content, IPageReader? reader, EngineLimits limits, CancellationToken cancellationToken)
    {
        var reading = reader?.Read(content, limits, cancellationToken) ?? PageReading.Refusal(Reason.ReaderUnavailable);
        return reading.Reason switch
        {
            Reason.Unspecified => PrintedLines.Read("pdf", Texts.Formats.Pdf, reading.Pages, limits, cancellationToken),
            Reason.DamagedDocument => throw new UnreadableException(Reason.DamagedDocument, Texts.Formats.Pdf),
            var reason => throw new UnreadableException(reason),
        };
    }
}
