using System.Security.Cryptography;
using Validation.Server.Store;

namespace Validation.Server.Access.Keys;

/// <summary>A key that this server knows. Thread-safe.</summary>
internal sealed class RingKey(StoredKey stored) : IDisposable
{
    private CancellationTokenSource _ended = new();
    private volatile bool _isUsed;

    /// <summary>The key as the store has it: id, digest, roles.</summary>
    public StoredKey Stored { get; } = stored;

    /// <summary>The caller whom the key stands for; asking marks the key as used.</summary>
    public Caller Caller
    {
        get
        {
            _isUsed = true;
            return new(new Principal(PrincipalKind.Key, Stored.Id), AccessTexts.KeyTitle(Stored.Name, Stored.Id), Roles)
            {
                Ended = Volatile.Read(ref _ended).Token,
            };
        }
    }

    /// <summary>The roles of the holder.</summary>
    public Roles Roles { get; } = RoleWords.OfWords(stored.Roles);

    /// <summary>Compares the secret that is shown, in a time that tells nothing of it.</summary>
    public bool Is(KeyText shown)
    {
        return CryptographicOperations.FixedTimeEquals(shown.Digest(Stored.Salt), Stored.Hash);
    }

    /// <summary>True: the key has expired by that time.</summary>
    public bool HasExpired(DateTimeOffset now)
    {
        return Stored.ExpiresMilliseconds is { } end && now.ToUnixTimeMilliseconds() >= end;
    }

    /// <summary>Ends what was begun with the key. An expired key is good again when the calendar is set back.</summary>
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
