using Grpc.Core;

namespace Validation.Client.Connection;

/// <summary>The key for a server, sent only where nobody else can read it: over TLS, or to this machine.</summary>
internal sealed class KeyHeader
{
    private readonly ServerKey? _key;

    public KeyHeader(ServerKey? key, ServerAddress address)
    {
        var safe = address.IsLocal || string.Equals(address.Uri.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal);
        _key = safe ? key : null;
        Refusal = key is null || safe ? null : ConnectionTexts.KeyOverPlaintext(address);
    }

    private KeyHeader(string refusal)
    {
        Refusal = refusal;
    }

    /// <summary>Why the key is not sent, in Chinese; null: it is, or there is none.</summary>
    public string? Refusal { get; }

    /// <summary>Takes a key as it was written. Null or empty: there is none.</summary>
    public static KeyHeader Of(string? written, ServerAddress address)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return new KeyHeader((ServerKey?)null, address);
        }

        return ServerKey.TryRead(written, out var key, out var problem) ? new KeyHeader(key, address) : new KeyHeader(problem);
    }

    /// <summary>The headers of a call; without the key where it must not be sent.</summary>
    public Metadata Metadata() => _key is null ? [] : new Metadata { { "authorization", $"Bearer {_key.Reveal()}" } };
}
