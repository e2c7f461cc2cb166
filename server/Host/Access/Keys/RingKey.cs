using System.Security.Cryptography;
using Validation.Server.Store;

namespace Validation.Server.Access.Keys;

/// <summary>A key that this server knows. Thread-safe.</summary>
internal sealed class RingKey(StoredKey stored) : IDisposable
{
    private readonly CancellationTokenSource _ended = new();

    /// <summary>What is kept of it.</summary>
    public StoredKey Stored { get; } = stored;

    /// <summary>Whoever shows it.</summary>
    public Caller Caller => new(new Principal(PrincipalKind.Key, Stored.Id), Texts.KeyTitle(Stored.Name, Stored.Id), Roles)
    {
        Ended = _ended.Token,
    };

    /// <summary>What its holder may do.</summary>
    public Roles Roles { get; } = RoleWords.OfWords(stored.Roles);

    /// <summary>Whether it is the key that is shown. How long that takes tells nothing of the secret.</summary>
    public bool Is(KeyText shown)
    {
        return CryptographicOperations.FixedTimeEquals(shown.Digest(Stored.Salt), Stored.Hash);
    }

    /// <summary>Whether it has run out.</summary>
    public bool HasExpired(DateTimeOffset now)
    {
        return Stored.ExpiresMilliseconds is { } end && now.ToUnixTimeMilliseconds() >= end;
    }

    /// <summary>Ends what was begun with it.</summary>
    public void End()
    {
        _ended.Cancel();
    }

    public void Dispose()
    {
        _ended.Dispose();
    }
}
