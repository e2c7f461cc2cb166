using Validation.Engine.Documents.Compound;

namespace Validation.Engine.Documents.Doc;

/// <summary>The text boxes of the main text, [MS-DOC] 2.8.32, and the places of their shapes, 2.8.37.</summary>
internal sealed class TextBoxes
{
    private const int BoxLength = 22;
    private const int ShapeLength = 26;

    // By their shapes; what stands in a chain of boxes is the text of the first.
    private readonly Dictionary<int, (int Start, int End)> _boxes = [];
    private readonly Dictionary<int, int> _shapes = [];

    /// <summary>Finds the boxes.</summary>
    /// <param name="boxes">The part that says where the text of each starts.</param>
    /// <param name="shapes">The part that says where the shapes stand.</param>
    /// <param name="start">The character position at which the text of boxes starts.</param>
    /// <param name="length">Its characters.</param>
    /// <exception cref="UnreadableException">The text is not that of the boxes.</exception>
    public TextBoxes(ReadOnlySpan<byte> boxes, ReadOnlySpan<byte> shapes, long start, int length)
    {
        var count = length == 0 ? 0 : Math.Max(0, (boxes.Length - 4) / (BoxLength + 4));
        var last = 0;
        for (var i = 0; i < count; i++)
        {
            var (first, end) = (Raw.Int32(boxes, i * 4), Raw.Int32(boxes, (i + 1) * 4));
            var box = boxes.Slice(((count + 1) * 4) + (i * BoxLength), BoxLength);
            if (first < last || end < first)
            {
                throw UnreadableException.Damaged();
            }

            // The last entry stands for a paragraph behind the last box; others are free to be used again.
            last = end;
            var isFree = Raw.UInt16(box, 8) != 0;
            if (!isFree && end <= length && i < count - 1)
            {
                _boxes.TryAdd(Raw.Int32(box, 14), ((int)start + first, (int)start + end));
            }
        }

        count = Math.Max(0, (shapes.Length - 4) / (ShapeLength + 4));
        for (var i = 0; i < count; i++)
        {
            _shapes.TryAdd(Raw.Int32(shapes, i * 4), Raw.Int32(shapes, ((count + 1) * 4) + (i * ShapeLength)));
        }
    }

    /// <summary>Takes the range of the text whose shape stands at a character position; null: there is none.</summary>
    public (int Start, int End)? TakeAt(int position) =>
        _shapes.TryGetValue(position, out var shape) && _boxes.Remove(shape, out var box) ? box : null;

    /// <summary>The ranges that were not taken: those of groups of shapes.</summary>
    public IReadOnlyList<(int Start, int End)> Others() => [.. _boxes.Values.OrderBy(box => box.Start)];
}
