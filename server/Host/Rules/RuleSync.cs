using Validation.Engine.Rules;
using Validation.Server.Outcomes;
using Validation.Server.Store;

namespace Validation.Server.Rules;

/// <summary>Keeps the rules in force equal to the newest version in the store, and the file of the last good ones equal to those in force.
/// When that cannot be, the rules in force stay, the problem is shown, and it is tried again. Thread-safe.</summary>
internal sealed class RuleSync(
    IRuleStore store, LastGood lastGood, ShippedRules shipped, RuleBook book, TimeProvider time, ILogger<RuleSync> log) : IDisposable
{
    /// <summary>How long a start waits for the store before it goes on without.</summary>
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(10);

    /// <summary>How long it takes until a version that does not compile is tried again.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly NationalRenewal _renewal = new(store, shipped, time);
    private readonly KeptRules _kept = new(lastGood, book, time);
    private SyncState _state = new SyncState.InStep();
    private Renewal? _renewed;
    private bool _isFileDamaged;

    /// <summary>Puts the first rules in force: those of the store, else the last good ones, else the national set.</summary>
    /// <exception cref="StartRefusedException">There are none at all.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var kept = _kept.Read(out var isDamaged);
        using var patience = new CancellationTokenSource(StartPatience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await MoveAsync(kept?.Revision ?? 0, stop.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _state = book.IsOpen ? new SyncState.InStep() : new SyncState.Away(RuleTexts.StoreTooSlow, _state.Last);
        }

        if (!book.IsOpen && kept is not null && !await TryPutAsync(kept, cancellationToken))
        {
            _state = new SyncState.Away(_state.Problem + RuleTexts.DoesNotCompileHere(kept.Version), _state.Last);
        }

        if (!book.IsOpen)
        {
            PutShipped();
        }

        // As long as the store is out of reach, the file is all there is.
        _isFileDamaged = isDamaged;
        Report(_state);
    }

    /// <summary>Takes over what is newest, and looks whether trials have ended.</summary>
    /// <returns>How the rules in force now stand to the newest.</returns>
    public async Task<SyncState> SyncAsync(CancellationToken cancellationToken)
    {
        var state = await MoveAsync(book.Current.Stored.Revision, cancellationToken);
        Report(state);
        return state;
    }

    /// <summary>Adds a version to the store and puts it in force.</summary>
    /// <returns>False: another version came in between; it is in force now.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<bool> AddAsync(StoredRuleSet next, RuleSet rules, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (!await store.AddAsync(next, cancellationToken))
            {
                return false;
            }

            book.Put(next, rules);
            _kept.Keep();
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _turn.Dispose();
    }

    /// <summary>The day, where the server stands.</summary>
    private DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    private void Report(SyncState state)
    {
        var isInStep = state is SyncState.InStep;
        _isFileDamaged &= !isInStep;
        var damaged = _isFileDamaged ? RuleTexts.LastGoodDamaged : "";
        var works = isInStep ? "" : damaged + RuleTexts.WorksWith(book.Current.Version);
        book.Report(string.Concat(state.Problem, works, _renewed?.Problem, _kept.Problem));
    }

    /// <summary>Looks into the store, from whatever state, and moves to the one that is found.</summary>
    private async Task<SyncState> MoveAsync(long atLeast, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return _state = await NextAsync(atLeast, cancellationToken);
        }
        catch (StoreException trouble)
        {
            StoreLog.StoreFailed(log, trouble.InnerException?.Message ?? trouble.Message);
            return _state = new SyncState.Away(trouble.Message, _state.Last);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<SyncState> NextAsync(long atLeast, CancellationToken cancellationToken)
    {
        try
        {
            var next = await TakeNewestAsync(atLeast, cancellationToken);
            if (next is SyncState.InStep && _renewed is null)
            {
                await RenewAsync(cancellationToken);
            }

            return next;
        }
        finally
        {
            await EndTrialsAsync();
            _kept.Keep();
        }
    }

    /// <summary>Puts the newest version in force, if it is not.</summary>
    /// <returns>In step, or broken.</returns>
    private async Task<SyncState> TakeNewestAsync(long atLeast, CancellationToken cancellationToken)
    {
        var newest = await store.NewestRevisionAsync(cancellationToken);
        if (newest is null && atLeast == 0)
        {
            newest = await AddNationalAsync(cancellationToken);
        }

        // A store that lost versions would take rules back without anybody wanting it.
        if ((newest ?? -1) < atLeast)
        {
            throw new StoreException(RuleTexts.StoreBehind);
        }

        if (book.IsOpen && book.Current.Stored.Revision == newest)
        {
            return new SyncState.InStep();
        }

        if (_state.Last is { } broken && broken.Revision == newest && time.GetElapsedTime(broken.Since) < Pause)
        {
            return broken;
        }

        var stored = await store.NewestAsync(cancellationToken) ?? throw new StoreException(RuleTexts.StoreBehind);
        return await TryPutAsync(stored, cancellationToken)
            ? new SyncState.InStep()
            : new SyncState.Broken(stored.Revision, time.GetTimestamp(), RuleTexts.DoesNotCompileHere(stored.Version));
    }

    /// <summary>The first version of an empty store is the national set alone, if it is any good.</summary>
    private async Task<long?> AddNationalAsync(CancellationToken cancellationToken)
    {
        if (shipped.Set is not null)
        {
            var first = First();
            var rules = await CompileAsync(first, cancellationToken);
            if (rules is not null && await store.AddAsync(first, cancellationToken))
            {
                book.Put(first, rules);
            }
        }

        return await store.NewestRevisionAsync(cancellationToken);
    }

    private StoredRuleSet First()
    {
        var set = shipped.Set!;
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        return new StoredRuleSet(0, set.Version, set.Version, set.Files, [], now);
    }

    private async Task<bool> TryPutAsync(StoredRuleSet stored, CancellationToken cancellationToken)
    {
        if (await CompileAsync(stored, cancellationToken) is not { } rules)
        {
            return false;
        }

        book.Put(stored, rules);
        return true;
    }

    private Task<RuleSet?> CompileAsync(StoredRuleSet stored, CancellationToken cancellationToken)
    {
        // Compiling is pure computation: not on the thread of whoever waits.
        return Task.Run(
            () => StoredCompilation.Compile(stored, Today, time.LocalTimeZone, cancellationToken).RuleSet, cancellationToken);
    }

    private async Task EndTrialsAsync()
    {
        if (book.IsOpen && book.Current.Rules.NextTrialEnd is { } end && end < Today)
        {
            await TryPutAsync(book.Current.Stored, CancellationToken.None);
        }
    }

    /// <summary>Once, after the store was reached: a program that brings a newer national set publishes it.</summary>
    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        var renewal = await _renewal.RunAsync(book.Current.Stored, Today, cancellationToken);
        _renewed = renewal with { Problem = shipped.Problem + renewal.Problem };
        if (renewal.Next is { } next)
        {
            book.Put(next, renewal.Rules!);
        }
    }

    private void PutShipped()
    {
        var set = shipped.Set ?? throw new StartRefusedException(shipped.Problem);
        try
        {
            book.Put(First(), set.Compile());
        }
        catch (InvalidDataException fault)
        {
            throw new StartRefusedException(RuleTexts.NationalSetBroken(fault.Message), fault);
        }
    }
}
