namespace Validation.Server.Rules;

/// <summary>Counts the documents on which rules fail. Not thread-safe.</summary>
internal sealed class FailureCount(TimeProvider time)
{
    /// <summary>A rule that failed on so many documents within <see cref="Window"/> has failed too often.</summary>
    public const int Documents = 3;

    /// <summary>How long a failure counts.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, Dictionary<string, DateTimeOffset>> _failures = new(StringComparer.Ordinal);

    /// <summary>Counts a failure. The same document counts once, however often it is checked.</summary>
    /// <returns>True: the rule has failed too often.</returns>
    public bool Add(string ruleId, string documentSha256)
    {
        var now = time.GetUtcNow();
        if (!_failures.TryGetValue(ruleId, out var documents))
        {
            _failures.Add(ruleId, documents = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal));
        }

        foreach (var old in documents.Where(document => now - document.Value >= Window).Select(document => document.Key).ToList())
        {
            documents.Remove(old);
        }

        documents[documentSha256] = now;
        return documents.Count >= Documents;
    }

    public void Clear()
    {
        _failures.Clear();
    }
}
