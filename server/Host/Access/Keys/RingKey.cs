using System.Security.Cryptography;
using Validation.Server.Store;

namespace Validation.Server.Access.Keys;

/// <summary>A key that this server knows. Thread-safe.</summary>
internal sealed class RingKey(StoredKey stored) : IDisposable
{
    private CancellationTokenSource _ended = new();
    private volatile bool _isUsed;

    /// <summary>What is kept of it.</summary>
    public StoredKey Stored { get; } = stored;

    /// <summary>Whoever shows it.</summary>
    public Caller Caller
    {
        get
        {
            _isUsed = true;
            return new(new Principal(PrincipalKind.Key, Stored.Id), Texts.KeyTitle(Stored.Name, Stored.Id), Roles)
            {
                Ended = Volatile.Read(ref _ended).Token,
            };
        }
    }

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

    /// <summary>Ends what was begun with it. A key that has run out is good again when the calendar is set back.</summary>
    public void End()
    {
        if (_isUsed)
        {
            _isUsed = false;
            Interlocked.Exchange(ref _ended, new CancellationTokenSource()).Cancel();
        }
    }

    public void Dispose()
    {
        _ended.Dispose();
    }
}
