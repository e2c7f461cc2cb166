namespace Validation.Engine.Documents.Zip;

/// <summary>Paths of the parts of a package, as one part names another.</summary>
internal static class PartPath
{
    /// <summary>The folder of a part, with a slash at its end. Empty: the part stands in the root.</summary>
    public static string FolderOf(string part) => part[..(part.LastIndexOf('/') + 1)];

    /// <summary>The path from the root that a name means. Null: it leads out of the package.</summary>
    /// <param name="folder">The folder of the part that names the other, as <see cref="FolderOf"/> gives it.</param>
    /// <param name="target">The name: from the root if it begins with a slash, else from the folder.</param>
    public static string? Resolve(string folder, string target)
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
