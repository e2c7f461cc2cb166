namespace Validation.Engine.Documents.Ofd;

/// <summary>
/// The composites that a document's resources define. They are looked for once a page uses one: fonts and images, which most resources
/// are, say nothing of the text. [GB/T 33190-2016] 7.9
/// </summary>
/// <param name="parts">The parts of the file.</param>
/// <param name="shared">The parts of the resources that every page may use.</param>
internal sealed class OfdResources(OfdParts parts, IReadOnlyList<string> shared)
{
    private readonly Dictionary<string, List<OfdObject>> _composites = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a composite shows.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="own">The parts of the resources of the page that uses it.</param>
    /// <exception cref="UnreadableException">No resource defines it, so that text would be lost in silence.</exception>
    public IReadOnlyList<OfdObject> Composite(string id, IReadOnlyList<string> own)
    {
        foreach (var part in shared.Concat(own))
        {
            if (_read.Add(part))
            {
                Read(part);
            }
        }

        return _composites.GetValueOrDefault(id) ?? throw UnreadableException.Damaged();
    }

    private void Read(string part)
    {
        var reader = new OfdObjectReader(parts);
        List<OfdObject> objects = [];
        using var xml = parts.Open(part);
        while (xml.NextElement())
        {
            switch (xml.Reader.LocalName)
            {
                case "Res" or "CompositeGraphicUnits" or "Content":
                    break;
                case "CompositeGraphicUnit":
                    objects = [];
                    _composites.TryAdd(xml.Text("ID", "") ?? string.Empty, objects);
                    break;
                default:
                    if (reader.Read(xml) is { } item)
                    {
                        objects.Add(item);
                    }

                    break;
            }
        }
    }
}
