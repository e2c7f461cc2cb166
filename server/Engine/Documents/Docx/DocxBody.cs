using System.Globalization;
using System.Xml;
using Validation.Engine.Documents.Packages;
using Validation.V1;

namespace Validation.Engine.Documents.Docx;

/// <summary>Reads the main part of a docx, element by element. [ISO 29500-1] 17.2 to 17.4</summary>
internal sealed class DocxBody(
    PartXml xml, DocxNamespaces spaces, DocxStyles styles, DocxLists lists, DocumentBuilder builder, EngineLimits limits)
{
    private readonly XmlReader _reader = xml.Reader;
    private readonly StepTape _tape = new(builder, limits);
    private readonly OpenText _text = new(limits);
    private readonly DocxProperties _properties = new(xml, spaces, styles);

    // The elements that are open, by their depth, and of them the paragraphs and the alternatives.
    private readonly List<DocxElement> _open = [];
    private readonly List<DocxParagraph> _paragraphs = [];
    private readonly Stack<long> _alternatives = new();
    private int _paragraphDepth;

    // How often something to be seen has come, so that only one of some alternatives is read.
    private long _seen;

    // The text of a paragraph whose end was deleted: the next one goes on with it.
    private string _carried = string.Empty;
    private DocxCell? _cell;

    private DocxParagraph? Paragraph => _paragraphDepth > 0 ? _paragraphs[_paragraphDepth - 1] : null;

    /// <summary>Reads the part into the builder.</summary>
    /// <exception cref="UnreadableException">The part is damaged, or goes beyond a limit.</exception>
    public void Read()
    {
        while (xml.Read())
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element:
                    ReadElement();
                    break;
                case XmlNodeType.EndElement:
                    End(_open[_reader.Depth]);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    ReadText();
                    break;
                default:
                    break;
            }
        }

        EndCarried();
    }

    private void ReadElement()
    {
        var depth = _reader.Depth;
        if (depth == 0 && (_reader.LocalName != "document" || !spaces.Choose(_reader.NamespaceURI)))
        {
            throw UnreadableException.Damaged();
        }

        // Properties are read to their end here.
        var isEmpty = _reader.IsEmptyElement;
        var element = KindOf();
        if (!Begin(element, isEmpty))
        {
            return;
        }

        if (isEmpty)
        {
            End(element);
            return;
        }

        if (_open.Count <= depth)
        {
            _open.Add(element);
        }

        _open[depth] = element;
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

    private void End(DocxElement element)
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

    private void ReadText()
    {
        if (_reader.Depth > 0 && _open[_reader.Depth - 1] == DocxElement.Text && Paragraph is { IsTextRead: true } paragraph)
        {
            var start = _text.Length;
            xml.CopyTo(_text);
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
        paragraph.Begin(_text.Length);
        if (styles.IsRelevant)
        {
            _properties.SetStyle(paragraph, null);
        }

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
        }
        else if (!paragraph.IsHidden || !text.IsWhiteSpace())
        {
            var number = lists.Next(paragraph);
            _tape.Add(new Step(StepKind.Paragraph, number is null ? text.ToString() : string.Concat(number, text)));
        }

        _text.Cut(paragraph.Start);
        if (paragraph.Boxes is { } boxes)
        {
            _tape.AddBoxes(boxes);
            paragraph.Boxes = null;
        }
    }

    // The next paragraph is none that could go on with the text.
    private void EndCarried()
    {
        if (_carried.Length > 0)
        {
            _tape.Add(new Step(StepKind.Paragraph, _carried));
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
                _cell = new DocxCell();
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
        _tape.Add(cell.IsPartOfPrevious
            ? new Step(StepKind.Columns, Columns: cell.Columns)
            : new Step(StepKind.CellStart, Columns: cell.Columns, IsContinued: cell.IsContinued));
    }

    // What a box holds is read behind the paragraph that it hangs on, or behind the table.
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
            case DocxElement.Symbol:
                AppendSymbol(paragraph.Run);
                break;
            case DocxElement.Break when xml.Text("type", spaces.Main) is null or "textWrapping" || _text.Length > paragraph.Start:
                _text.Append('\n');
                break;
            default:
                break;
        }
    }

    // Fonts of symbols have their glyphs in an area without meaning: it shows that there is something.
    private void AppendSymbol(TextLook look)
    {
        if (ushort.TryParse(xml.Text("char", spaces.Main), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
        {
            var isControl = char.IsControl((char)code) || char.IsSurrogate((char)code);
            var isShown = !isControl && char.GetUnicodeCategory((char)code) != UnicodeCategory.PrivateUse;
            _text.Append(!isShown ? '□' : look.IsRaised == true ? Superscript.Of((char)code) : (char)code);
            _seen++;
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
        if (isDeleted && _reader.Depth > 0)
        {
            for (var depth = _reader.Depth - 1; xml.Read() && _reader.Depth > depth;)
            {
            }

            End(DocxElement.Row);
        }
    }
}
