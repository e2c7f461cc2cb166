using System.Xml;
using Validation.Engine.Documents.Building;
using Validation.Engine.Documents.Zip;
using Validation.V1;

namespace Validation.Engine.Documents.Odt;

/// <summary>Reads the content of an odt, element by element. [OpenDocument 1.3] part 3, 4 to 9</summary>
internal sealed class OdtBody(PartXml xml, OdtStyles styles, DocumentBuilder builder, EngineLimits limits) : PartWalk<OdtElement>
{
    private const string XmlSpace = "http://www.w3.org/XML/1998/namespace";

    private readonly XmlReader _reader = xml.Reader;
    private readonly TextBuffer _text = new(limits.TextCharacters);
    private readonly OdtTables _tables = new(new StepTape(builder, limits), limits);
    private readonly OdtLists _lists = new(styles);

    private readonly Stack<OdtParagraph> _paragraphs = new();

    // How text is to be seen in the open paragraphs and spans.
    private readonly Stack<TextLook> _looks = new();

    protected override PartXml Xml => xml;

    private TextLook Look => _looks.TryPeek(out var look) ? look : default;

    /// <summary>Reads the part into the builder.</summary>
    /// <exception cref="UnreadableException">The part is damaged, goes beyond a limit, or is no text.</exception>
    public void Read() => Walk();

    protected override bool Begin(bool isEmpty, out OdtElement element)
    {
        UnreadableException.ThrowIfDamaged(xml.Depth == 0 && _reader.LocalName != "document-content");

        styles.ReadElement(xml);
        if (xml.Depth == 2 && OpenAt(1) == OdtElement.Other && _reader.NamespaceURI == OdtElements.OfficeSpace)
        {
            CheckKind(_reader.LocalName);
        }

        element = OdtElements.Of(_reader.NamespaceURI, _reader.LocalName);
        builder.HasPictures |= element == OdtElement.Picture;
        if (element == OdtElement.Span ? !BeginSpan() : IsHidden(element))
        {
            xml.Skip();
            return false;
        }

        Begin(element);
        return true;
    }

    // [OpenDocument 1.3] part 3, 3.3: the body holds one of these.
    private static void CheckKind(string body)
    {
        if (body is "spreadsheet" or "presentation" or "drawing" or "chart" or "image" or "database")
        {
            throw new UnreadableException(Reason.UnsupportedFormat, Texts.Formats.OpenDocument);
        }
    }

    private bool IsHidden(OdtElement element) => element switch
    {
        OdtElement.Ignored or OdtElement.Picture => true,
        OdtElement.Section => Attribute("display") == "none",
        OdtElement.HiddenText => Attribute("is-hidden") != "false",
        _ => false,
    };

    // False: its text is hidden.
    private bool BeginSpan()
    {
        var look = styles.LookOf("text", Attribute("style-name"));
        if (look.IsHidden == true)
        {
            return false;
        }

        _looks.Push(look.Over(Look));
        return true;
    }

    private void Begin(OdtElement element)
    {
        switch (element)
        {
            case OdtElement.Paragraph:
                BeginParagraph(_lists.Next());
                break;
            case OdtElement.Heading:
                var level = xml.Number("outline-level", OdtElements.TextSpace) ?? 1;
                BeginParagraph(_lists.Next() ?? (Attribute("is-list-header") == "true" ? null : _lists.NextHeading(level)));
                break;
            case OdtElement.List:
                var goesOn = Attribute("continue-numbering") == "true";
                _lists.Begin(Attribute("style-name"), xml.Text("id", XmlSpace), Attribute("continue-list"), goesOn);
                break;
            case OdtElement.ListItem or OdtElement.ListHeader:
                _lists.BeginItem(xml.Number("start-value", OdtElements.TextSpace), element == OdtElement.ListItem);
                break;
            case OdtElement.Spaces or OdtElement.Tab or OdtElement.LineBreak:
                Append(element);
                break;
            case OdtElement.Drawing when _paragraphs.TryPeek(out var paragraph) && paragraph.Drawings++ == 0:
                _tables.Tape.Keep(paragraph.Boxes ??= []);
                break;
            case OdtElement.Table:
                _tables.Tape.Add(new Step(StepKind.TableStart));
                break;
            case OdtElement.Row:
                _tables.BeginRow(TableNumber("number-rows-repeated"));
                break;
            case OdtElement.Cell:
                var columns = TableNumber("number-columns-spanned");
                _tables.BeginCell(columns, TableNumber("number-rows-spanned"), TableNumber("number-columns-repeated"));
                break;
            default:
                break;
        }
    }

    protected override void End(OdtElement element)
    {
        switch (element)
        {
            case OdtElement.Paragraph or OdtElement.Heading:
                EndParagraph();
                break;
            case OdtElement.Span:
                _looks.Pop();
                break;
            case OdtElement.List:
                _lists.End();
                break;
            case OdtElement.Drawing when _paragraphs.TryPeek(out var paragraph) && --paragraph.Drawings == 0:
                _tables.Tape.Release();
                break;
            case OdtElement.Table:
                _tables.Tape.Add(new Step(StepKind.TableEnd));
                break;
            case OdtElement.Row:
                _tables.EndRow();
                break;
            case OdtElement.Cell:
                _tables.EndCell();
                break;
            default:
                break;
        }
    }

    private void BeginParagraph(string? number)
    {
        var look = styles.LookOf("paragraph", Attribute("style-name"));
        _looks.Push(look);
        _paragraphs.Push(new OdtParagraph(_text.Length, number, look.IsHidden == true));
    }

    private void EndParagraph()
    {
        var paragraph = _paragraphs.Pop();
        _looks.Pop();
        if (!paragraph.IsHidden)
        {
            _tables.Tape.Add(new Step(StepKind.Paragraph, string.Concat(paragraph.Number, _text.From(paragraph.Start))));
        }

        _text.Cut(paragraph.Start);
        if (paragraph.Boxes is { } boxes)
        {
            _tables.Tape.AddBoxes(boxes);
        }
    }

    // [OpenDocument 1.3] part 3, 6.1.2: white space is one space, and none at the beginning.
    protected override void ReadText()
    {
        if (!_paragraphs.TryPeek(out var paragraph) || paragraph.Drawings > 0 || Look.IsStruck == true)
        {
            return;
        }

        var start = _text.Length;
        xml.CopyTo(_text);
        var length = start;
        var text = _text.From(start);
        foreach (var character in text)
        {
            var isSpace = character is ' ' or '\t' or '\r' or '\n';
            if (!isSpace || !paragraph.IsBehindSpace)
            {
                text[length++ - start] = isSpace ? ' ' : character;
            }

            paragraph.IsBehindSpace = isSpace;
        }

        _text.Cut(length);
        if (Look.IsRaised == true)
        {
            _text.Raise(start);
        }
    }

    private void Append(OdtElement element)
    {
        if (!_paragraphs.TryPeek(out var paragraph) || paragraph.Drawings > 0 || Look.IsStruck == true)
        {
            return;
        }

        paragraph.IsBehindSpace = false;
        switch (element)
        {
            case OdtElement.Tab:
                _text.Append('\t');
                break;
            case OdtElement.LineBreak:
                _text.Append('\n');
                paragraph.IsBehindSpace = true;
                break;
            default:
                for (var count = xml.Number("c", OdtElements.TextSpace) ?? 1; count > 0; count--)
                {
                    _text.Append(' ');
                }

                break;
        }
    }

    private string? Attribute(string name) => xml.Text(name, OdtElements.TextSpace);

    private int TableNumber(string name) => Math.Max(1, xml.Number(name, OdtElements.TableSpace) ?? 1);
}
