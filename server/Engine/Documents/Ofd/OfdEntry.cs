namespace Validation.Engine.Documents.Ofd;

/// <summary>The entry of an OFD file, which names the documents in it. [GB/T 33190-2016] 7.4</summary>
internal static class OfdEntry
{
    /// <summary>The part that every OFD file has.</summary>
    public const string Part = "OFD.xml";

    /// <summary>The root parts of the documents, in their order: mostly one.</summary>
    /// <exception cref="UnreadableException">There is none, or one is missing from the package.</exception>
    public static IReadOnlyList<string> Documents(OfdParts parts)
    {
        var roots = new List<string>();
        using var xml = parts.Open(Part);
        while (xml.NextElement())
        {
            switch (xml.Reader.LocalName)
            {
                case "OFD" or "DocBody" or "Versions":
                    break;
                case "DocRoot":
                    roots.Add(Root(parts, Part, parts.TextOf(xml)));
                    break;
                case "Version" when roots.Count > 0 && xml.Text("Current", "") is "true" or "1":
                    roots[^1] = RootOfVersion(parts, xml.Text("BaseLoc", "")) ?? roots[^1];
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        return roots.Count > 0 ? roots : throw UnreadableException.Damaged();
    }

    // A document may be kept in several versions; the current one is what programs show. [GB/T 33190-2016] 19
    private static string? RootOfVersion(OfdParts parts, string? path)
    {
        if (parts.Find(Part, path) is not { } version)
        {
            return null;
        }

        string? root = null;
        using var xml = parts.Open(version);
        while (xml.NextElement())
        {
            switch (xml.Reader.LocalName)
            {
                case "DocVersion":
                    break;
                case "DocRoot":
                    root = Root(parts, version, parts.TextOf(xml));
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        return root;
    }

    private static string Root(OfdParts parts, string from, string path) =>
        parts.Find(from, path.Trim()) ?? throw UnreadableException.Damaged();
}
