using System.Text;

namespace Validation.Engine.Documents.Ofd;

/// <summary>Finds where the characters of a text begin, in the space of the text. [GB/T 33190-2016] 11.3</summary>
internal sealed class OfdTextPlaces
{
    private readonly List<Item> _items = [];

    /// <summary>A character, or some that are drawn together.</summary>
    /// <param name="First">The first character.</param>
    /// <param name="Start">Where it stands in the part of the text, counted in UTF-16 code units as the end is.</param>
    /// <param name="End">Where the last one ends.</param>
    /// <param name="X">Where they begin in the space of the text.</param>
    /// <param name="Y">The line that they stand on.</param>
    public readonly record struct Item(Rune First, int Start, int End, double X, double Y);

    /// <summary>The characters of the part of a text that was read last.</summary>
    public IReadOnlyList<Item> Items => _items;

    /// <summary>Reads a part of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="code">The part.</param>
    /// <param name="x">Where it begins.</param>
    /// <param name="y">The line that it stands on.</param>
    /// <exception cref="UnreadableException">Its distances are no numbers.</exception>
    public void Read(OfdText text, in OfdTextCode code, double x, double y)
    {
        _items.Clear();
        var right = new OfdDeltas(code.DeltaX);
        var down = new OfdDeltas(code.DeltaY);
        var hasDistances = !string.IsNullOrWhiteSpace(code.DeltaX) || !string.IsNullOrWhiteSpace(code.DeltaY);
        var (readingX, readingY) = Turned(text.ReadingTurn);
        int position = 0, next = 0, glyphs = 1, end = 0, start = 0, behind = 0;
        foreach (var character in code.Text.EnumerateRunes())
        {
            (start, behind) = (behind, behind + character.Utf16SequenceLength);

            // Line breaks belong to the XML and not to the text.
            if (Rune.IsControl(character))
            {
                continue;
            }

            if (position++ < end)
            {
                _items[^1] = _items[^1] with { End = behind };
                continue;
            }

            // Without any distances the characters follow one another as wide as they usually are.
            if (_items.Count > 0)
            {
                var usual = hasDistances ? 0 : OfdAdvance.Usual(_items[^1].First) * text.Size * text.Stretch;
                x += hasDistances ? right.Next(glyphs) : readingX * usual;
                y += hasDistances ? down.Next(glyphs) : readingY * usual;
            }

            _items.Add(new Item(character, start, behind, x, y));
            (glyphs, end) = (1, position);
            while (next < code.Clusters.Count && code.Clusters[next] is var cluster && cluster.Position < position)
            {
                (glyphs, end) = cluster.Position == position - 1 ? (cluster.Glyphs, position - 1 + cluster.Characters) : (glyphs, end);
                next++;
            }
        }
    }

    /// <summary>The direction to the right, turned clockwise by some degrees: 0, 90, 180 or 270.</summary>
    public static (double X, double Y) Turned(int degrees) => degrees switch
    {
        90 => (0, 1),
        180 => (-1, 0),
        270 => (0, -1),
        _ => (1, 0),
    };
}
