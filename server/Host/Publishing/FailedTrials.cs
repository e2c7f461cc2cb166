using System.Collections.Concurrent;
using Validation.V1;

namespace Validation.Server.Publishing;

/// <summary>Remembers, until the server stops, which candidates had rules that failed on reports, so that they are not published by
/// mistake. Keeps the newest thousand. Thread-safe.</summary>
internal sealed class FailedTrials
{
    private const int MostCandidates = 1_000;

    private readonly ConcurrentDictionary<string, RuleFailure> _failures = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>Notes that a rule of a candidate failed.</summary>
    /// <param name="sha256">The digest of the candidate on its national set.</param>
    /// <param name="failure">The rule and the cause.</param>
    public void Note(string sha256, RuleFailure failure)
    {
        if (!_failures.TryAdd(sha256, failure))
        {
            return;
        }

        _order.Enqueue(sha256);
        while (_order.Count > MostCandidates && _order.TryDequeue(out var oldest))
        {
            _failures.TryRemove(oldest, out _);
        }
    }

    /// <summary>The first failure of a candidate. Null: none is known.</summary>
    public RuleFailure? Find(string sha256) => _failures.GetValueOrDefault(sha256);
}
