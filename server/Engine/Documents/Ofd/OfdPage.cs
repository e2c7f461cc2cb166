namespace Validation.Engine.Documents.Ofd;

/// <summary>A page, or a template page, as its part describes it. [GB/T 33190-2016] 7.7</summary>
internal sealed class OfdPage
{
    private readonly List<(string Id, bool IsForeground)> _templates = [];
    private readonly List<string> _resources = [];
    private readonly List<(OfdObject Object, bool IsBody)> _objects = [];

    private OfdPage()
    {
    }

    /// <summary>The area that the page says for itself.</summary>
    public OfdArea Area { get; private set; }

    /// <summary>The template pages that it uses, and whether they are drawn over it.</summary>
    public IReadOnlyList<(string Id, bool IsForeground)> Templates => _templates;

    /// <summary>The parts of resources of its own.</summary>
    public IReadOnlyList<string> Resources => _resources;

    /// <summary>What it shows, in the order of its part, and whether that stands in a layer of the body.</summary>
    public IReadOnlyList<(OfdObject Object, bool IsBody)> Objects => _objects;

    /// <summary>Reads a page's area, its template pages and its layers.</summary>
    /// <exception cref="UnreadableException">It is damaged, or goes beyond a limit.</exception>
    public static OfdPage Read(OfdParts parts, string part)
    {
        var page = new OfdPage();
        var objects = new OfdObjectReader(parts);
        var isBody = true;
        using var xml = parts.Open(part);
        while (xml.NextElement())
        {
            switch (xml.Reader.LocalName)
            {
                case "Page" or "Content":
                    break;
                case "Layer":
                    isBody = xml.Text("Type", "") is null or "Body";
                    break;
                case "Area":
                    page.Area = OfdArea.Read(parts, xml);
                    break;
                case "Template":
                    page._templates.Add((xml.Text("TemplateID", "") ?? string.Empty, xml.Text("ZOrder", "") == "Foreground"));
                    xml.Skip();
                    break;
                case "PageRes":
                    page.AddResource(parts.Find(part, parts.TextOf(xml).Trim()));
                    break;
                default:
                    page.Add(objects.Read(xml), isBody);
                    break;
            }
        }

        return page;
    }

    private void AddResource(string? part)
    {
        if (part is not null)
        {
            _resources.Add(part);
        }
    }

    private void Add(OfdObject? item, bool isBody)
    {
        if (item is not null)
        {
            _objects.Add((item, isBody));
        }
    }
}
