using System.Net;
using System.Security.Cryptography;
using System.Text;
using Validation.Server.Outcomes;

namespace Validation.Server.Rules;

/// <summary>Who may change the rules: whoever has one of the configured keys; without keys, whoever works on this machine.</summary>
internal sealed class AdministrationRight(ServerOptions options, ILogger<AdministrationRight> log)
{
    private const string Scheme = "Bearer ";

    private static readonly string[] ProxyHeaders = ["forwarded", "x-forwarded-for", "x-original-for", "x-real-ip", "via"];

    private readonly IReadOnlyList<(string Name, byte[] Hash)> _keys =
        [.. options.Administrators.Select(one => (one.Name, Convert.FromHexString(one.KeySha256)))];

    /// <summary>The one whose call it is.</summary>
    /// <returns>The name. Unauthenticated or Forbidden: it may not change the rules.</returns>
    public Outcome<string> Principal(HttpContext context)
    {
        return _keys.Count == 0 ? OfThisMachine(context) : OfKey(context);
    }

    private Outcome<string> OfThisMachine(HttpContext context)
    {
        // Behind a proxy on this machine everybody seems to work here.
        var local = context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
        return local && !context.Request.Headers.Any(header => ProxyHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            ? Texts.LocalPrincipal
            : Denied(RefusalKind.Forbidden, Texts.OnlyFromThisMachine);
    }

    private Outcome<string> OfKey(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return Denied(RefusalKind.Unauthenticated, Texts.KeyMissing);
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(header[Scheme.Length..].Trim()));
        // Every key is compared, and each to its end: how long it takes tells nothing.
        var name = "";
        foreach (var key in _keys)
        {
            name = CryptographicOperations.FixedTimeEquals(hash, key.Hash) ? key.Name : name;
        }

        return name.Length > 0 ? name : Denied(RefusalKind.Unauthenticated, Texts.KeyWrong);
    }

    private Refusal Denied(RefusalKind kind, string reason)
    {
        ServerLog.AdministrationDenied(log, kind);
        return new Refusal(kind, reason);
    }
}
