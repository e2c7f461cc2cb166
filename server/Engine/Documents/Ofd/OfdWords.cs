using System.Text;
using Validation.Engine.Documents.Printing;

namespace Validation.Engine.Documents.Ofd;

/// <summary>
/// Puts the characters of a page together to words, in the order in which they are drawn. A word ends at white space, at a gap, and where
/// the size or the line changes. Programs draw a word with one object or with one for each character: both give the same word.
/// </summary>
/// <param name="page">The number of the page, from 1.</param>
/// <param name="area">The page and what of it is shown, in millimetres.</param>
internal sealed class OfdWords(int page, (OfdBox Page, OfdBox Shown) area)
{
    /// <summary>Points in a millimetre.</summary>
    public const double PointsOfMillimetre = 72 / 25.4;

    // In parts of the size of the type.
    private const double Overlap = 0.3;
    private const double TwiceAlong = 0.1;
    private const double TwiceAcross = 0.2;

    private readonly List<PageWord> _words = [];
    private readonly StringBuilder _text = new();
    private OfdLine _line;
    private double _start;
    private double _end;
    private double _edge;
    private double _slack;
    private bool _isOverlaid;
    private bool _isCut;

    /// <summary>From millimetres to points from the upper left corner of the page.</summary>
    public OfdMatrix Points { get; } = OfdMatrix.Identity.Shift(-area.Page.Left, -area.Page.Top)
        .Then(new OfdMatrix(PointsOfMillimetre, 0, 0, PointsOfMillimetre, 0, 0));

    /// <summary>Adds the next character.</summary>
    /// <exception cref="UnreadableException">It stands nowhere.</exception>
    public void Add(in OfdGlyph glyph)
    {
        var line = OfdLine.Of(glyph, out var from, out var to);
        UnreadableException.ThrowIfDamaged(!double.IsFinite(from + to + line.Low + line.High));

        if (glyph.Text.Span.IsWhiteSpace())
        {
            End();
            return;
        }

        var (shownFrom, shownTo) = Shown(line.IsHorizontal);
        var (shownLow, shownHigh) = Shown(!line.IsHorizontal);
        if (line.Size <= 0 || to < shownFrom || from > shownTo || line.Base < shownLow || line.Base > shownHigh)
        {
            return;
        }

        if (_text.Length > 0 && !Continues(line, from, to))
        {
            End();
        }

        if (_text.Length == 0)
        {
            (_line, _start, _end, _isCut) = (line, from, to, false);
        }

        _text.Append(glyph.Text.Span);
        (_edge, _slack) = (from, glyph.Slack);
        (_start, _end) = (Math.Min(_start, from), Math.Max(_end, to));
        _isCut |= glyph.IsCut || from <= shownFrom || to >= shownTo;
    }

    /// <summary>The words in the order in which they are drawn.</summary>
    public IReadOnlyList<PageWord> Finish()
    {
        End();
        return _words;
    }

    /// <summary>Ends the word: what comes next belongs to another part of the page.</summary>
    public void End()
    {
        if (_text.Length == 0)
        {
            return;
        }

        var place = _line.IsHorizontal
            ? PagePlace.Between(page, _start, _line.Low, _end, _line.High)
            : PagePlace.Between(page, _line.Low, _start, _line.High, _end);
        _words.Add(new PageWord(_text.ToString(), place with { IsCut = _isCut }));
        _text.Clear();
    }

    private (double From, double To) Shown(bool isHorizontal)
    {
        var (left, top) = Points.Place(area.Shown.Left, area.Shown.Top);
        var (right, bottom) = Points.Place(area.Shown.Right, area.Shown.Bottom);
        return isHorizontal ? (left, right) : (top, bottom);
    }

    // Bold type is often made by drawing a character twice, a trifle apart: the second one begins a word, as the one behind it does.
    private bool Continues(in OfdLine line, double from, double to)
    {
        var gap = _line.IsForward ? from - _end : _start - to;
        var isTwice = Math.Abs(from - _edge) < TwiceAlong * _line.Size && Math.Abs(line.Base - _line.Base) < TwiceAcross * _line.Size;
        var wasTwice = _isOverlaid;
        _isOverlaid = isTwice;
        return !isTwice && !wasTwice && _line.IsSame(line) && gap >= -Overlap * _line.Size && gap <= _slack * _line.Size;
    }
}
