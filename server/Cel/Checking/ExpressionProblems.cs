namespace Validation.Cel.Checking;

/// <summary>The problems of an expression: one for each place, the first told.</summary>
internal sealed class ExpressionProblems(string text)
{
    private readonly SortedDictionary<int, string> _messages = [];

    public bool Any => _messages.Count > 0;

    /// <summary>Adds a problem, where there is none yet.</summary>
    public void Add(int position, string message) => _messages.TryAdd(position, message);

    public IReadOnlyList<CelProblem> InOrder()
    {
        return [.. _messages.Take(CelLimits.Problems).Select(each => At(each.Key, each.Value))];
    }

    private CelProblem At(int position, string message)
    {
        var before = text.AsSpan(0, Math.Min(position, text.Length));
        return new(before.Count('\n') + 1, position - (before.LastIndexOf('\n') + 1) + 1, message);
    }
}
