namespace Validation.Engine.Documents.Docx;

/// <summary>
/// Learns, while a body is read, which elements of the part its paragraphs, cells and characters come from. The reader counts and judges as
/// ever; the places of the document are <see cref="DocxPlace"/> then.
/// </summary>
internal sealed class DocxTrace
{
    // Of the open paragraphs, one behind the other, as their text stands in the buffer.
    private readonly List<TextSource> _open = [];

    // Of the paragraphs whose end was deleted, counted from the beginning of the first one's text.
    private readonly List<TextSource> _carried = [];
    private int _carrier;

    /// <summary>The characters of the buffer from <paramref name="start"/> to before <paramref name="end"/> are those of an element.
    /// </summary>
    public void Add(int start, int end, int element)
    {
        if (end > start)
        {
            _open.Add(new TextSource(start, end - start, element));
        }
    }

    /// <summary>The place of a paragraph that ends.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="before">How many characters the reader puts before its text: the number of a list.</param>
    public DocxPlace Paragraph(DocxParagraph paragraph, int before) => new(paragraph.Element, From(paragraph.Start, before));

    /// <summary>The next paragraph goes on with the text of this one.</summary>
    public void Carry(DocxParagraph paragraph)
    {
        _carrier = paragraph.Element;
        _carried.Clear();
        _carried.AddRange(From(paragraph.Start, 0));
    }

    /// <summary>A paragraph begins; what was carried is the beginning of its text.</summary>
    /// <param name="start">Where its text begins in the buffer.</param>
    public void Resume(int start)
    {
        _open.AddRange(_carried.Select(source => source with { Start = source.Start + start }));
        _carried.Clear();
    }

    /// <summary>The place of what was carried, where no paragraph goes on with it.</summary>
    public DocxPlace Carried()
    {
        var place = new DocxPlace(_carrier, [.. _carried]);
        _carried.Clear();
        return place;
    }

    /// <summary>The text from a character of the buffer on is cut off.</summary>
    public void Cut(int start) => _open.RemoveRange(FirstFrom(start), _open.Count - FirstFrom(start));

    private TextSource[] From(int start, int before)
    {
        var sources = _open[FirstFrom(start)..];
        return [.. sources.Select(source => source with { Start = source.Start - start + before })];
    }

    private int FirstFrom(int start)
    {
        var first = _open.Count;
        while (first > 0 && _open[first - 1].Start >= start)
        {
            first--;
        }

        return first;
    }
}
