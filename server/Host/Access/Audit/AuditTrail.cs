using Validation.Server.Store;
using Validation.Server.Wording;

namespace Validation.Server.Access.Audit;

/// <summary>Notes what was done and what was refused, in the log at once and in the store soon. What is refused may come as often as a
/// stranger likes: it is counted, one entry for an address, an action and a minute, and only so many at a time. Thread-safe.</summary>
internal sealed class AuditTrail(AuditStore store, TimeProvider time, ILogger<AuditTrail> log) : IDisposable
{
    /// <summary>The outcome of an act that was done.</summary>
    public const string Done = "done";

    /// <summary>The outcome of an act that was refused.</summary>
    public const string Refused = "refused";

    private const int MostWaiting = 2_000;
    private const int MostCountedInAMinute = 200;
    private const int MostDetail = 500;
    private const string Others = "…";

    private readonly Lock _gate = new();
    private readonly HashSet<string> _counted = new(StringComparer.Ordinal);
    private readonly WaitingEntries<string, StoredAudit> _waiting = new(
        MostWaiting,
        static (before, entry) => before with { Count = before.Count + entry.Count },
        (batch, cancellationToken) => store.AddAsync([.. batch.Values.OrderBy(entry => entry.AtMilliseconds)], cancellationToken));

    private long _single;
    private long _minute;

    /// <summary>Makes an entry that is added to the store in the same transaction as the change that it is about.</summary>
    public StoredAudit Entry(CallOrigin origin, string action, string outcome, string detail)
    {
        return Entry(origin.Title, origin.Address, action, outcome, detail, bucket: null);
    }

    /// <summary>Records an act of somebody who has the right to it, done or failed.</summary>
    public void Note(CallOrigin origin, string action, string outcome, string detail)
    {
        var entry = Entry(origin, action, outcome, detail);
        AccessLog.Audited(log, action, outcome, entry.Principal, entry.Address, entry.Detail);
        _waiting.Add($"#{Interlocked.Increment(ref _single)}", entry);
    }

    /// <summary>Counts an act that was refused for want of the right to it.</summary>
    public void Count(CallOrigin origin, string action)
    {
        lock (_gate)
        {
            var minute = time.GetUtcNow().ToUnixTimeSeconds() / 60;
            if (minute != _minute)
            {
                _minute = minute;
                _counted.Clear();
            }

            var bucket = $"{minute}|{action}|{origin.Address}|{origin.Title}";
            if (!_counted.Contains(bucket) && _counted.Count >= MostCountedInAMinute)
            {
                // Requests from many addresses must fill neither the log nor the store.
                (origin, bucket) = (new CallOrigin(Others, Others), $"{minute}|{Others}");
                action = Others;
            }

            if (_counted.Add(bucket))
            {
                AccessLog.Audited(log, action, Refused, origin.Title, origin.Address, "");
            }

            _waiting.Add(bucket, Entry(origin.Title, origin.Address, action, Refused, "", bucket));
        }
    }

    /// <summary>Writes the waiting entries to the store. While the store is out of reach they go on waiting.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public Task FlushAsync(CancellationToken cancellationToken)
    {
        return _waiting.FlushAsync(cancellationToken);
    }

    public void Dispose()
    {
        _waiting.Dispose();
    }

    private StoredAudit Entry(string principal, string address, string action, string outcome, string detail, string? bucket)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return new StoredAudit(now, principal, address, action, outcome, OneLine.Of(detail, MostDetail), 1, bucket);
    }
}
