namespace Validation.Engine.Documents.Doc;

/// <summary>The text boxes of the main text, [MS-DOC] 2.8.32, and the places of their shapes, 2.8.37.</summary>
internal sealed class TextBoxes
{
    private const int BoxLength = 22;
    private const int ShapeLength = 26;

    // By their shapes; what stands in a chain of boxes is the text of the first.
    private readonly Dictionary<int, (int Start, int End)> _boxes = [];
    private readonly Dictionary<int, int> _shapes = [];

    /// <summary>Finds the text boxes and the places of their shapes.</summary>
    /// <param name="boxes">The part that says where the text of each starts.</param>
    /// <param name="shapes">The part that says where the shapes stand.</param>
    /// <param name="start">The character position at which the text of boxes starts.</param>
    /// <param name="length">Its characters.</param>
    /// <exception cref="UnreadableException">The text is not that of the boxes.</exception>
    public TextBoxes(ReadOnlySpan<byte> boxes, ReadOnlySpan<byte> shapes, long start, int length)
    {
        var texts = new Plc(length == 0 ? default : boxes, BoxLength);
        var last = 0;
        for (var i = 0; i < texts.Count; i++)
        {
            var (first, end) = (texts.Start(i), texts.Start(i + 1));
            var box = texts.Item(i);
            UnreadableException.ThrowIfDamaged(first < last || end < first);

            // The last entry stands for a paragraph behind the last box; others are free to be used again.
            last = end;
            var isFree = Raw.UInt16(box, 8) != 0;
            if (!isFree && end <= length && i < texts.Count - 1)
            {
                _boxes.TryAdd(Raw.Int32(box, 14), ((int)start + first, (int)start + end));
            }
        }

        var places = new Plc(shapes, ShapeLength);
        for (var i = 0; i < places.Count; i++)
        {
            _shapes.TryAdd(places.Start(i), Raw.Int32(places.Item(i), 0));
        }
    }

    /// <summary>Takes the range of the text whose shape stands at a character position; null: there is none.</summary>
    public (int Start, int End)? TakeAt(int position) =>
        _shapes.TryGetValue(position, out var shape) && _boxes.Remove(shape, out var box) ? box : null;

    /// <summary>The ranges that were not taken: those of groups of shapes.</summary>
    public IReadOnlyList<(int Start, int End)> Others() => [.. _boxes.Values.OrderBy(box => box.Start)];
}
