using System.Net;
using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Microsoft.Net.Http.Headers;

namespace Validation.Server.Rules;

/// <summary>Who may change the rules: whoever has one of the configured keys; without keys, whoever works on this machine.</summary>
internal sealed class AdministrationRight(ServerOptions options, ILogger<AdministrationRight> log)
{
    private const string Scheme = "Bearer ";

    private static readonly string[] ProxyHeaders = ["forwarded", "x-forwarded-for", "x-real-ip", "via"];

    private readonly IReadOnlyList<(string Name, byte[] Hash)> _keys =
        [.. options.Administrators.Select(one => (one.Name, Convert.FromHexString(one.KeySha256)))];

    /// <summary>The one whose call it is.</summary>
    /// <exception cref="RpcException">UNAUTHENTICATED or PERMISSION_DENIED.</exception>
    public string Principal(ServerCallContext context)
    {
        return _keys.Count == 0 ? OfThisMachine(context) : OfKey(context);
    }

    private string OfThisMachine(ServerCallContext context)
    {
        // Behind a proxy on this machine everybody seems to work here.
        var local = context.GetHttpContext().Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
        return local && !context.RequestHeaders.Any(header => ProxyHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            ? Texts.LocalPrincipal
            : throw Denied(StatusCode.PermissionDenied, Texts.OnlyFromThisMachine);
    }

    private string OfKey(ServerCallContext context)
    {
        var header = context.RequestHeaders.GetValue(HeaderNames.Authorization.ToLowerInvariant());
        if (header?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) != true)
        {
            throw Denied(StatusCode.Unauthenticated, Texts.KeyMissing);
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(header[Scheme.Length..].Trim()));
        // Every key is compared, and each to its end: how long it takes tells nothing.
        var name = "";
        foreach (var key in _keys)
        {
            name = CryptographicOperations.FixedTimeEquals(hash, key.Hash) ? key.Name : name;
        }

        return name.Length > 0 ? name : throw Denied(StatusCode.Unauthenticated, Texts.KeyWrong);
    }

    private RpcException Denied(StatusCode code, string reason)
    {
        ServerLog.AdministrationDenied(log, code);
        return new RpcException(new Status(code, reason));
    }
}
