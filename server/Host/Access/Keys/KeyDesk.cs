using Google.Protobuf.WellKnownTypes;
using Validation.Server.Access.Audit;
using Validation.Server.Outcomes;
using Validation.Server.Store;
using Validation.Server.Wording;
using Validation.V1;

namespace Validation.Server.Access.Keys;

/// <summary>Makes, lists and revokes keys. A key is good, or revoked, only after the store has it so. Thread-safe.</summary>
internal sealed class KeyDesk(KeyStore store, KeySync sync, ConfiguredKeys configured, AuditTrail trail, TimeProvider time)
{
    private const int MaxName = 100;
    private const int MaxReason = 1_000;
    private const int MaxKeys = 10_000;

    /// <summary>Makes a key; the reply alone holds it, the store its digest.</summary>
    /// <returns>The key, with its secret. Invalid: the request makes no sense. Conflict: there are too many keys.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<Outcome<CreateKeyReply>> CreateAsync(CreateKeyRequest request, CallOrigin origin, CancellationToken cancellationToken)
    {
        var name = request.Name.Trim();
        if (name.Length is 0 or > MaxName || OneLine.Of(name) != name)
        {
            return new Refusal(RefusalKind.Invalid, AccessTexts.KeyNameInvalid(MaxName));
        }

        if (!RoleWords.TryNumbers(request.Roles, out var roles))
        {
            return new Refusal(RefusalKind.Invalid, AccessTexts.KeyRolesInvalid);
        }

        var now = time.GetUtcNow();
        if (!TryExpiry(request.ExpiresAt, now, out var expires))
        {
            return new Refusal(RefusalKind.Invalid, AccessTexts.KeyExpiryInvalid);
        }

        if ((await store.AllAsync(cancellationToken)).Count >= MaxKeys)
        {
            return new Refusal(RefusalKind.Conflict, AccessTexts.TooManyKeys(MaxKeys));
        }

        var text = KeyText.New();
        var salt = KeyText.NewSalt();
        var key = new StoredKey(
            text.Id, name, roles.Value.Words(), origin.Title, now.ToUnixTimeMilliseconds(), expires, salt, text.Digest(salt));
        await store.AddAsync(key, Entry(origin, "key_create", key), cancellationToken);
        await sync.TryRefreshAsync(cancellationToken);
        return new CreateKeyReply { Key = Message(key), Secret = text.Reveal() };
    }

    /// <summary>Lists all keys, expired and revoked ones included, without their secrets.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<ListKeysReply> ListAsync(CancellationToken cancellationToken)
    {
        var keys = await store.AllAsync(cancellationToken);
        var fixedKeys = configured.Names.Select(name => new Key { Name = name, Roles = { Roles.Administration.Numbers() } });
        return new ListKeysReply { Keys = { keys.Select(Message).Concat(fixedKeys) } };
    }

    /// <summary>Revokes a key, on every server within a second.</summary>
    /// <returns>The key. Invalid: no reason was given. NotFound: there is no such key.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<Outcome<RevokeKeyReply>> RevokeAsync(RevokeKeyRequest request, CallOrigin origin, CancellationToken cancellationToken)
    {
        var reason = OneLine.Of(request.Reason).Trim();
        if (reason.Length is 0 or > MaxReason)
        {
            return new Refusal(RefusalKind.Invalid, CommonTexts.ReasonInvalid(MaxReason));
        }

        if (await FindAsync(request.Id, cancellationToken) is not { } key)
        {
            return new Refusal(RefusalKind.NotFound, AccessTexts.NoSuchKey(OneLine.Of(request.Id)));
        }

        var revocation = new KeyRevocation(origin.Title, reason, time.GetUtcNow().ToUnixTimeMilliseconds());
        var now = await store.RevokeAsync(key.Id, revocation, Entry(origin, "key_revoke", key), cancellationToken);
        await sync.TryRefreshAsync(cancellationToken);
        return new RevokeKeyReply { Key = Message(now ? key with { Revocation = revocation } : key) };
    }

    private static bool TryExpiry(Timestamp? expires, DateTimeOffset now, out long? milliseconds)
    {
        milliseconds = null;
        try
        {
            milliseconds = expires?.ToDateTimeOffset().ToUnixTimeMilliseconds();
            return milliseconds is null || milliseconds > now.ToUnixTimeMilliseconds();
        }
        catch (InvalidOperationException)
        {
            // A day beyond the calendar of .NET.
            return false;
        }
    }

    private static Key Message(StoredKey key)
    {
        return new Key
        {
            Id = key.Id,
            Name = key.Name,
            Roles = { RoleWords.OfWords(key.Roles).Numbers() },
            CreatedAt = Time(key.CreatedMilliseconds),
            CreatedBy = key.CreatedBy,
            ExpiresAt = Time(key.ExpiresMilliseconds),
            RevokedAt = Time(key.Revocation?.AtMilliseconds),
            RevokedBy = key.Revocation?.By ?? "",
            RevokedReason = key.Revocation?.Reason ?? "",
        };
    }

    private static Timestamp? Time(long? milliseconds)
    {
        return milliseconds is { } known ? Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(known)) : null;
    }

    private async Task<StoredKey?> FindAsync(string id, CancellationToken cancellationToken)
    {
        return (await store.AllAsync(cancellationToken)).FirstOrDefault(key => key.Id == id);
    }

    private StoredAudit Entry(CallOrigin origin, string action, StoredKey key)
    {
        return trail.Entry(origin, action, AuditTrail.Done, $"{key.Id} {key.Name} {key.Roles}");
    }
}
