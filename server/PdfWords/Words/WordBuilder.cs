using UglyToad.PdfPig.Core;
using Validation.Engine.Documents;
using Validation.Engine.Documents.Printing;
using Validation.V1;

namespace Validation.PdfWords.Words;

/// <summary>
/// Puts the characters of a page together to words, in the order in which they are drawn. A word ends at a space, at a gap, and where the
/// size or the line changes. Points from the upper left corner of the page, which is turned so that its text is upright.
/// </summary>
internal sealed class WordBuilder(int page, PdfRectangle shown)
{
    // Fractions of the size of the type.
    private const double Gap = 0.1;
    private const double Overlap = 0.2;
    private const double TwiceAlong = 0.1;
    private const double TwiceAcross = 0.2;

    // Distances in points.
    private const double MostShift = 0.5;
    private const double OtherSize = 0.01;

    private readonly List<PageWord> _words = [];
    private readonly Dictionary<Direction, int> _characters = [];
    private readonly System.Text.StringBuilder _text = new();
    private Run _run;
    private double _edge;
    private double _end;
    private double _start;
    private bool _isOverlaid;

    /// <summary>Adds the next character that the page draws.</summary>
    public void Add(in Glyph glyph)
    {
        var run = Run.Of(glyph, shown, out var x, out var y, out var along);
        if (!double.IsFinite(x + y + along + run.Low + run.High))
        {
            throw new WorkException(Reason.DamagedDocument);
        }

        if (!IsInside(run, x, y, along) || glyph.Text is "\0")
        {
            return;
        }

        if (glyph.Text.Length == 1 && char.IsWhiteSpace(glyph.Text[0]))
        {
            End();
            return;
        }

        var start = run.IsHorizontal ? x : y;
        var (from, to) = along < 0 ? (start + along, start) : (start, start + along);
        if (_text.Length > 0 && !Continues(run, from, to))
        {
            End();
        }

        if (_text.Length == 0)
        {
            (_run, _start, _end) = (run, from, to);
        }

        // A character without text takes as much room as any other.
        _text.Append(glyph.Text);
        _edge = from;
        (_start, _end) = (Math.Min(_start, from), Math.Max(_end, to));
    }

    /// <summary>Ends the last word and gives all of them, in the order in which they were drawn.</summary>
    public List<PageWord> Finish()
    {
        End();
        return UprightPage.Turn(_words, _characters, shown);
    }

    private bool IsInside(in Run run, double x, double y, double along)
    {
        var (endX, endY) = run.IsHorizontal ? (x + along, y) : (x, y + along);
        return endX >= 0 && x <= shown.Width && endY >= 0 && y <= shown.Height;
    }

    private bool Continues(in Run run, double from, double to)
    {
        var size = _run.Size;
        var gap = _run.IsForward ? from - _end : _start - to;
        var isTwice = Math.Abs(from - _edge) < TwiceAlong * size && Math.Abs(run.Base - _run.Base) < TwiceAcross * size;
        var wasTwice = _isOverlaid;
        _isOverlaid = isTwice;
        return !isTwice && !wasTwice && run.Direction == _run.Direction && run.IsVertical == _run.IsVertical
            && gap >= -Overlap * size && gap <= Gap * size
            && Math.Abs(run.Base - _run.Base) <= MostShift && Math.Abs(run.Size - size) <= OtherSize;
    }

    private void End()
    {
        if (_text.Length == 0)
        {
            return;
        }

        // Characters that begin outside the crop box are left out.
        var isCut = _start <= 0 || _end >= (_run.IsHorizontal ? shown.Width : shown.Height);
        var place = _run.IsHorizontal
            ? PagePlace.Between(page, _start, _run.Low, _end, _run.High)
            : PagePlace.Between(page, _run.Low, _start, _run.High, _end);
        _words.Add(new PageWord(_text.ToString(), place with { IsCut = isCut }));
        _characters[_run.Direction] = _characters.GetValueOrDefault(_run.Direction) + _text.Length;
        _text.Clear();
    }
}
