namespace Validation.Engine.Documents.Ofd;

/// <summary>What the root of a document says: which parts are its pages, and what they have in common. [GB/T 33190-2016] 7.5</summary>
internal sealed class OfdDocument
{
    private readonly List<string> _pages = [];
    private readonly List<string> _resources = [];
    private readonly Dictionary<string, string> _templates = new(StringComparer.Ordinal);

    private OfdDocument()
    {
    }

    /// <summary>The parts of the pages, in their order.</summary>
    public IReadOnlyList<string> Pages => _pages;

    /// <summary>The parts of the resources that every page may use.</summary>
    public IReadOnlyList<string> Resources => _resources;

    /// <summary>The parts of the template pages by their ids.</summary>
    public IReadOnlyDictionary<string, string> Templates => _templates;

    /// <summary>The area of pages that say none themselves.</summary>
    public OfdArea Area { get; private set; }

    /// <summary>Reads the root of a document.</summary>
    /// <exception cref="UnreadableException">It is damaged, names no page, or names one that is missing from the package.</exception>
    public static OfdDocument Read(OfdParts parts, string root)
    {
        var document = new OfdDocument();
        using var xml = parts.Open(root);
        while (xml.NextElement())
        {
            switch (xml.Reader.LocalName)
            {
                case "Document" or "CommonData" or "Pages":
                    break;
                case "PageArea":
                    document.Area = OfdArea.Read(parts, xml);
                    break;
                case "TemplatePage":
                    document._templates.TryAdd(xml.Text("ID", "") ?? string.Empty, PageAt(parts, root, xml.Text("BaseLoc", "")));
                    xml.Skip();
                    break;
                case "PublicRes" or "DocumentRes":
                    document.AddResource(parts.Find(root, parts.TextOf(xml).Trim()));
                    break;
                case "Page":
                    document._pages.Add(PageAt(parts, root, xml.Text("BaseLoc", "")));
                    xml.Skip();
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        return document._pages.Count > 0 ? document : throw UnreadableException.Damaged();
    }

    // Without a page, text would be lost in silence.
    private static string PageAt(OfdParts parts, string root, string? path) =>
        parts.Find(root, path) ?? throw UnreadableException.Damaged();

    // Many files name resources that they do without.
    private void AddResource(string? part)
    {
        if (part is not null)
        {
            _resources.Add(part);
        }
    }
}
