using System.Globalization;
using System.Xml;
using Validation.Engine.Documents.Building;
using Validation.Engine.Documents.Zip;
using Validation.V1;

namespace Validation.Engine.Documents.Docx;

/// <summary>Reads the main part of a docx, element by element. [ISO 29500-1] 17.2 to 17.4</summary>
internal sealed class DocxBody(
    PartXml xml, DocxNamespaces spaces, DocxStyles styles, DocxLists lists, DocumentBuilder builder, EngineLimits limits, DocxTrace? trace)
    : PartWalk<string>
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

    protected override bool Begin(bool isEmpty, out string element)
    {
        UnreadableException.ThrowIfDamaged(
            xml.Depth == 0 && (_reader.LocalName != "document" || !spaces.Choose(_reader.NamespaceURI)));

        element = KnownName();
        return Begin(element, isEmpty);
    }

    // Empty: nothing is known of the element, and what it holds is read.
    private string KnownName()
    {
        var (space, name) = (_reader.NamespaceURI, _reader.LocalName);
        var isKnown = ReferenceEquals(space, spaces.Main) || ReferenceEquals(space, spaces.Compatibility)
            || (ReferenceEquals(space, spaces.Math) && name == "t");
        return isKnown ? name : string.Empty;
    }

    // False: the element was read to its end.
    private bool Begin(string element, bool isEmpty)
    {
        switch (element)
        {
            case "p":
                BeginParagraph();
                return true;
            case "r" when Paragraph is { } paragraph:
                paragraph.Run = styles.IsRelevant ? styles.Of(paragraph.Style).Look : default;
                return true;
            case "tbl" or "tr" or "tc":
                BeginTablePart(element);
                return true;
            case "pPr" or "rPr" or "trPr" or "tcPr":
                return isEmpty || ReadProperties(element);
            case "tab" or "ptab" or "br" or "cr" or "noBreakHyphen" or "sym" when Paragraph is { IsTextRead: true } paragraph:
                AppendCharacter(element, paragraph);
                return true;
            case "fldChar":
                Paragraph?.MarkField(xml.Text("fldCharType", spaces.Main));
                return true;
            case "txbxContent":
                return BeginTextBox();
            case "drawing" or "pict" or "object":
                builder.HasPictures = true;
                return true;

            // Markup that not every program knows, in several forms. [ISO 29500-3] 7
            case "AlternateContent":
                _alternatives.Push(_seen);
                return true;
            case "Choice" or "Fallback" when _alternatives.TryPeek(out var seen) && seen != _seen:
                xml.Skip();
                return false;

            // A part in another format, or another file, whose text belongs in this place.
            case "altChunk" or "subDoc":
                throw new UnreadableException(Reason.UnsupportedFormat, Texts.Formats.CompositeWord);

            // Properties, what was deleted or moved away, instructions of fields, phonetic guides.
            case "tblPr" or "tblPrEx" or "tblGrid" or "sectPr" or "sdtPr" or "sdtEndPr" or "customXmlPr" or "smartTagPr" or "rubyPr"
                or "rt" or "del" or "moveFrom" or "delText" or "instrText" or "delInstrText" or "fldData" or "ffData":
                xml.Skip();
                return false;
            default:
                return true;
        }
    }

    protected override void End(string element)
    {
        switch (element)
        {
            case "p":
                EndParagraph();
                break;
            case "tbl":
                EndCarried();
                _tape.Add(new Step(StepKind.TableEnd));
                break;
            case "tr":
                _tape.Add(new Step(StepKind.RowEnd));
                break;
            case "tc":
                EnsureCell();
                EndCarried();
                break;
            case "r" when Paragraph is { } paragraph:
                paragraph.Run = default;
                break;
            case "txbxContent":
                EndCarried();
                _tape.Release();
                break;
            case "AlternateContent":
                _alternatives.Pop();
                break;
            default:
                break;
        }
    }

    protected override void ReadText()
    {
        if (xml.Depth > 0 && OpenAt(xml.Depth - 1) is "t" && Paragraph is { IsTextRead: true } paragraph)
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

    private void BeginTablePart(string element)
    {
        EnsureCell();
        switch (element)
        {
            case "tbl":
                EndCarried();
                _tape.Add(new Step(StepKind.TableStart));
                _seen++;
                break;
            case "tr":
                _tape.Add(new Step(StepKind.RowStart));
                break;
            default:
                _cell = new DocxCell(xml.Elements);
                break;
        }
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

    private void AppendCharacter(string element, DocxParagraph paragraph)
    {
        var start = _text.Length;
        switch (element)
        {
            case "tab" or "ptab":
                _text.Append('\t');
                break;
            case "cr":
                _text.Append('\n');
                break;
            case "noBreakHyphen":
                _text.Append('-');
                break;
            case "sym":
                AppendSymbol(paragraph.Run);
                break;
            case "br" when xml.Text("type", spaces.Main) is null or "textWrapping" || _text.Length > paragraph.Start:
                _text.Append('\n');
                break;
            default:
                break;
        }

        trace?.Add(start, _text.Length, xml.Elements);
    }

    // A character that is named by its code in a font. [ISO 29500-1] 17.3.3.30
    private void AppendSymbol(TextLook look)
    {
        if (ushort.TryParse(xml.Text("char", spaces.Main), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
        {
            var symbol = SymbolFont.Shown((char)code);
            _text.Append(look.IsRaised == true ? Superscript.Of(symbol) : symbol);
            _seen++;
        }
    }

    private bool ReadProperties(string element)
    {
        switch (element)
        {
            case "pPr" when Paragraph is { } paragraph:
                _properties.Read(paragraph);
                break;
            case "rPr" when Paragraph is { } paragraph:
                _properties.ReadRun(paragraph);
                break;
            case "trPr":
                ReadRowProperties();
                break;
            case "tcPr" when _cell is { } cell:
                _cell = _properties.ReadCell(cell);
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

            End("tr");
        }
    }
}
