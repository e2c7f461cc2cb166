using Validation.Engine.Documents.Zip;

namespace Validation.Engine.Documents.Docx;

/// <summary>A cell that begins. [ISO 29500-1] 17.4.66 to 17.4.84</summary>
internal readonly record struct DocxCell()
{
    /// <summary>Its element, counted from 1 as the elements of the part begin.</summary>
    public int Element { get; init; }

    /// <summary>How many columns it spans.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>It continues the cell above.</summary>
    public bool IsContinued { get; init; }

    /// <summary>It continues the cell before it, as old files have it.</summary>
    public bool IsPartOfPrevious { get; init; }

    /// <summary>Reads the properties of the cell to their end.</summary>
    public DocxCell Read(PartXml xml, string space)
    {
        var cell = this;
        for (var depth = xml.Depth; xml.ReadInside(depth);)
        {
            switch (xml.Reader.LocalName)
            {
                case "gridSpan":
                    cell = cell with { Columns = Math.Max(1, xml.Number("val", space) ?? 1) };
                    break;
                case "vMerge":
                    cell = cell with { IsContinued = IsContinue(xml, space) };
                    break;
                case "hMerge":
                    cell = cell with { IsPartOfPrevious = IsContinue(xml, space) };
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

    private static bool IsContinue(PartXml xml, string space) => xml.Text("val", space) != "restart";
}
