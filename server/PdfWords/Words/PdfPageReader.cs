using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using Validation.Engine;
using Validation.Engine.Documents.Pdf;
using Validation.Engine.Documents.Printing;
using Validation.V1;

namespace Validation.PdfWords.Words;

/// <summary>Reads words with PdfPig. Some files end the process that reads them, because .NET cannot catch an overflow of the stack, and
/// some take for ever: only a process that may be lost calls this.</summary>
internal sealed class PdfPageReader : IPageReader
{
    private const int StackDepth = 256;

    /// <inheritdoc/>
    public PageReading Read(ReadOnlyMemory<byte> content, EngineLimits limits, CancellationToken cancellationToken)
    {
        var work = new ReadingWork(limits, cancellationToken);
        try
        {
            return Read(content, work);
        }
        catch (WorkException why)
        {
            return PageReading.Refusal(why.Reason);
        }
        catch (PdfDocumentEncryptedException)
        {
            return PageReading.Refusal(Reason.EncryptedDocument);
        }
        catch (OutOfMemoryException)
        {
            return PageReading.Refusal(Reason.DocumentTooLarge);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // PdfPig throws exceptions of any type on files that it does not expect.
            return PageReading.Refusal(Reason.DamagedDocument);
        }
    }

    private static PageReading Read(ReadOnlyMemory<byte> content, ReadingWork work)
    {
        var options = new ParsingOptions
        {
            UseLenientParsing = false,
            SkipMissingFonts = false,
            MaxStackDepth = StackDepth,
            Logger = work,
            FilterProvider = new CheckedFilters(work),
        };
        using var document = PdfDocument.Open(content, options);
        work.CountPages(document.NumberOfPages);
        work.Layers = new Layers(document.Structure.Catalog.CatalogDictionary, document.Structure.TokenScanner);
        document.AddPageFactory<List<PageWord>, WordPageFactory>();
        var pages = new List<IReadOnlyList<PageWord>>(document.NumberOfPages);
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            pages.Add(document.GetPage<List<PageWord>>(number));
        }

        work.RequireShownText();
        return PageReading.Success(pages);
    }
}
