namespace Validation.Server.Access;

/// <summary>Makes whoever shows wrong keys wait, longer each time, and turns them away when too many wait. Right keys never come here, so
/// nobody else is slowed, not even at the same address. Thread-safe; remembers a bounded number of addresses.</summary>
internal sealed class WrongKeys(TimeProvider time)
{
    private const int MostAddresses = 10_000;
    private const int MostWaiting = 200;
    private const int MostWaitingOfOne = 4;
    private const int Doublings = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Record> _records = new(StringComparer.Ordinal);
    private int _waiting;

    /// <summary>Waits as long as an address has to after one more wrong key: 0, then 50 ms to 1.6 s.</summary>
    /// <returns>False: too many wait already; there was no waiting.</returns>
    public async Task<bool> WaitAsync(string address)
    {
        var pause = Begin(address);
        if (pause is null)
        {
            return false;
        }

        try
        {
            // Whoever hangs up meanwhile counts as having waited.
            await Task.Delay(pause.Value, time);
            return true;
        }
        finally
        {
            End(address);
        }
    }

    /// <returns>How long to wait. Null: not at all, too many wait.</returns>
    private TimeSpan? Begin(string address)
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            if (!_records.TryGetValue(address, out var record))
            {
                Forget(now);
                record = new Record { Last = now };
                if (_records.Count < MostAddresses)
                {
                    _records.Add(address, record);
                }
                else
                {
                    // Where very many addresses show wrong keys, a new one does not begin without a wait.
                    record.Wrong = Doublings;
                }
            }

            record.Wrong = time.GetElapsedTime(record.Last, now) > Memory ? 0 : record.Wrong;
            record.Last = now;
            if (_waiting >= MostWaiting || record.Waiting >= MostWaitingOfOne)
            {
                return null;
            }

            _waiting++;
            record.Waiting++;
            var doublings = Math.Min(record.Wrong++, Doublings + 1);
            return doublings == 0 ? TimeSpan.Zero : FirstPause * (1 << (doublings - 1));
        }
    }

    private void End(string address)
    {
        lock (_gate)
        {
            _waiting--;
            if (_records.TryGetValue(address, out var record))
            {
                record.Waiting--;
            }
        }
    }

    /// <summary>Forgets addresses that have been quiet for long, to make room.</summary>
    private void Forget(long now)
    {
        if (_records.Count < MostAddresses)
        {
            return;
        }

        foreach (var (address, record) in _records)
        {
            if (record.Waiting == 0 && time.GetElapsedTime(record.Last, now) > Memory)
            {
                _records.Remove(address);
            }
        }
    }

    private sealed class Record
    {
        public int Wrong { get; set; }

        public int Waiting { get; set; }

        public long Last { get; set; }
    }
}
