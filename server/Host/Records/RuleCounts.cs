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
    private readonly SemaphoreSlim _flushing = new(1);
    private Dictionary<RuleCountKey, RuleCount> _waiting = [];
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

        lock (_gate)
        {
            if (Today is var today && today != _date)
            {
                (_date, _day) = (today, Name(today));
            }

            var key = new RuleCountKey(_day, provenance.RuleSetVersion, "", reply.Verdict);
            Add(key, new RuleCount(1, reply.Findings.Count));
            // The findings of a rule are not adjacent, but a rule has few.
            for (var i = 0; i < reply.Findings.Count; i++)
            {
                var id = reply.Findings[i].RuleId;
                Add(key with { RuleId = id }, new RuleCount(IsFirst(reply, i, id) ? 1 : 0, 1));
            }
        }
    }

    /// <summary>Writes the counts to the store. While the store is out of reach they go on waiting.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        // Whoever reads after this call also finds counts that another call is writing.
        await _flushing.WaitAsync(cancellationToken);
        try
        {
            await MoveAsync(cancellationToken);
        }
        finally
        {
            _flushing.Release();
        }
    }

    public void Dispose()
    {
        _flushing.Dispose();
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

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

    private async Task MoveAsync(CancellationToken cancellationToken)
    {
        Dictionary<RuleCountKey, RuleCount> batch;
        lock (_gate)
        {
            (batch, _waiting) = (_waiting, []);
        }

        try
        {
            if (batch.Count > 0)
            {
                await store.AddAsync(batch, cancellationToken);
            }
        }
        catch
        {
            lock (_gate)
            {
                foreach (var (key, count) in batch)
                {
                    Add(key, count);
                }
            }

            throw;
        }
    }

    private void Add(RuleCountKey key, RuleCount count)
    {
        if (_waiting.TryGetValue(key, out var before))
        {
            _waiting[key] = before + count;
        }
        else if (_waiting.Count < MostWaiting)
        {
            _waiting.Add(key, count);
        }
    }
}
