using AngleSharp.Dom;

namespace Validation.Engine.Documents.Html;

/// <summary>
/// Makes selectors that lead to one element each, such as "body > div:nth-child(3) > table > tbody > tr:nth-child(2)". Remembers what it
/// made. Safe for several threads.
/// </summary>
internal sealed class ElementPaths(IDocument page)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<IElement, string> _steps = [];
    private readonly Dictionary<IElement, string> _paths = [];
    private HashSet<string>? _uniqueIds;

    /// <summary>A CSS selector that finds the element in its page.</summary>
    public string Of(IElement element)
    {
        lock (_lock)
        {
            return Path(element);
        }
    }

    // Elements are no deeper than pages are read.
    private string Path(IElement element)
    {
        if (_paths.TryGetValue(element, out var known))
        {
            return known;
        }

        var path = element.ParentElement is { } parent ? Path(parent) : null;
        path = element == page.Body ? "body"
            : IdOf(element) is { } id ? $"#{id}"
            : path is null ? element.LocalName
            : string.Concat(path, " > ", Step(element));
        _paths.Add(element, path);
        return path;
    }

    private string Step(IElement element)
    {
        if (!_steps.TryGetValue(element, out var step))
        {
            AddSteps(element.Parent!);
            step = _steps[element];
        }

        return step;
    }

    // All children at once: finding the number of each by itself would take quadratic time.
    private void AddSteps(INode parent)
    {
        IElement? only = null;
        var count = 0;
        var nodes = parent.ChildNodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i] is IElement child)
            {
                count++;
                only = count == 1 ? child : null;
                _steps[child] = $"{TypeOf(child)}:nth-child({count})";
            }
        }

        if (only is not null)
        {
            _steps[only] = TypeOf(only);
        }
    }

    private static string TypeOf(IElement element) => IsName(element.LocalName) ? element.LocalName : "*";

    private string? IdOf(IElement element)
    {
        if (element.Id is not { Length: > 0 } id || !IsName(id))
        {
            return null;
        }

        _uniqueIds ??= UniqueIds();
        return _uniqueIds.Contains(id) ? id : null;
    }

    private HashSet<string> UniqueIds()
    {
        var unique = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Stack<INode>([page]);
        while (open.TryPop(out var node))
        {
            if (node is IElement { Id: { Length: > 0 } id })
            {
                _ = seen.Add(id) ? unique.Add(id) : unique.Remove(id);
            }

            var nodes = node.ChildNodes;
            for (var i = 0; i < nodes.Length; i++)
            {
                open.Push(nodes[i]);
            }
        }

        return unique;
    }

    // A name that a selector takes as it stands.
    private static bool IsName(string name) =>
        char.IsAsciiLetter(name[0]) && !name.AsSpan().ContainsAnyExcept(NameCharacters);

    private static readonly System.Buffers.SearchValues<char> NameCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
}
