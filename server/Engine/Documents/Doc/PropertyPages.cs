namespace Validation.Engine.Documents.Doc;

/// <summary>A stretch of the WordDocument stream whose text has the same properties.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="End">The byte behind its last one.</param>
/// <param name="Page">Where the page with its properties starts.</param>
/// <param name="Offset">Where they stand in the page; 0: there are none.</param>
internal readonly record struct PropertyRun(int Start, int End, int Page, int Offset);

/// <summary>
/// The pages of 512 bytes that hold the properties of characters or paragraphs, and the table that finds them, [MS-DOC] 2.8.5, 2.8.6,
/// 2.9.33 and 2.9.180.
/// </summary>
internal sealed class PropertyPages(ReadOnlyMemory<byte> stream, ReadOnlyMemory<byte> table, int item)
{
    private const int PageLength = 512;
    private const int CharacterItem = 1;
    private const int ParagraphItem = 13;
    private const int WidestCharacter = 2;
    private const int PageNumberLength = 4;
    private const int PageNumber = 0x3FFFFF;

    private PropertyRun _last;

    public static PropertyPages OfCharacters(ReadOnlyMemory<byte> stream, ReadOnlySpan<byte> table) =>
        new(stream, table.ToArray(), CharacterItem);

    public static PropertyPages OfParagraphs(ReadOnlyMemory<byte> stream, ReadOnlySpan<byte> table) =>
        new(stream, table.ToArray(), ParagraphItem);

    /// <summary>The stretch that a byte of the text belongs to. Where the file has no pages, one stretch without properties covers the
    /// whole text.</summary>
    /// <exception cref="UnreadableException">The pages leave the text out.</exception>
    public PropertyRun Find(int place)
    {
        if (place >= _last.Start && place < _last.End)
        {
            return _last;
        }

        var pages = new Plc(table.Span, PageNumberLength);
        if (pages.Count == 0)
        {
            return _last = new PropertyRun(0, int.MaxValue, 0, 0);
        }

        // LibreOffice leaves the mark that ends the text out of the pages.
        var end = pages.Start(pages.Count);
        if (item == CharacterItem && place >= end && place < end + WidestCharacter)
        {
            return _last = new PropertyRun(end, end + WidestCharacter, 0, 0);
        }

        var start = (long)(Raw.Int32(pages.Item(pages.Find(place)), 0) & PageNumber) * PageLength;
        var page = Raw.Part(stream.Span, start, PageLength);
        var runs = new Plc(page[..^1], item, page[^1]);
        var run = runs.Find(place);
        return _last = new PropertyRun(runs.Start(run), runs.Start(run + 1), (int)start, runs.Item(run)[0] * 2);
    }

    /// <summary>The properties of a stretch of characters.</summary>
    public ReadOnlySpan<byte> CharacterChanges(PropertyRun run)
    {
        if (run.Offset == 0)
        {
            return default;
        }

        var page = Raw.Part(stream.Span, run.Page, PageLength);
        return Raw.Part(page, run.Offset + 1, page[run.Offset]);
    }

    /// <summary>The properties of a paragraph: its style, and what changes it.</summary>
    public ReadOnlySpan<byte> ParagraphChanges(PropertyRun run, out int style)
    {
        style = 0;
        if (run.Offset == 0)
        {
            return default;
        }

        // The length counts words, less half a word; where it is 0, the next byte has it, [MS-DOC] 2.9.182 PapxInFkp.
        var page = Raw.Part(stream.Span, run.Page, PageLength);
        var words = page[run.Offset];
        var bytes = words != 0
            ? Raw.Part(page, run.Offset + 1, (words * 2) - 1)
            : Raw.Part(page, run.Offset + 2, Raw.Part(page, run.Offset + 1, 1)[0] * 2);
        style = Raw.UInt16(bytes, 0);
        return bytes[2..];
    }
}
