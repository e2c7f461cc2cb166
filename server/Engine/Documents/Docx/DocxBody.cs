using System.Xml;
using Validation.Engine.Documents.Building;
using Validation.Engine.Documents.Zip;
using Validation.V1;

namespace Validation.Engine.Documents.Docx;

/// <summary>Reads the main part of a docx, element by element. [ISO 29500-1] 17.2 to 17.4</summary>
internal sealed class DocxBody(
    PartXml xml, DocxNamespaces spaces, DocxStyles styles, DocxLists lists, DocumentBuilder builder, EngineLimits limits, DocxTrace? trace)
    : PartWalk<DocxElement>
{
    private readonly XmlReader _reader = xml.Reader;
    private readonly StepTape _tape = new(builder, limits);
    private readonly TextBuffer _text = new(limits.TextCharacters);
    private readonly DocxProperties _properties = new(xml, spaces, styles);

    // The open paragraphs and alternatives.
    private readonly List<DocxParagraph> _paragraphs = [];
    private readonly Stack<long> _alternatives = new();
    private int _paragraphDepth;

    // Counts visible content, so that only one of several alternatives is read.
    private long _seen;

    // The text of a paragraph whose end was deleted: the next paragraph goes on with it.
    private string _carried = string.Empty;
    private DocxCell? _cell;

    protected override PartXml Xml => xml;

    private DocxParagraph? Paragraph => _paragraphDepth > 0 ? _paragraphs[_paragraphDepth - 1] : null;

    /// <summary>Reads the part into the builder.</summary>
    /// <exception cref="UnreadableException">The part is damaged, or goes beyond a limit.</exception>
    public void Read()
    {
        Walk();
        EndCarried();
    }

    protected override bool Begin(bool isEmpty, out DocxElement element)
    {
        UnreadableException.ThrowIfDamaged(xml.Depth == 0 && (_reader.LocalName != "document" || !spaces.Choose(_reader.NamespaceURI)));

        element = KindOf();
        return Begin(element, isEmpty);
    }

    private DocxElement KindOf()
    {
        var space = _reader.NamespaceURI;
        if (ReferenceEquals(space, spaces.Main))
        {
            return DocxElements.Of(_reader.LocalName);
        }

        return ReferenceEquals(space, spaces.Compatibility) ? DocxElements.OfCompatibility(_reader.LocalName)
            : ReferenceEquals(space, spaces.Math) && _reader.LocalName == "t" ? DocxElement.Text
            : DocxElement.Other;
    }

    // False: the element was read to its end.
    private bool Begin(DocxElement element, bool isEmpty)
    {
        switch (element)
        {
            case DocxElement.Other or DocxElement.Text:
                return true;
            case DocxElement.Ignored:
                xml.Skip();
                return false;
            case DocxElement.Paragraph:
                BeginParagraph();
                return true;
            case DocxElement.Run:
                BeginRun();
                return true;
            case DocxElement.Table or DocxElement.Row or DocxElement.Cell:
                return BeginTablePart(element);
            case DocxElement.ParagraphProperties or DocxElement.RunProperties or DocxElement.RowProperties or DocxElement.CellProperties:
                return isEmpty || ReadProperties(element);
            case DocxElement.TextBox:
                return BeginTextBox();
            case DocxElement.Drawing:
                builder.HasPictures = true;
                return true;
            case DocxElement.Alternatives:
                _alternatives.Push(_seen);
                return true;
            case DocxElement.Choice when _alternatives.TryPeek(out var seen) && seen != _seen:
                xml.Skip();
                return false;
            case DocxElement.Choice:
                return true;
            case DocxElement.OtherFile:
                throw new UnreadableException(Reason.UnsupportedFormat, Texts.Formats.CompositeWord);
            default:
                BeginCharacter(element);
                return true;
        }
    }

    protected override void End(DocxElement element)
    {
        switch (element)
        {
            case DocxElement.Paragraph:
                EndParagraph();
                break;
            case DocxElement.Table:
                EndCarried();
                _tape.Add(new Step(StepKind.TableEnd));
                break;
            case DocxElement.Row:
                _tape.Add(new Step(StepKind.RowEnd));
                break;
            case DocxElement.Cell:
                EnsureCell();
                EndCarried();
                break;
            case DocxElement.Run when Paragraph is { } paragraph:
                paragraph.Run = default;
                break;
            case DocxElement.TextBox:
                EndCarried();
                _tape.Release();
                break;
            case DocxElement.Alternatives:
                _alternatives.Pop();
                break;
            default:
                break;
        }
    }

    protected override void ReadText()
    {
        if (xml.Depth > 0 && OpenAt(xml.Depth - 1) == DocxElement.Text && Paragraph is { IsTextRead: true } paragraph)
        {
            var start = _text.Length;
            xml.CopyTo(_text);
            trace?.Add(start, _text.Length, xml.Elements);
            _seen++;
            if (paragraph.Run.IsRaised == true)
            {
                _text.Raise(start);
            }
        }
    }

    private void BeginParagraph()
    {
        EnsureCell();
        if (_paragraphs.Count == _paragraphDepth)
        {
            _paragraphs.Add(new DocxParagraph());
        }

        var paragraph = _paragraphs[_paragraphDepth++];
        paragraph.Begin(_text.Length, xml.Elements);
        if (styles.IsRelevant)
        {
            _properties.SetStyle(paragraph, null);
        }

        trace?.Resume(paragraph.Start);
        _text.Append(_carried);
        _carried = string.Empty;
    }

    private void EndParagraph()
    {
        var paragraph = _paragraphs[--_paragraphDepth];
        var text = _text.From(paragraph.Start);
        if (paragraph.IsJoined)
        {
            _carried = text.ToString();
            trace?.Carry(paragraph);
        }
        else if (!paragraph.IsHidden || !((ReadOnlySpan<char>)text).IsWhiteSpace())
        {
            var number = lists.Next(paragraph);
            var place = trace?.Paragraph(paragraph, number?.Length ?? 0);
            _tape.Add(new Step(StepKind.Paragraph, number is null ? text.ToString() : string.Concat(number, text), Place: place));
        }

        trace?.Cut(paragraph.Start);
        _text.Cut(paragraph.Start);
        if (paragraph.Boxes is { } boxes)
        {
            _tape.AddBoxes(boxes);
            paragraph.Boxes = null;
        }
    }

    // A paragraph whose end was deleted is followed by something that cannot go on with its text.
    private void EndCarried()
    {
        if (_carried.Length > 0)
        {
            _tape.Add(new Step(StepKind.Paragraph, _carried, Place: trace?.Carried()));
            _carried = string.Empty;
        }
    }

    private void BeginRun()
    {
        if (Paragraph is { } paragraph)
        {
            paragraph.Run = styles.IsRelevant ? styles.Of(paragraph.Style).Look : default;
        }
    }

    private bool BeginTablePart(DocxElement element)
    {
        EnsureCell();
        switch (element)
        {
            case DocxElement.Table:
                EndCarried();
                _tape.Add(new Step(StepKind.TableStart));
                _seen++;
                break;
            case DocxElement.Row:
                _tape.Add(new Step(StepKind.RowStart));
                break;
            default:
                _cell = new DocxCell { Element = xml.Elements };
                break;
        }

        return true;
    }

    // A cell begins once its properties are known, which may be missing.
    private void EnsureCell()
    {
        if (_cell is not { } cell)
        {
            return;
        }

        _cell = null;
        var place = trace is null ? null : new DocxPlace(cell.Element, []);
        _tape.Add(cell.IsPartOfPrevious
            ? new Step(StepKind.Columns, Columns: cell.Columns)
            : new Step(StepKind.CellStart, Columns: cell.Columns, IsContinued: cell.IsContinued, Place: place));
    }

    // The content of a box is read behind the paragraph that it hangs on, or behind the table.
    private bool BeginTextBox()
    {
        if (Paragraph is { IsVisible: false })
        {
            xml.Skip();
            return false;
        }

        EndCarried();
        _seen++;
        var boxes = Paragraph is { } paragraph ? paragraph.Boxes ??= [] : [];
        _tape.Keep(boxes);
        return true;
    }

    private void BeginCharacter(DocxElement element)
    {
        if (Paragraph is not { } paragraph)
        {
            return;
        }

        if (element == DocxElement.FieldCharacter)
        {
            paragraph.MarkField(xml.Text("fldCharType", spaces.Main));
            return;
        }

        if (!paragraph.IsTextRead)
        {
            return;
        }

        var start = _text.Length;
        AppendCharacter(element, paragraph);
        trace?.Add(start, _text.Length, xml.Elements);
    }

    private void AppendCharacter(DocxElement element, DocxParagraph paragraph)
    {
        switch (element)
        {
            case DocxElement.Tab:
                _text.Append('\t');
                break;
            case DocxElement.CarriageReturn:
                _text.Append('\n');
                break;
            case DocxElement.NoBreakHyphen:
                _text.Append('-');
                break;
            case DocxElement.Symbol when DocxSymbol.Read(xml, spaces.Main, paragraph.Run) is { } symbol:
                _text.Append(symbol);
                _seen++;
                break;
            case DocxElement.Break when xml.Text("type", spaces.Main) is null or "textWrapping" || _text.Length > paragraph.Start:
                _text.Append('\n');
                break;
            default:
                break;
        }
    }

    private bool ReadProperties(DocxElement element)
    {
        switch (element)
        {
            case DocxElement.ParagraphProperties when Paragraph is { } paragraph:
                _properties.Read(paragraph);
                break;
            case DocxElement.RunProperties when Paragraph is { } paragraph:
                _properties.ReadRun(paragraph);
                break;
            case DocxElement.RowProperties:
                ReadRowProperties();
                break;
            case DocxElement.CellProperties when _cell is { } cell:
                _cell = cell.Read(xml, spaces.Main);
                EnsureCell();
                break;
            default:
                xml.Skip();
                break;
        }

        return false;
    }

    private void ReadRowProperties()
    {
        var (columnsBefore, isDeleted) = _properties.ReadRow();
        if (columnsBefore > 0)
        {
            _tape.Add(new Step(StepKind.Columns, Columns: columnsBefore));
        }

        // A row that was deleted is read to its end, which then comes for the row.
        if (isDeleted && xml.Depth > 0)
        {
            for (var depth = xml.Depth - 1; xml.Read() && xml.Depth > depth;)
            {
            }

            End(DocxElement.Row);
        }
    }
}
