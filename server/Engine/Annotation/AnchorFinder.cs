using Validation.Engine.Documents;
using Validation.Engine.Documents.Docx;
using Validation.Form;
using Validation.V1;

namespace Validation.Engine.Annotation;

/// <summary>Finds what comments are about: the words, the sentence or the cell of a finding; of something that is absent the heading of its
/// section, else the title.</summary>
internal sealed class AnchorFinder
{
    private const string SentenceEnds = "。！？；\n";

    private readonly Dictionary<int, (DocxPlace Place, string Text)> _places = [];
    private readonly Report _report;

    /// <param name="document">The document, read with a trace.</param>
    /// <param name="report">The report that it holds.</param>
    public AnchorFinder(Document document, Report report)
    {
        _report = report;
        foreach (var block in document.Blocks)
        {
            var texts = block is TableRow row ? row.Cells.Select(cell => (cell.Position, cell.Text)) : [(block.Position, block.Text)];
            foreach (var (position, text) in texts)
            {
                Add(position, text);
            }
        }

        Title = FindTitle(document);
    }

    /// <summary>The title of the report; without one the first words of the document.</summary>
    public CommentRange Title { get; }

    /// <summary>What a comment about a finding marks.</summary>
    public CommentRange Of(Finding finding)
    {
        if (finding.Location is { } location && At(location, finding.Actual) is { } range)
        {
            return range;
        }

        var template = SectionTemplate.All.FirstOrDefault(section => section.Heading == finding.Section);
        var section = _report.Sections.FirstOrDefault(section => section.Ordinal == template?.Ordinal);
        return section?.Location is { } heading && At(heading, section.Heading) is { } there ? there : Title;
    }

    // The lines of a paragraph have their number in common.
    private void Add(Position position, string text)
    {
        if (position.Place is DocxPlace place && !_places.TryAdd(position.Order, (place, text)))
        {
            _places[position.Order] = (place, $"{_places[position.Order].Text}\n{text}");
        }
    }

    private CommentRange? At(Location location, string words)
    {
        if (!_places.TryGetValue(location.Ordinal, out var found))
        {
            return null;
        }

        var (place, text) = found;
        if (place.Sources.Count == 0)
        {
            return new CommentRange(place.Element, place.Element);
        }

        var start = Math.Clamp(location.Column - 1, 0, text.Length);
        var isThere = words.Length > 0 && text.AsSpan(start).StartsWith(words);
        return RangeOf(place, start, isThere ? start + words.Length : EndOfSentence(text, start));
    }

    private static int EndOfSentence(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAny(SentenceEnds);
        var end = length < 0 ? text.Length : start + length + (text[start + length] == '\n' ? 0 : 1);
        return start + text.AsSpan(start, end - start).TrimEnd().Length;
    }

    // The number of a list, which stands in no element, is left out.
    private static CommentRange RangeOf(DocxPlace place, int start, int end)
    {
        var sources = place.Sources;
        var (firstIndex, lastIndex) = (IndexBefore(sources, start + 1), IndexBefore(sources, end));
        firstIndex += firstIndex < 0 || sources[firstIndex].Start + sources[firstIndex].Length <= start ? 1 : 0;
        if (firstIndex > lastIndex || start >= end)
        {
            return new CommentRange(place.Element, place.Element);
        }

        var (first, last) = (sources[firstIndex], sources[lastIndex]);
        var from = Math.Max(0, start - first.Start);
        var to = Math.Min(last.Length, end - last.Start);
        return first.Element == last.Element && from >= to
            ? new CommentRange(place.Element, place.Element)
            : new CommentRange(first.Element, last.Element, from, to);
    }

    // The last source that begins before a character. -1: none does.
    private static int IndexBefore(IReadOnlyList<TextSource> sources, int character)
    {
        var (low, high) = (0, sources.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sources[middle].Start < character ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    // The title's lines are joined in the report.
    private CommentRange FindTitle(Document document)
    {
        var title = Squeezed(_report.Title);
        var texts = document.Blocks.Where(block => !string.IsNullOrWhiteSpace(block.Text)).ToList();
        var block = texts.Find(block => title.Length > 0 && title.StartsWith(Squeezed(block.Text), StringComparison.Ordinal)) ?? texts[0];
        var position = block is TableRow row ? row.Cells[0].Position : block.Position;
        var location = position.ToLocation();
        location.Column = 1;
        return At(location, _places[position.Order].Text.Split('\n')[0]) ?? default;
    }

    private static string Squeezed(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
