using Validation.V1;

namespace Validation.Engine.Documents.Pdf;

/// <summary>
/// Reads PDF files by way of a reader of their words: a paragraph for every printed line, in the order of the page from above to below.
/// </summary>
internal static class PdfReader
{
    // A scan may carry a stamp or a page number as text; a page of a report has hundreds of characters.
    private const int LeastCharacters = 20;

    /// <summary>Reads a file.</summary>
    /// <param name="content">The file.</param>
    /// <param name="reader">Reads its words. Null: there is none, and PDF is not read.</param>
    /// <param name="limits">How much is read before giving up.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UnreadableException">It cannot be read, or holds no text.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Document Read(
        ReadOnlyMemory<byte> content, IPageReader? reader, EngineLimits limits, CancellationToken cancellationToken)
    {
        var words = Words(content, reader, limits, cancellationToken);
        RequireText(words);
        var pages = new List<List<PageLine>>(words.Count);
        foreach (var page in words)
        {
            cancellationToken.ThrowIfCancellationRequested();
            pages.Add(PageLine.Of(SidewaysPage.Upright([.. page.Select(Named)])));
        }

        PageFurniture.Remove(pages);
        var paragraphs = new List<Paragraph>();
        foreach (var line in pages.SelectMany(page => page))
        {
            paragraphs.Add(ParagraphOf(line, paragraphs.Count + 1));
            if (paragraphs.Count > limits.Paragraphs)
            {
                throw UnreadableException.TooLarge();
            }
        }

        return new Document("pdf", paragraphs);
    }

    private static IReadOnlyList<IReadOnlyList<PageWord>> Words(
        ReadOnlyMemory<byte> content, IPageReader? reader, EngineLimits limits, CancellationToken cancellationToken)
    {
        var reading = reader?.Read(content, limits, cancellationToken) ?? PageReading.Refusal(Reason.ReaderUnavailable);
        return reading.Reason switch
        {
            Reason.Unspecified => reading.Pages,
            Reason.DamagedDocument => throw new UnreadableException(Reason.DamagedDocument, Texts.Formats.Pdf),
            var reason => throw new UnreadableException(reason),
        };
    }

    private static PageWord Named(PageWord word) => word with { Text = Radicals.Replace(word.Text) };

    private static Paragraph ParagraphOf(PageLine line, int order)
    {
        var words = new Piece[line.Words.Count];
        var i = 0;
        foreach (var start in PageLine.Starts(line))
        {
            words[i] = new Piece(line.Words[i].Text, new Position(order, start + 1, line.Words[i].Box));
            i++;
        }

        return new Paragraph(line.Text, new Position(order, 1, line.Box)) { Words = words };
    }

    // Fonts without a mapping to Unicode give characters of private use, or none at all.
    private static void RequireText(IReadOnlyList<IReadOnlyList<PageWord>> pages)
    {
        int all = 0, unknown = 0;
        foreach (var word in pages.SelectMany(page => page))
        {
            foreach (var character in word.Text)
            {
                all += char.IsWhiteSpace(character) ? 0 : 1;
                unknown += UnknownCharacters.Contains(character) ? 1 : 0;
            }
        }

        if (all - unknown < LeastCharacters || unknown * 5 > all)
        {
            throw new UnreadableException(Reason.NoText);
        }
    }
}
