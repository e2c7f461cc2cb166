using Validation.Engine.Rules;
using Validation.Server.Startup;
using Validation.Server.Store;

namespace Validation.Server.Rules;

/// <summary>Keeps the rules in force equal to the newest version in the store, and the file of the last good ones equal to those in force.
/// When that cannot be, the rules in force stay, the problem is shown, and it is tried again. Thread-safe.</summary>
internal sealed class RuleSync(
    IRuleStore store, LastGood lastGood, ShippedRules shipped, RuleBook book, TimeProvider time, ILogger<RuleSync> log) : IDisposable
{
    /// <summary>How long a start waits for the store before it goes on without.</summary>
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(10);

    /// <summary>How long it takes until what does not mend itself soon is tried again.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly NationalRenewal _renewal = new(store, shipped, time);
    private long _brokenRevision = -1;
    private long _brokenSince;
    private string _brokenProblem = "";
    private long _keepFailed;
    private string _fileProblem = "";
    private string _keptVersion = "";
    private string _keepProblem = "";
    private string _renewalProblem = "";
    private bool _renewed;

    /// <summary>Puts the first rules in force: those of the store, else the last good ones, else the national set.</summary>
    /// <exception cref="StartRefusedException">There are none at all.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var damaged = ReadLastGood(out var kept);
        using var patience = new CancellationTokenSource(StartPatience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var trouble = "";
        try
        {
            trouble = await TrySyncAsync(kept?.Revision ?? 0, stop.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            trouble = book.IsOpen ? "" : Texts.StoreTooSlow;
        }

        if (!book.IsOpen && kept is not null && !await TryPutAsync(kept, cancellationToken))
        {
            trouble += Texts.DoesNotCompileHere(kept.Version);
        }

        if (!book.IsOpen)
        {
            PutShipped();
        }

        // As long as the store is out of reach, the file is all there is.
        _fileProblem = damaged ? Texts.LastGoodDamaged : "";
        Report(trouble);
    }

    /// <summary>Takes over what is newest, and looks whether trials have ended.</summary>
    /// <returns>Why the rules in force may not be the newest, as shown to people. Empty: they are.</returns>
    public async Task<string> SyncAsync(CancellationToken cancellationToken)
    {
        var trouble = await TrySyncAsync(book.Current.Stored.Revision, cancellationToken);
        Report(trouble);
        return trouble;
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
            Keep();
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

    private void Report(string trouble)
    {
        _fileProblem = trouble.Length == 0 ? "" : _fileProblem;
        var works = trouble.Length > 0 ? _fileProblem + Texts.WorksWith(book.Current.Version) : "";
        book.Report(string.Concat(trouble, works, _renewalProblem, _keepProblem));
    }

    private async Task<string> TrySyncAsync(long atLeast, CancellationToken cancellationToken)
    {
        try
        {
            await _turn.WaitAsync(cancellationToken);
            try
            {
                return await SyncInTurnAsync(atLeast, cancellationToken);
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (StoreException trouble)
        {
            ServerLog.StoreFailed(log, trouble.InnerException?.Message ?? trouble.Message);
            return trouble.Message;
        }
    }

    private async Task<string> SyncInTurnAsync(long atLeast, CancellationToken cancellationToken)
    {
        try
        {
            var trouble = await TakeNewestAsync(atLeast, cancellationToken);
            if (trouble.Length == 0 && !_renewed)
            {
                await RenewAsync(cancellationToken);
            }

            return trouble;
        }
        finally
        {
            await EndTrialsAsync();
            Keep();
        }
    }

    /// <returns>Why the newest version is not in force now. Empty: it is.</returns>
    private async Task<string> TakeNewestAsync(long atLeast, CancellationToken cancellationToken)
    {
        var newest = await store.NewestRevisionAsync(cancellationToken);
        if (newest is null && atLeast == 0)
        {
            newest = await AddNationalAsync(cancellationToken);
        }

        // A store that lost versions would take rules back without anybody wanting it.
        if ((newest ?? -1) < atLeast)
        {
            throw new StoreException(Texts.StoreBehind);
        }

        if (book.IsOpen && book.Current.Stored.Revision == newest)
        {
            return "";
        }

        if (_brokenRevision == newest && time.GetElapsedTime(_brokenSince) < Pause)
        {
            return _brokenProblem;
        }

        var stored = await store.NewestAsync(cancellationToken) ?? throw new StoreException(Texts.StoreBehind);
        if (await TryPutAsync(stored, cancellationToken))
        {
            return "";
        }

        _brokenRevision = stored.Revision;
        _brokenSince = time.GetTimestamp();
        return _brokenProblem = Texts.DoesNotCompileHere(stored.Version);
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
        _renewed = true;
        _renewalProblem = shipped.Problem + renewal.Problem;
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
            throw new StartRefusedException(Texts.NationalSetBroken(fault.Message), fault);
        }
    }

    private bool ReadLastGood(out StoredRuleSet? kept)
    {
        try
        {
            kept = lastGood.Read(out var damaged);
            return damaged;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            kept = null;
            return true;
        }
    }

    private void Keep()
    {
        if (!book.IsOpen || _keptVersion == book.Current.Stored.Version
            || (_keepProblem.Length > 0 && time.GetElapsedTime(_keepFailed) < Pause))
        {
            return;
        }

        try
        {
            lastGood.Write(book.Current.Stored);
            _keptVersion = book.Current.Stored.Version;
            _keepProblem = "";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _keepFailed = time.GetTimestamp();
            _keepProblem = Texts.NotKept(fault.Message);
        }
    }
}
