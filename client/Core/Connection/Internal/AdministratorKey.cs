using Grpc.Core;

namespace Validation.Client.Internal;

/// <summary>The key that gives the right to change the rules, and where it may go.</summary>
internal sealed class AdministratorKey
{
    private readonly string? _key;

    public AdministratorKey(string? key, ServerAddress address)
    {
        _key = string.IsNullOrWhiteSpace(key) ? null : key.Trim();
        Refusal = Check(_key, address) is { } sentence ? new RuleCallFailure(RuleFailureKind.KeyRefused, sentence) : null;
    }

    /// <summary>Why the key must not be sent; null: it may, or there is none.</summary>
    public RuleCallFailure? Refusal { get; }

    /// <summary>The headers of a call; without the key where it must not be sent.</summary>
    public Metadata Headers() => _key is null || Refusal is not null ? [] : new Metadata { { "authorization", $"Bearer {_key}" } };

    private static string? Check(string? key, ServerAddress address)
    {
        if (key is null)
        {
            return null;
        }

        if (!key.All(c => c is > ' ' and <= '~'))
        {
            return Texts.KeyUnreadable;
        }

        var safe = address.IsLocal || string.Equals(address.Uri.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal);
        return safe ? null : Texts.KeyOverPlaintext(address);
    }
}
