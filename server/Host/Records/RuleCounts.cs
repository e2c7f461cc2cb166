using System.Globalization;
using Validation.Server.Store;
using Validation.V1;

namespace Validation.Server.Records;

/// <summary>Counts in memory how often rules find something. <see cref="RuleCountWriter"/> writes the counts to the store.
/// Thread-safe.</summary>
internal sealed class RuleCounts(RuleCountStore store, TimeProvider time) : IDisposable
{
    // The most different counts that wait while the store is out of reach.
    private const int MostWaiting = 100_000;

    private readonly Lock _gate = new();
    private readonly WaitingEntries<RuleCountKey, RuleCount> _waiting = new(
        MostWaiting, static (before, count) => before + count, store.AddAsync);

    private DateOnly _date;
    private string _day = "";

    /// <summary>The name of a day in the counts: 0 is today, 1 yesterday.</summary>
    public string Day(int before = 0)
    {
        return Name(Today.AddDays(-before));
    }

    /// <summary>Counts a check that came to its end, if the draft was a report.</summary>
    public void Count(ValidateReply reply)
    {
        if (reply.Report is null || reply.Provenance is not { } provenance)
        {
            return;
        }

        var key = new RuleCountKey(TodaysName(), provenance.RuleSetVersion, "", reply.Verdict);
        _waiting.Add(key, new RuleCount(1, reply.Findings.Count));
        // The findings of a rule are not adjacent, but a rule has few.
        for (var i = 0; i < reply.Findings.Count; i++)
        {
            var id = reply.Findings[i].RuleId;
            _waiting.Add(key with { RuleId = id }, new RuleCount(IsFirst(reply, i, id) ? 1 : 0, 1));
        }
    }

    /// <summary>Writes the counts to the store. While the store is out of reach they go on waiting.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public Task FlushAsync(CancellationToken cancellationToken)
    {
        return _waiting.FlushAsync(cancellationToken);
    }

    public void Dispose()
    {
        _waiting.Dispose();
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    // Made once a day, for it is needed with every check.
    private string TodaysName()
    {
        lock (_gate)
        {
            if (Today is var today && today != _date)
            {
                (_date, _day) = (today, Name(today));
            }

            return _day;
        }
    }

    private static string Name(DateOnly day)
    {
        return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static bool IsFirst(ValidateReply reply, int index, string id)
    {
        for (var i = 0; i < index; i++)
        {
            if (reply.Findings[i].RuleId == id)
            {
                return false;
            }
        }

        return true;
    }
}
