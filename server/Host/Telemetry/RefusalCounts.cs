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
    private readonly ConcurrentDictionary<RefusalSort, Counter> _counters = new();

    /// <summary>What was refused, the most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<RefusalSort, RefusalCount>> All =>
    [
        .. _counters.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Read()))
            .OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key.Reason, StringComparer.Ordinal),
    ];

    /// <summary>Counts a refusal that was just made. Costs no memory but for the first of its kind.</summary>
    public void Add(RefusalSort sort)
    {
        _counters.GetOrAdd(sort, static _ => new Counter()).Add(time.GetUtcNow());
    }

    private sealed class Counter
    {
        private long _count;
        private long _last;

        public void Add(DateTimeOffset now)
        {
            Interlocked.Increment(ref _count);
            Volatile.Write(ref _last, now.UtcTicks);
        }

        public RefusalCount Read()
        {
            return new RefusalCount(Volatile.Read(ref _count), new DateTimeOffset(Volatile.Read(ref _last), TimeSpan.Zero));
        }
    }
}
