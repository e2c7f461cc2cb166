using System.Runtime.InteropServices;
using System.Text;

namespace Validation.Engine.Documents.Ofd;

/// <summary>Brings the characters of a text to their places on the page. [GB/T 33190-2016] 11.2</summary>
internal sealed class OfdTextDrawing(OfdWords words)
{
    // Pages that were scanned askew are turned by less.
    private const double LeastSlope = 0.1;

    // In millimetres.
    private const double Touch = 0.01;

    // Characters of private use in the upper planes are as unknown as those in the lowest.
    private const int FirstUnknown = 0xF0000;

    private static readonly ReadOnlyMemory<char> Unknown = "\uFFFD".AsMemory();

    private readonly OfdTextPlaces _places = new();
    private readonly List<(OfdGlyph Glyph, bool IsShown)> _glyphs = [];

    /// <summary>Draws a text that is visible.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Where it is drawn. Outside of the body, text that is turned is a watermark and no text of the page.</param>
    /// <exception cref="UnreadableException">Its distances are no numbers.</exception>
    public void Draw(OfdText text, OfdPlace place)
    {
        var matrix = text.Inner.Then(place.Matrix);
        if (text.Size <= 0 || (!place.IsBody && IsSlanted(matrix)))
        {
            return;
        }

        _glyphs.Clear();
        double x = 0, y = 0;
        foreach (var code in text.Codes)
        {
            (x, y) = (code.X ?? x, code.Y ?? y);
            _places.Read(text, code, x, y);
            AddGlyphs(text, code, matrix);
        }

        // What lies outside of the boundary is not shown, and what is left of the word is no word to rely on.
        var isCut = _glyphs.Exists(glyph => !glyph.IsShown);
        foreach (var (glyph, isShown) in CollectionsMarshal.AsSpan(_glyphs))
        {
            if (isShown)
            {
                words.Add(glyph with { IsCut = isCut });
            }
        }
    }

    private static bool IsSlanted(OfdMatrix matrix)
    {
        var (x, y) = (Math.Abs(matrix.A), Math.Abs(matrix.B));
        return Math.Min(x, y) > LeastSlope * Math.Max(x, y);
    }

    private void AddGlyphs(OfdText text, in OfdTextCode code, OfdMatrix matrix)
    {
        var em = text.Size * text.Stretch;
        var (alongX, alongY) = OfdTextPlaces.Turned(text.CharacterTurn);
        var items = _places.Items;
        for (var i = 0; i < items.Count; i++)
        {
            var (first, start, end, x, y) = items[i];
            var characters = first.Value >= FirstUnknown ? Unknown : code.Text.AsMemory(start, end - start);
            var widths = em * (end - start) / first.Utf16SequenceLength;
            var (usual, most) = (OfdAdvance.Usual(first) * widths, OfdAdvance.Most(first) * widths);
            var step = i + 1 < items.Count ? ((items[i + 1].X - x) * alongX) + ((items[i + 1].Y - y) * alongY) : 0;
            var width = step > 0 && step <= most ? step : usual;
            var glyph = new OfdGlyph(
                characters, matrix.Place(x, y), matrix.Distance(alongX * width, alongY * width),
                matrix.Distance(alongY * text.Size, -alongX * text.Size), Math.Max(0, most - width) / text.Size, IsCut: false);
            _glyphs.Add((glyph, Rune.IsWhiteSpace(first)
                || IsShown(text, (x, y), (alongX * width, alongY * width), (alongY * text.Size, -alongX * text.Size))));
        }
    }

    // By the box above the line: what reaches below the line is mostly empty.
    private static bool IsShown(OfdText text, (double X, double Y) start, (double X, double Y) along, (double X, double Y) up)
    {
        if (!text.Boundary.HasArea)
        {
            return true;
        }

        var (x1, y1) = text.Inner.Place(start.X, start.Y);
        var (x2, y2) = text.Inner.Place(start.X + along.X + up.X, start.Y + along.Y + up.Y);
        var box = new OfdBox(Math.Min(x1, x2) + Touch, Math.Min(y1, y2) + Touch, Math.Max(x1, x2) - Touch, Math.Max(y1, y2) - Touch);
        return !box.HasArea || box.Overlaps(text.Boundary);
    }
}
