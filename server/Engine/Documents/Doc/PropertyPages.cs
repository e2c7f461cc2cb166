using Validation.Engine.Documents.Compound;

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
internal sealed class PropertyPages
{
    private const int PageLength = 512;
    private const int CharacterItem = 1;
    private const int ParagraphItem = 13;
    private const int WidestCharacter = 2;
    private const int PageNumber = 0x3FFFFF;

    private readonly ReadOnlyMemory<byte> _stream;
    private readonly ReadOnlyMemory<byte> _table;
    private readonly int _item;
    private readonly int _pages;
    private PropertyRun _last;

    private PropertyPages(ReadOnlyMemory<byte> stream, ReadOnlyMemory<byte> table, int item)
    {
        _stream = stream;
        _table = table;
        _item = item;
        _pages = Math.Max(0, (table.Length - 4) / 8);
    }

    /// <summary>The properties of characters.</summary>
    public static PropertyPages OfCharacters(ReadOnlyMemory<byte> stream, ReadOnlySpan<byte> table) =>
        new(stream, table.ToArray(), CharacterItem);

    /// <summary>The properties of paragraphs.</summary>
    public static PropertyPages OfParagraphs(ReadOnlyMemory<byte> stream, ReadOnlySpan<byte> table) =>
        new(stream, table.ToArray(), ParagraphItem);

    /// <summary>The stretch that a byte of the text belongs to. All of the text without properties, where the file has no pages.</summary>
    /// <exception cref="UnreadableException">The pages leave the text out.</exception>
    public PropertyRun Find(int place)
    {
        if (place >= _last.Start && place < _last.End)
        {
            return _last;
        }

        if (_pages == 0)
        {
            return _last = new PropertyRun(0, int.MaxValue, 0, 0);
        }

        var table = _table.Span;

        // LibreOffice leaves out the mark that ends the text.
        var end = Raw.Int32(table, _pages * 4);
        if (_item == CharacterItem && place >= end && place < end + WidestCharacter)
        {
            return _last = new PropertyRun(end, end + WidestCharacter, 0, 0);
        }

        var index = Search(table, _pages, place);
        var start = (long)(Raw.Int32(table, ((_pages + 1) * 4) + (index * 4)) & PageNumber) * PageLength;
        var page = Raw.Part(_stream.Span, start, PageLength);
        var runs = page[PageLength - 1];
        if (((runs + 1) * 4) + (runs * _item) >= PageLength)
        {
            throw UnreadableException.Damaged();
        }

        var run = Search(page, runs, place);
        return _last = new PropertyRun(
            Raw.Int32(page, run * 4), Raw.Int32(page, (run + 1) * 4), (int)start, page[((runs + 1) * 4) + (run * _item)] * 2);
    }

    /// <summary>The properties of a stretch of characters.</summary>
    public ReadOnlySpan<byte> CharacterChanges(PropertyRun run)
    {
        if (run.Offset == 0)
        {
            return default;
        }

        var page = Raw.Part(_stream.Span, run.Page, PageLength);
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

        // The length counts words: with half a word less, or in a second byte, [MS-DOC] 2.9.182 PapxInFkp.
        var page = Raw.Part(_stream.Span, run.Page, PageLength);
        var words = page[run.Offset];
        var bytes = words != 0
            ? Raw.Part(page, run.Offset + 1, (words * 2) - 1)
            : Raw.Part(page, run.Offset + 2, Raw.Part(page, run.Offset + 1, 1)[0] * 2);
        style = Raw.UInt16(bytes, 0);
        return bytes[2..];
    }

    // The last of the ascending numbers that is not above the place.
    private static int Search(ReadOnlySpan<byte> numbers, int count, int place)
    {
        var (low, high) = (0, count);
        if (count == 0 || place < Raw.Int32(numbers, 0) || place >= Raw.Int32(numbers, count * 4))
        {
            throw UnreadableException.Damaged();
        }

        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = Raw.Int32(numbers, middle * 4) <= place ? (middle, high) : (low, middle);
        }

        var isFound = Raw.Int32(numbers, (low + 1) * 4) > place && Raw.Int32(numbers, low * 4) <= place;
        return isFound ? low : throw UnreadableException.Damaged();
    }
}
