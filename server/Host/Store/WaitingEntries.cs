namespace Validation.Server.Store;

/// <summary>Entries that wait to be written to the store, so that no call waits for the store: those with the same key become one. While
/// the store is out of reach they go on waiting, up to a number; what comes beyond that is lost. Thread-safe.</summary>
/// <param name="most">How many different entries may wait.</param>
/// <param name="join">Makes one entry of two with the same key, the earlier one first.</param>
/// <param name="write">Writes entries to the store.</param>
internal sealed class WaitingEntries<TKey, TEntry>(
    int most, Func<TEntry, TEntry, TEntry> join, Func<IReadOnlyDictionary<TKey, TEntry>, CancellationToken, Task> write) : IDisposable
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _flushing = new(1);
    private Dictionary<TKey, TEntry> _waiting = [];

    /// <summary>Adds an entry to those that wait.</summary>
    public void Add(TKey key, TEntry entry)
    {
        lock (_gate)
        {
            if (_waiting.TryGetValue(key, out var before))
            {
                _waiting[key] = join(before, entry);
            }
            else if (_waiting.Count < most)
            {
                _waiting.Add(key, entry);
            }
        }
    }

    /// <summary>Writes the waiting entries to the store. Whoever reads the store after this call also finds those that another call was
    /// writing.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
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

    private async Task MoveAsync(CancellationToken cancellationToken)
    {
        Dictionary<TKey, TEntry> batch;
        lock (_gate)
        {
            (batch, _waiting) = (_waiting, []);
        }

        try
        {
            if (batch.Count > 0)
            {
                await write(batch, cancellationToken);
            }
        }
        catch
        {
            foreach (var (key, entry) in batch)
            {
                Add(key, entry);
            }

            throw;
        }
    }
}
