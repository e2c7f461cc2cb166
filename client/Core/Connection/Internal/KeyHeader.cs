using Grpc.Core;

namespace Validation.Client.Internal;

/// <summary>The key that is shown to a server, and whether it may go there: only where nobody else can read it.</summary>
internal sealed class KeyHeader
{
    private readonly ServerKey? _key;

    public KeyHeader(ServerKey? key, ServerAddress address)
    {
        var safe = address.IsLocal || string.Equals(address.Uri.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal);
        _key = safe ? key : null;
        Refusal = key is null || safe ? null : Texts.KeyOverPlaintext(address);
    }

    private KeyHeader(string refusal)
    {
        Refusal = refusal;
    }

    /// <summary>Why the key is not sent, in Chinese; null: it is, or there is none.</summary>
    public string? Refusal { get; }

    /// <summary>A key as somebody wrote it. Null or empty: none.</summary>
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
