using AngleSharp.Dom;

namespace Validation.Engine.Documents.Html;

/// <summary>
/// Makes selectors that lead to one element each, such as "body > div:nth-child(3) > table > tbody > tr:nth-child(2)". Remembers what it
/// made. Safe for several threads.
/// </summary>
/// <param name="page">The page.</param>
internal sealed class ElementPaths(IDocument page)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<IElement, string> _steps = [];
    private readonly Dictionary<IElement, string> _paths = [];
    private HashSet<string>? _uniqueIds;

    /// <summary>The selector.</summary>
    public string Of(IElement element)
    {
        lock (_lock)
        {
            return Path(element);
        }
    }

    private string Path(IElement element)
    {
        var missing = new Stack<IElement>();
        string? path = null;
        for (var at = element; at is not null && !_paths.TryGetValue(at, out path); at = at.ParentElement)
        {
            missing.Push(at);
        }

        while (missing.TryPop(out var at))
        {
            path = at == page.Body ? "body"
                : IdOf(at) is { } id ? $"#{id}"
                : path is null ? at.LocalName
                : $"{path} > {Step(at)}";
            _paths.Add(at, path);
        }

        return path ?? string.Empty;
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
