using System.Collections.Concurrent;

namespace Validation.Server.Telemetry;

/// <summary>A kind of refusal.</summary>
/// <param name="Door">"grpc" or "http".</param>
/// <param name="Reason">The status code of gRPC, or the code of the problem.</param>
internal readonly record struct RefusalSort(string Door, string Reason);

/// <summary>How often something was refused.</summary>
/// <param name="Count">How often.</param>
/// <param name="Last">When it was last.</param>
internal sealed record RefusalCount(long Count, DateTimeOffset Last);

/// <summary>Counts what was refused since the server started, by kind: there are some dozen kinds, whatever anybody sends. Nothing in it
/// tells who it was. Thread-safe.</summary>
internal sealed class RefusalCounts(TimeProvider time)
{
    private readonly ConcurrentDictionary<RefusalSort, RefusalCount> _counts = new();

    /// <summary>What was refused, the most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<RefusalSort, RefusalCount>> All =>
        [.. _counts.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key.Reason, StringComparer.Ordinal)];

    /// <summary>Counts a refusal that was just made.</summary>
    public void Add(RefusalSort sort)
    {
        var now = time.GetUtcNow();
        _counts.AddOrUpdate(sort, _ => new RefusalCount(1, now), (_, known) => new RefusalCount(known.Count + 1, now));
    }
}
