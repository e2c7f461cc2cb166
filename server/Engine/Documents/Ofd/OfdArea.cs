using Validation.Engine.Documents.Zip;

namespace Validation.Engine.Documents.Ofd;

/// <summary>The size of a page, and which part of it is shown, in millimetres. [GB/T 33190-2016] 7.5</summary>
/// <param name="Physical">The page; its upper left corner is the origin of all places. Null: not said.</param>
/// <param name="Application">What of it is shown. Null: all.</param>
internal readonly record struct OfdArea(OfdBox? Physical, OfdBox? Application)
{
    // The A series of ISO 216, for files that say nothing.
    private static readonly OfdBox A4 = new(0, 0, 210, 297);

    /// <summary>The part of the page that is shown. Nothing is shown where the page and the part have nothing in common.</summary>
    public (OfdBox Page, OfdBox Shown) Shown
    {
        get
        {
            var page = Physical is { HasArea: true } physical ? physical : A4;
            return (page, Application is { HasArea: true } application ? application.Within(page) : page);
        }
    }

    /// <summary>Reads the element that the reader stands at.</summary>
    public static OfdArea Read(OfdParts parts, PartXml xml)
    {
        var area = new OfdArea();
        if (xml.Reader.IsEmptyElement)
        {
            return area;
        }

        var depth = xml.Depth;
        while (xml.NextElement(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "PhysicalBox":
                    area = area with { Physical = OfdBox.Parse(parts.TextOf(xml)) };
                    break;
                case "ApplicationBox":
                    area = area with { Application = OfdBox.Parse(parts.TextOf(xml)) };
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        return area;
    }

    /// <summary>This area, or another one where this one says nothing.</summary>
    public OfdArea Or(OfdArea other) => Physical is null ? other : this;
}
