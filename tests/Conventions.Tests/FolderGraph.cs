using System.Text.RegularExpressions;

namespace Validation.Conventions.Tests;

/// <summary>Which folders of a folder use which others, as the usings of their files say. What lies in the folder itself, for all of
/// them to use, is no part of it.</summary>
internal sealed partial class FolderGraph
{
    private readonly string _folder;
    private readonly SortedDictionary<string, SortedSet<string>> _uses = new(StringComparer.Ordinal);

    private FolderGraph(string folder)
    {
        _folder = folder;
    }

    /// <summary>Every use, such as "server/Engine/Documents/Doc → Cfb".</summary>
    public IEnumerable<string> Uses => _uses.SelectMany(pair => pair.Value, (pair, used) => Use(pair.Key, used));

    /// <summary>Reads the files.</summary>
    /// <param name="folder">The folder, from the root of the tree.</param>
    /// <param name="name">Its namespace.</param>
    public static FolderGraph Read(string folder, string name)
    {
        var graph = new FolderGraph(folder);
        foreach (var file in Repository.CSharpFiles)
        {
            var path = Repository.Relative(file);
            if (path.StartsWith(folder + "/", StringComparison.Ordinal) && path[(folder.Length + 1)..].Split('/') is [var own, _, ..])
            {
                graph.Add(own, name, File.ReadAllText(file));
            }
        }

        return graph;
    }

    /// <summary>The ways that lead from a folder back to it, each told once.</summary>
    /// <param name="known">Uses that are passed over.</param>
    public IReadOnlyCollection<string> Rings(IReadOnlyCollection<string> known)
    {
        var rings = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var folder in _uses.Keys)
        {
            if (WayBack(folder, known) is { } way)
            {
                rings.Add(string.Join(" → ", way));
            }
        }

        return rings;
    }

    private void Add(string own, string name, string text)
    {
        foreach (Match use in Using().Matches(text))
        {
            var used = use.Groups["name"].Value;
            var other = used.StartsWith(name + ".", StringComparison.Ordinal) ? used[(name.Length + 1)..].Split('.')[0] : own;
            if (other != own)
            {
                _uses.TryAdd(own, new SortedSet<string>(StringComparer.Ordinal));
                _uses[own].Add(other);
            }
        }
    }

    /// <summary>The shortest way from a folder to itself. Null: there is none.</summary>
    private List<string>? WayBack(string start, IReadOnlyCollection<string> known)
    {
        var from = new Dictionary<string, string>(StringComparer.Ordinal);
        var queue = new Queue<string>([start]);
        while (queue.TryDequeue(out var folder))
        {
            foreach (var next in _uses.GetValueOrDefault(folder, []).Where(next => !known.Contains(Use(folder, next))))
            {
                if (next == start)
                {
                    return Way(start, folder, from);
                }

                if (from.TryAdd(next, folder))
                {
                    queue.Enqueue(next);
                }
            }
        }

        return null;
    }

    private static List<string> Way(string start, string last, Dictionary<string, string> from)
    {
        var way = new List<string> { start };
        for (var folder = last; folder != start; folder = from[folder])
        {
            way.Insert(0, folder);
        }

        way.Insert(0, start);
        return way;
    }

    private string Use(string folder, string used)
    {
        return $"{_folder}/{folder} → {used}";
    }

    [GeneratedRegex(
        @"^using (static )?(\w+ = )?(?<name>[\w.]+);",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Using();
}
