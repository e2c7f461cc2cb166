using System.Buffers;
using Validation.Engine.Documents.Building;

namespace Validation.Engine.Documents.Html;

/// <summary>Gathers the text of a line, and collapses white space as browsers do.</summary>
internal sealed class LineBuffer
{
    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\n\r\f\u00A0");

    private readonly TextBuffer _text = new();
    private bool _hasSpaceBefore;
    private int _length;
    private int _linked;

    /// <summary>White space is kept.</summary>
    public bool KeepsSpace { get; set; }

    /// <summary>What comes is the text of a link.</summary>
    public bool IsInLink { get; set; }

    /// <summary>What comes is superscript.</summary>
    public bool IsRaised { get; set; }

    /// <summary>What comes is struck out, and left out.</summary>
    public bool IsStruck { get; set; }

    /// <summary>What is to stand before the next text, such as "1.". Null: nothing.</summary>
    public string? Mark { get; set; }

    public void Append(ReadOnlySpan<char> text)
    {
        while (!IsStruck && !text.IsEmpty)
        {
            var length = text.IndexOfAny(Spaces);
            if (length != 0)
            {
                length = length < 0 ? text.Length : length;
                AppendWord(text[..length]);
            }
            else
            {
                length = 1;
                AppendSpace(text[0]);
            }

            text = text[length..];
        }
    }

    /// <summary>The line without white space at its edges that is not kept, and whether all of it is link; null: there is none.</summary>
    public (string Text, bool IsLink)? Take()
    {
        _hasSpaceBefore = false;
        if (_text.Length == 0)
        {
            return null;
        }

        var taken = (_text.From(0).ToString(), _length > 0 && _linked == _length);
        _text.Cut(0);
        _length = 0;
        _linked = 0;
        return taken;
    }

    private void AppendWord(ReadOnlySpan<char> word)
    {
        AppendWaiting();
        var start = _text.Length;
        _text.Append(word);
        if (IsRaised)
        {
            _text.Raise(start);
        }

        _length += word.Length;
        _linked += IsInLink ? word.Length : 0;
    }

    // A no-break space is a space like any other to those who read the text, but browsers keep it.
    private void AppendSpace(char space)
    {
        if (space == '\u00A0')
        {
            AppendWaiting();
            _text.Append(' ');
        }
        else if (KeepsSpace)
        {
            _text.Append([space]);
        }
        else
        {
            _hasSpaceBefore = _text.Length > 0;
        }
    }

    private void AppendWaiting()
    {
        if (_hasSpaceBefore)
        {
            _text.Append(' ');
            _hasSpaceBefore = false;
        }

        if (Mark is not null)
        {
            _text.Append(Mark);
            Mark = null;
        }
    }
}
