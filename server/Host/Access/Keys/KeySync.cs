using Validation.Server.Access.Audit;
using Validation.Server.Store;

namespace Validation.Server.Access.Keys;

/// <summary>Keeps the keys in memory equal to those in the store: a key that is taken back must be refused everywhere within a second. A
/// server that starts without the store goes by the keys known last. A key that this server knows as taken back stays so: a store that was
/// restored from an older backup is told. Thread-safe.</summary>
internal sealed class KeySync(
    KeyStore store, KeyRing ring, KnownKeys file, AuditTrail trail, TimeProvider time, ILogger<KeySync> log)
    : StoreFollower(TimeSpan.FromMilliseconds(200), time, log)
{
    private Dictionary<string, StoredKey>? _revoked;
    private KeysVersion? _version;

    protected override void StartWithoutStore()
    {
        if (file.Read() is { } known)
        {
            ring.Put(known);
            AccessLog.KeysFromFile(log, known.Count);
        }
    }

    protected override void AfterLook()
    {
        ring.EndExpired();
    }

    protected override async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var version = await store.VersionAsync(cancellationToken);
        if (version == _version)
        {
            return;
        }

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

    /// <returns>Whether a key was taken back again.</returns>
    private async Task<bool> RevokeAgainAsync(IReadOnlyList<StoredKey> keys, CancellationToken cancellationToken)
    {
        _revoked ??= Revoked(file.Read() ?? []);
        var forgotten = keys.Where(key => key.Revocation is null && _revoked.ContainsKey(key.Id)).ToList();
        foreach (var key in forgotten)
        {
            var origin = new CallOrigin(AccessTexts.ThisServer, "");
            var note = trail.Entry(origin, "key_revoke", AuditTrail.Done, $"{key.Id} {key.Name} {key.Roles}");
            await store.RevokeAsync(key.Id, _revoked[key.Id].Revocation!, note, cancellationToken);
            AccessLog.KeyRevokedAgain(log, key.Id);
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
            AccessLog.KeysNotKept(log, fault.Message);
        }
    }
}
