using Validation.Server.Store;
using Validation.V1;

namespace Validation.Server.Tests.Support;

/// <summary>A store whose N-th call fails, counted from when that was asked for: once, or until it is mended.</summary>
internal sealed class FailingStore(IRuleStore store) : IRuleStore
{
    private int _left = int.MaxValue;
    private bool _forEver;

    public TimeSpan PollInterval => store.PollInterval;

    public void FailAt(int call, bool forEver)
    {
        _forEver = forEver;
        Volatile.Write(ref _left, call);
    }

    public void Mend()
    {
        Volatile.Write(ref _left, int.MaxValue);
    }

    public Task<long?> NewestRevisionAsync(CancellationToken cancellationToken)
    {
        return CallAsync(() => store.NewestRevisionAsync(cancellationToken));
    }

    public Task<StoredRuleSet?> NewestAsync(CancellationToken cancellationToken)
    {
        return CallAsync(() => store.NewestAsync(cancellationToken));
    }

    public Task<StoredRuleSet?> FindAsync(string version, CancellationToken cancellationToken)
    {
        return CallAsync(() => store.FindAsync(version, cancellationToken));
    }

    public Task<IReadOnlyList<NationalVersion>> NationalVersionsAsync(CancellationToken cancellationToken)
    {
        return CallAsync(() => store.NationalVersionsAsync(cancellationToken));
    }

    public Task<bool> AddAsync(StoredRuleSet next, CancellationToken cancellationToken)
    {
        return CallAsync(() => store.AddAsync(next, cancellationToken));
    }

    public Task AddEntryAsync(Publication entry, CancellationToken cancellationToken)
    {
        return CallAsync(async () =>
        {
            await store.AddEntryAsync(entry, cancellationToken);
            return true;
        });
    }

    public Task AddProposalAsync(Publication proposal, IReadOnlyList<RuleFile> overlay, CancellationToken cancellationToken)
    {
        return CallAsync(async () =>
        {
            await store.AddProposalAsync(proposal, overlay, cancellationToken);
            return true;
        });
    }

    public Task<IReadOnlyList<RuleFile>?> FindOverlayAsync(
        string sha256, IReadOnlyList<RuleFile> national, CancellationToken cancellationToken)
    {
        return CallAsync(() => store.FindOverlayAsync(sha256, national, cancellationToken));
    }

    public Task<HistoryPage?> HistoryAsync(int limit, HistoryStart start, CancellationToken cancellationToken)
    {
        return CallAsync(() => store.HistoryAsync(limit, start, cancellationToken));
    }

    public Task ListenAsync(Action changed, CancellationToken cancellationToken)
    {
        return store.ListenAsync(changed, cancellationToken);
    }

    private Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        var left = Interlocked.Decrement(ref _left);
        return left == 0 || (_forEver && left < 0) ? throw new StoreException("disk full") : call();
    }
}
