using Validation.V1;

namespace Validation.Engine.Documents.Printing;

/// <summary>
/// Makes a document of the words of pages, whatever format they come from: printed lines in the order of the page from above to below,
/// without page numbers and running headers.
/// </summary>
internal static class PrintedLines
{
    // A scan may carry a stamp or a page number as text; a page of a report has hundreds of characters.
    private const int LeastCharacters = 20;

    /// <summary>Makes a document of the words of its pages.</summary>
    /// <param name="format">How the document was read, such as "pdf".</param>
    /// <param name="name">What a clerk calls the format, for the refusal.</param>
    /// <param name="words">The words of each page, in the order in which it draws them.</param>
    /// <param name="limits">How many lines are read before giving up.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UnreadableException">The pages hold hardly any text, or more lines than the limit.</exception>
    public static Document Read(
        string format, string name, IReadOnlyList<IReadOnlyList<PageWord>> words, EngineLimits limits, CancellationToken cancellationToken)
    {
        RequireText(words, name);
        var pages = new List<List<PageLine>>(words.Count);
        foreach (var page in words)
        {
            cancellationToken.ThrowIfCancellationRequested();
            pages.Add(PageLine.Of(SidewaysPage.Upright([.. page.Select(Named)])));
        }

        PageFurniture.Remove(pages);
        var lines = new List<Block>();
        foreach (var line in pages.SelectMany(page => page))
        {
            lines.Add(LineOf(line, lines.Count + 1));
            UnreadableException.ThrowIfTooLarge(lines.Count > limits.Paragraphs);
        }

        return new Document(format, lines);
    }

    private static PageWord Named(PageWord word) => word with { Text = Radicals.Replace(word.Text) };

    private static PrintedLine LineOf(PageLine line, int order) => new(line.Text, new Position(order, 1, line.Box),
        [.. line.Words.Select((word, i) => new Piece(word.Text, new Position(order, line.Starts[i] + 1, word.Box)))]);

    // Fonts without a mapping to Unicode give characters of private use, or none at all.
    private static void RequireText(IReadOnlyList<IReadOnlyList<PageWord>> pages, string name)
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
            throw new UnreadableException(Reason.NoText, name);
        }
    }
}
