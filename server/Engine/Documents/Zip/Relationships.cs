namespace Validation.Engine.Documents.Zip;

/// <summary>
/// The parts that a part of a package, or the package itself, names, as far as readers need them. What lies outside of the package is
/// left out. [ISO 29500-2] 8
/// </summary>
internal sealed class Relationships
{
    /// <summary>The type of the part that holds the text: what both forms of its address end with.</summary>
    public const string MainDocument = "/relationships/officeDocument";

    public const string Styles = "/relationships/styles";

    public const string Numbering = "/relationships/numbering";

    /// <summary>The type of the comments.</summary>
    public const string Comments = "/relationships/comments";

    private static readonly string[] Wanted = [MainDocument, Styles, Numbering, Comments];

    private readonly Dictionary<string, string> _targets = new(StringComparer.Ordinal);

    /// <summary>Reads the relationships of a part.</summary>
    /// <param name="package">The package.</param>
    /// <param name="part">The part. Empty: the package itself.</param>
    public static Relationships Read(Package package, string part)
    {
        var relationships = new Relationships();
        var folder = PartPath.FolderOf(part);
        var name = $"{folder}_rels/{part[folder.Length..]}.rels";
        if (!package.Contains(name))
        {
            return relationships;
        }

        using var xml = package.OpenXml(name);
        while (xml.ReadElement())
        {
            if (xml.Reader.LocalName == "Relationship")
            {
                relationships.Add(xml.Text("Type", ""), xml.Text("Target", ""), xml.Text("TargetMode", ""), folder);
            }
        }

        return relationships;
    }

    /// <summary>The first part of one of the types above. Null: there is none.</summary>
    public string? Target(string type) => _targets.GetValueOrDefault(type);

    private void Add(string? type, string? target, string? mode, string folder)
    {
        var wanted = type is null ? null : Array.Find(Wanted, end => type.EndsWith(end, StringComparison.Ordinal));
        if (wanted is not null && target is not null && mode != "External" && PartPath.Resolve(folder, target) is { } path)
        {
            _targets.TryAdd(wanted, path);
        }
    }
}
