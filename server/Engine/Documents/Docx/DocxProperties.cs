using System.Xml;
using Validation.Engine.Documents.Building;
using Validation.Engine.Documents.Zip;

namespace Validation.Engine.Documents.Docx;

/// <summary>A cell that begins.</summary>
/// <param name="Element">Its element, counted from 1 as the elements of the part begin.</param>
/// <param name="Columns">How many columns it spans.</param>
/// <param name="IsContinued">It continues the cell above.</param>
/// <param name="IsPartOfPrevious">It continues the cell before it, as old files have it.</param>
internal readonly record struct DocxCell(int Element, int Columns = 1, bool IsContinued = false, bool IsPartOfPrevious = false);

/// <summary>
/// Reads the properties of paragraphs, runs, rows and cells to their end. [ISO 29500-1] 17.3.1.26, 17.3.2.28, 17.4.81 and 17.4.69
/// </summary>
internal sealed class DocxProperties(PartXml xml, DocxNamespaces spaces, DocxStyles styles)
{
    private readonly XmlReader _reader = xml.Reader;

    /// <summary>Reads the properties of a paragraph.</summary>
    public void Read(DocxParagraph paragraph)
    {
        for (var depth = xml.Depth; xml.ReadInside(depth);)
        {
            switch (_reader.LocalName)
            {
                case "pStyle" when styles.IsRelevant:
                    SetStyle(paragraph, xml.Text("val", spaces.Main));
                    break;
                case "numId":
                    paragraph.List = xml.Number("val", spaces.Main);
                    break;
                case "ilvl":
                    paragraph.Level = xml.Number("val", spaces.Main);
                    break;
                case "del" or "moveFrom":
                    paragraph.IsJoined = true;
                    break;
                case "vanish":
                    paragraph.IsHidden = xml.IsOn(spaces.Main);
                    break;
                case "pPrChange" or "rPrChange" or "sectPr":
                    xml.Skip();
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Gives a paragraph its style.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="style">The style. Null: that of all paragraphs.</param>
    public void SetStyle(DocxParagraph paragraph, string? style)
    {
        paragraph.Style = style;
        paragraph.IsHidden = styles.Of(style).Look.IsHidden == true;
    }

    /// <summary>Reads the properties of the open run.</summary>
    public void ReadRun(DocxParagraph paragraph)
    {
        var (own, below) = (default(TextLook), paragraph.Run);
        for (var depth = xml.Depth; xml.ReadInside(depth);)
        {
            switch (_reader.LocalName)
            {
                case "rStyle" when styles.IsRelevant:
                    below = xml.Text("val", spaces.Main) is { } style ? DocxLook.Toggled(styles.Of(style).Look, paragraph.Run) : below;
                    break;
                case "rPrChange":
                    xml.Skip();
                    break;
                default:
                    own = own.With(xml, spaces.Main);
                    break;
            }
        }

        paragraph.Run = own.Over(below);
    }

    /// <summary>Reads the properties of a row.</summary>
    /// <returns>How many columns it leaves out before its first cell, and whether it was deleted.</returns>
    public (int ColumnsBefore, bool IsDeleted) ReadRow()
    {
        var (columnsBefore, isDeleted) = (0, false);
        for (var depth = xml.Depth; xml.ReadInside(depth);)
        {
            switch (_reader.LocalName)
            {
                case "gridBefore":
                    columnsBefore = xml.Number("val", spaces.Main) ?? 0;
                    break;
                case "del":
                    isDeleted = true;
                    break;
                case "trPrChange":
                    xml.Skip();
                    break;
                default:
                    break;
            }
        }

        return (columnsBefore, isDeleted);
    }

    /// <summary>Reads the properties of a cell.</summary>
    public DocxCell ReadCell(DocxCell cell)
    {
        for (var depth = xml.Depth; xml.ReadInside(depth);)
        {
            switch (_reader.LocalName)
            {
                case "gridSpan":
                    cell = cell with { Columns = Math.Max(1, xml.Number("val", spaces.Main) ?? 1) };
                    break;
                case "vMerge":
                    cell = cell with { IsContinued = xml.Text("val", spaces.Main) != "restart" };
                    break;
                case "hMerge":
                    cell = cell with { IsPartOfPrevious = xml.Text("val", spaces.Main) != "restart" };
                    break;
                case "tcPrChange":
                    xml.Skip();
                    break;
                default:
                    break;
            }
        }

        return cell;
    }
}
