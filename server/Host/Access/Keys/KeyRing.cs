using System.Collections.Frozen;
using System.Security.Cryptography;
using Validation.Server.Store;

namespace Validation.Server.Access.Keys;

/// <summary>The result of looking a key up.</summary>
internal enum KeyState
{
    /// <summary>The key is known, in time, and not revoked.</summary>
    Good,

    /// <summary>The id is not known, or the secret is wrong.</summary>
    Wrong,

    /// <summary>The secret is right, and the key has expired.</summary>
    Expired,

    /// <summary>The secret is right, and the key was revoked.</summary>
    Revoked,
}

/// <summary>All keys that were made, in memory: checking a key costs a look into a table and one digest. Thread-safe.</summary>
internal sealed class KeyRing(TimeProvider time)
{
    private static readonly Ring Empty = new(FrozenDictionary<string, RingKey>.Empty, HasPublisher: false);

    private volatile Ring? _ring;

    /// <summary>False until the keys were read from the store, or from the file beside it.</summary>
    public bool IsKnown => _ring is not null;

    /// <summary>True: at least one key was ever made.</summary>
    public bool HasKeys => Current.Keys.Count > 0;

    /// <summary>Whether anybody was ever given the right to publish. Also a key that is no longer good counts: taking back the last one
    /// must not open the server to whoever works on its machine.</summary>
    public bool HasPublisher => Current.HasPublisher;

    private Ring Current => _ring ?? Empty;

    /// <summary>Looks a key up. Only who has the right secret learns that the key has expired or was revoked.</summary>
    /// <param name="shown">The key.</param>
    /// <param name="caller">Who shows it. Null: it is not good.</param>
    public KeyState Find(KeyText shown, out Caller? caller)
    {
        caller = null;
        if (!Current.Keys.TryGetValue(shown.Id, out var key) || !key.Is(shown))
        {
            return KeyState.Wrong;
        }

        if (key.Stored.Revocation is not null)
        {
            return KeyState.Revoked;
        }

        if (key.HasExpired(time.GetUtcNow()))
        {
            return KeyState.Expired;
        }

        caller = key.Caller;
        return KeyState.Good;
    }

    /// <summary>The holder of a key that was shown before. That key must still be good, and be the same.</summary>
    /// <param name="id">The id of the key.</param>
    /// <param name="digest">Its digest under its salt, as it was then.</param>
    /// <returns>Null: the key is no longer good.</returns>
    public Caller? FindAgain(string id, byte[] digest)
    {
        return Current.Keys.TryGetValue(id, out var key) && CryptographicOperations.FixedTimeEquals(digest, key.Stored.Hash)
            && key.Stored.Revocation is null && !key.HasExpired(time.GetUtcNow())
            ? key.Caller
            : null;
    }

    /// <summary>The digest of a key under its salt. Null: there is no such key.</summary>
    public byte[]? DigestOf(string id)
    {
        return Current.Keys.TryGetValue(id, out var key) ? key.Stored.Hash : null;
    }

    /// <summary>Takes over the keys of the store, and ends what was begun with keys that are no longer good. Must not be called twice at
    /// a time.</summary>
    public void Put(IEnumerable<StoredKey> stored)
    {
        var before = Current.Keys;
        var keys = stored.Select(one => Follow(before.GetValueOrDefault(one.Id), one))
            .ToFrozenDictionary(key => key.Stored.Id, StringComparer.Ordinal);
        _ring = new Ring(keys, keys.Values.Any(key => key.Roles.HasFlag(Roles.Publisher)));
        foreach (var gone in before.Values.Where(key => !keys.ContainsKey(key.Stored.Id)))
        {
            gone.End();
        }

        EndExpired();
    }

    /// <summary>Ends what was begun with keys that have expired since the last call.</summary>
    public void EndExpired()
    {
        var now = time.GetUtcNow();
        foreach (var key in Current.Keys.Values.Where(key => key.HasExpired(now)))
        {
            key.End();
        }
    }

    private static RingKey Follow(RingKey? before, StoredKey stored)
    {
        if (before?.Stored is { } known && known.Revocation == stored.Revocation && known.Hash.SequenceEqual(stored.Hash))
        {
            return before!;
        }

        before?.End();
        return new RingKey(stored);
    }

    private sealed record Ring(FrozenDictionary<string, RingKey> Keys, bool HasPublisher);
}
