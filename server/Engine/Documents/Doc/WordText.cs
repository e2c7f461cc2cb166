using Validation.Engine.Documents.Building;

namespace Validation.Engine.Documents.Doc;

/// <summary>Goes through ranges of a document's text, character by character, and records its paragraphs, cells and rows.</summary>
internal sealed class WordText(WordFile file, CancellationToken cancellationToken)
{
    private const char Picture = '\u0001';
    private const char CellEnd = '\u0007';
    private const char Shape = '\u0008';
    private const char LineBreak = '\u000B';
    private const char PageBreak = '\u000C';
    private const char ParagraphEnd = '\r';
    private const char FieldBegin = '\u0013';
    private const char FieldSeparator = '\u0014';
    private const char FieldEnd = '\u0015';
    private const char Hyphen = '\u001E';

    private readonly ParagraphProperties _paragraph = new();
    private TextBuffer _text = new();
    private StepRecorder _flow = new(file.Limits);
    private FieldState _field = new();
    private bool _inBox;

    /// <summary>The main text has come across a picture or a shape that holds no text.</summary>
    public bool HasPictures { get; private set; }

    /// <summary>Records the main text with the text boxes in their places.</summary>
    /// <exception cref="UnreadableException">The file is damaged, or a limit is passed.</exception>
    public StepRecorder Record()
    {
        var flow = _flow;
        Record(0, file.Information.Text);
        foreach (var box in file.TextBoxes.Others())
        {
            RecordBox(box);
        }

        return flow;
    }

    private void Record(int start, int end)
    {
        for (var i = PieceTable.IndexAt(file.Pieces, start); i < file.Pieces.Length && file.Pieces[i].Start < end; i++)
        {
            Record(file.Pieces[i], Math.Max(start, file.Pieces[i].Start), Math.Min(end, file.Pieces[i].End));
        }

        UnreadableException.ThrowIfDamaged(_field.IsInstruction);

        if (_text.Length > 0)
        {
            _flow.AddParagraph(_text.Take(), 0);
        }
    }

    // A box that stands in a paragraph follows it: what is open waits.
    private void RecordBox((int Start, int End) box)
    {
        var (flow, field, text, inBox) = (_flow, _field, _text, _inBox);
        (_flow, _field, _text, _inBox) = (flow.BeginBox(), new FieldState(), new TextBuffer(), true);
        Record(box.Start, box.End);
        flow.AddBox(_flow);
        (_flow, _field, _text, _inBox) = (flow, field, text, inBox);
    }

    private void Record(TextPiece piece, int start, int end)
    {
        var stream = file.Stream.Span;
        for (var position = start; position < end;)
        {
            // Characters up to the end of the piece or of the stretch with the same properties.
            cancellationToken.ThrowIfCancellationRequested();
            var place = piece.Offset + ((position - piece.Start) * piece.Width);
            var run = file.Characters.Find(place);
            var runEnd = file.Styles.OmitsText ? Math.Min(run.End, file.Paragraphs.Find(place).End) : run.End;
            var count = (int)Math.Min(end - position, Math.Max(1, ((long)runEnd - place) / piece.Width));
            var look = LookOf(run, place, piece);
            var bytes = stream.Slice(place, count * piece.Width);
            for (var i = 0; i < count; i++)
            {
                var character = piece.CharacterAt(bytes, i);
                if (character < ' ')
                {
                    Mark(character, position + i, place + (i * piece.Width), piece, look);
                }
                else if (look.IsRead && !_field.IsInstruction)
                {
                    _text.Append(look.Of(character));
                }
            }

            position += count;
        }
    }

    // The style of the paragraph and that of the characters may hide text or strike it out; hardly a document has such styles.
    private CharacterLook LookOf(PropertyRun run, int place, TextPiece piece)
    {
        var properties = new CharacterProperties();
        properties.Apply(file.Characters.CharacterChanges(run));
        properties.Apply(piece.Changes.Span);
        var paragraphStyle = 0;
        if (file.Styles.OmitsText)
        {
            file.Paragraphs.ParagraphChanges(file.Paragraphs.Find(place), out paragraphStyle);
        }

        return new CharacterLook(properties, file.Styles[properties.Style], file.Styles[paragraphStyle]);
    }

    // Marks act in hidden text too. Only the hidden end of a paragraph does not end it: the next paragraph goes on with its text. That
    // the mark itself is struck out has no effect.
    private void Mark(char mark, int position, int place, TextPiece piece, CharacterLook look)
    {
        switch (mark)
        {
            case FieldBegin:
                _field.Begin();
                break;
            case FieldSeparator:
                _field.Separate();
                break;
            case FieldEnd:
                _field.End();
                break;
            case CellEnd:
                ReadParagraph(place, piece);
                EndCellOrRow(look.IsDeleted);
                break;
            case ParagraphEnd:
                ReadParagraph(place, piece);
                EndParagraph(look.IsHidden || _field.IsInstruction);
                break;
            case PageBreak when EndsParagraph(position, place, piece):
                ReadParagraph(place, piece);
                EndParagraph(look.IsHidden || _field.IsInstruction || _text.IsBlank);
                break;
            case Shape when !_inBox && file.TextBoxes.TakeAt(position) is { } box:
                RecordBox(box);
                break;
            case var _ when !look.IsRead || _field.IsInstruction:
                break;
            case Picture or Shape:
                HasPictures = true;
                break;
            case LineBreak:
            case PageBreak when !_text.IsBlank:
                _text.Append('\n');
                break;
            case Hyphen:
                _text.Append('-');
                break;
            case '\t':
                _text.Append(mark);
                break;
            default:
                break;
        }
    }

    // A page break stands within a paragraph, but at the end of a section, which ends its last paragraph too, [MS-DOC] 2.4.2. Old versions
    // of LibreOffice have it in the place of a paragraph mark; a piece may end anywhere in a paragraph, and its properties with it.
    private bool EndsParagraph(int position, int place, TextPiece piece) =>
        file.Sections.EndAt(position)
        || (position + 1 < piece.End && file.Paragraphs.Find(place).End <= place + piece.Width);

    private void EndCellOrRow(bool isDeleted)
    {
        UnreadableException.ThrowIfDamaged(_paragraph.Depth != 1 || _field.IsInstruction);

        if (_paragraph.IsRowEnd)
        {
            EndRow(isDeleted);
        }
        else
        {
            _flow.EndCell(Numbered(), 1);
        }
    }

    private void EndParagraph(bool isHidden)
    {
        var depth = _paragraph.Depth;
        if (depth > 1 && _paragraph.IsInnerRowEnd)
        {
            EndRow(isHidden);
        }
        else if (depth > 1 && _paragraph.IsInnerCellEnd)
        {
            _flow.EndCell(Numbered(), depth);
        }
        else if (!isHidden && !(_inBox && depth == 0 && _text.IsBlank))
        {
            _flow.AddParagraph(Numbered(), depth);
        }
    }

    private void EndRow(bool isDeleted)
    {
        UnreadableException.ThrowIfDamaged(_text.Length > 0);
        _flow.EndRow(_paragraph.RowShape ?? throw UnreadableException.Damaged(), _paragraph.Depth, isDeleted);
    }

    private string Numbered() => file.Numbers.Next(_paragraph) + _text.Take();

    private void ReadParagraph(int place, TextPiece piece)
    {
        // A few bytes of text may refer to many changes.
        cancellationToken.ThrowIfCancellationRequested();
        var changes = file.Paragraphs.ParagraphChanges(file.Paragraphs.Find(place), out var style);
        _paragraph.Reset();
        _paragraph.Style = style;
        _paragraph.Apply(changes, file);
        _paragraph.Apply(piece.Changes.Span, file);
    }
}
