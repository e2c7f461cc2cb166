using Validation.Server.Access.Audit;
using Validation.Server.Checks;
using Validation.Server.Store;

namespace Validation.Server.Access.Keys;

/// <summary>Keeps the keys in memory equal to those in the store. It asks the store several times a second whether anything has changed,
/// instead of trusting a notification that may be lost: a key that is taken back must be refused everywhere within a second. While the
/// store is out of reach, the keys that are known go on. A key that this server knows as taken back stays so: a store that was restored
/// from an older backup is told. Thread-safe.</summary>
internal sealed class KeySync(
    KeyStore store, KeyRing ring, KnownKeys file, AuditTrail trail, TimeProvider time, ILogger<KeySync> log)
    : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1);
    private Dictionary<string, StoredKey>? _revoked;
    private KeysVersion? _version;
    private bool _failing;

    /// <summary>Reads the keys before the ports open: those of the store, else those known last.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(StartPatience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        if (!await TryRefreshAsync(stop.Token) && file.Read() is { } known)
        {
            ring.Put(known);
            ServerLog.KeysFromFile(log, known.Count);
        }
    }

    /// <summary>Takes over what the store holds, if it can be reached.</summary>
    public async Task<bool> TryRefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RefreshAsync(cancellationToken);
            _failing = false;
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception fault)
        {
            // Also a fault of ours must not end the looking.
            if (!_failing)
            {
                var why = fault is StoreException ? fault.InnerException?.Message ?? fault.Message : Fault.Describe(fault);
                ServerLog.StoreFailed(log, why);
            }

            _failing = true;
            return false;
        }
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        return Task.CompletedTask;
    }

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        return Task.CompletedTask;
    }

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryRefreshAsync(stoppingToken);
            ring.EndExpired();
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var version = await store.VersionAsync(cancellationToken);
            if (version != _version)
            {
                var keys = await store.AllAsync(cancellationToken);
                if (await RevokeAgainAsync(keys, cancellationToken))
                {
                    version = await store.VersionAsync(cancellationToken);
                    keys = await store.AllAsync(cancellationToken);
                }

                ring.Put(keys);
                _version = version;
                Keep([.. keys, .. _revoked!.Values.ExceptBy(keys.Select(key => key.Id), key => key.Id)]);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <returns>Whether a key was taken back again.</returns>
    private async Task<bool> RevokeAgainAsync(IReadOnlyList<StoredKey> keys, CancellationToken cancellationToken)
    {
        _revoked ??= Revoked(file.Read() ?? []);
        var forgotten = keys.Where(key => key.Revocation is null && _revoked.ContainsKey(key.Id)).ToList();
        foreach (var key in forgotten)
        {
            var note = trail.Entry(new CallOrigin(Texts.ThisServer, ""), "key_revoke", AuditTrail.Done, $"{key.Id} {key.Name} {key.Roles}");
            await store.RevokeAsync(key.Id, _revoked[key.Id].Revocation!, note, cancellationToken);
            ServerLog.KeyRevokedAgain(log, key.Id);
        }

        _revoked = Revoked(keys).Concat(_revoked).DistinctBy(pair => pair.Key).ToDictionary();
        return forgotten.Count > 0;
    }

    private static Dictionary<string, StoredKey> Revoked(IReadOnlyList<StoredKey> keys)
    {
        return keys.Where(key => key.Revocation is not null).ToDictionary(key => key.Id, StringComparer.Ordinal);
    }

    private void Keep(IReadOnlyList<StoredKey> keys)
    {
        try
        {
            file.Write(keys);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            ServerLog.KeysNotKept(log, fault.Message);
        }
    }
}
