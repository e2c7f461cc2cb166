using System.Collections.Frozen;
using Validation.Server.Store;

namespace Validation.Server.Access.Keys;

/// <summary>What came of looking at a key.</summary>
internal enum KeyState
{
    /// <summary>It is good.</summary>
    Good,

    /// <summary>It is no key of this server, or not quite.</summary>
    Wrong,

    /// <summary>It was good until it ran out.</summary>
    Expired,

    /// <summary>It was good until it was taken back.</summary>
    Revoked,
}

/// <summary>The keys that were given out, in memory: a request costs a look into a table and one digest. Thread-safe.</summary>
internal sealed class KeyRing(TimeProvider time)
{
    private static readonly Ring Empty = new(FrozenDictionary<string, RingKey>.Empty, HasPublisher: false);

    private volatile Ring? _ring;

    /// <summary>Whether it is known which keys there are: false until the store, or the file beside it, was read.</summary>
    public bool IsKnown => _ring is not null;

    /// <summary>Whether any key was ever given out.</summary>
    public bool HasKeys => Current.Keys.Count > 0;

    /// <summary>Whether anybody was ever given the right to publish. Also a key that is no longer good counts: taking back the last one
    /// must not open the server to whoever works on its machine.</summary>
    public bool HasPublisher => Current.HasPublisher;

    private Ring Current => _ring ?? Empty;

    /// <summary>Looks at a key that is shown. Only who has the secret hears that it has expired or was taken back.</summary>
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

    /// <summary>Takes over what the store holds, and ends what was begun with keys that are no longer good. Not to be called twice at a
    /// time.</summary>
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

    /// <summary>Ends what was begun with keys that have run out since.</summary>
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
