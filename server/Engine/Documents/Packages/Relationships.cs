using System.Xml;

namespace Validation.Engine.Documents.Packages;

/// <summary>The parts that a part of a package, or the package itself, names. What lies outside of the package is left out. [ISO 29500-2] 8</summary>
internal sealed class Relationships
{
    private readonly List<(string Type, string Target)> _targets = [];

    /// <summary>Reads the relationships of a part.</summary>
    /// <param name="package">The package.</param>
    /// <param name="part">The part. Empty: the package itself.</param>
    public static Relationships Read(Package package, string part)
    {
        var relationships = new Relationships();
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var name = $"{folder}_rels/{part[folder.Length..]}.rels";
        if (!package.Contains(name))
        {
            return relationships;
        }

        using var xml = package.OpenXml(name, new NameTable());
        while (xml.Read())
        {
            if (xml.Reader.NodeType == XmlNodeType.Element && xml.Reader.LocalName == "Relationship")
            {
                relationships.Add(xml.Text("Type", ""), xml.Text("Target", ""), xml.Text("TargetMode", ""), folder);
            }
        }

        return relationships;
    }

    /// <summary>The first part with a type whose address ends like this: the addresses have two forms. Null: there is none.</summary>
    public string? Target(string typeEnd)
    {
        foreach (var (type, target) in _targets)
        {
            if (type.EndsWith(typeEnd, StringComparison.Ordinal))
            {
                return target;
            }
        }

        return null;
    }

    private void Add(string? type, string? target, string? mode, string folder)
    {
        if (type is not null && target is not null && mode != "External" && Resolve(folder, target) is { } path)
        {
            _targets.Add((type, path));
        }
    }

    // Null: the path leads out of the package.
    private static string? Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        if (!target.Contains("./", StringComparison.Ordinal))
        {
            return folder + target;
        }

        var path = new List<string>();
        foreach (var step in (folder + target).Split('/'))
        {
            if (step == ".." && path.Count == 0)
            {
                return null;
            }

            if (step == "..")
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (step != ".")
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }
}
