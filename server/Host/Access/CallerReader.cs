using Validation.Server.Access.Audit;
using Validation.Server.Access.Keys;
using Validation.Server.Outcomes;

namespace Validation.Server.Access;

/// <summary>Finds out who makes a request: the holder of the key that is shown; else of the certificate; else somebody on this machine, as
/// long as nobody has the right to publish; else anybody. Thread-safe.</summary>
internal sealed class CallerReader(
    KeyRing ring, ConfiguredKeys configured, CertificateCallers certificates, LocalCall localCall, WrongKeys wrong, AuditTrail trail,
    ServerOptions options)
{
    private const string Scheme = "Bearer ";
    private const string WrongKey = "wrong_key";

    /// <summary>What anybody may do who is not known.</summary>
    private Roles Anonymous => options.AnonymousValidate == false ? Roles.None : Roles.Checking;

    /// <summary>Whether somebody has, or ever had, the right to publish.</summary>
    public bool HasPublisher => configured.Any || ring.HasPublisher;

    /// <summary>Who makes a request.</summary>
    /// <returns>Unauthenticated: a key is shown that is not good. Busy: too many of them from this address. Unavailable: the keys are not
    /// known yet.</returns>
    public async Task<Outcome<Caller>> ReadAsync(HttpContext context)
    {
        var local = localCall.Is(context);
        if (Shown(context) is { } shown && (configured.Any || ring.HasKeys || !local))
        {
            return await OfKeyAsync(shown, context);
        }

        if (context.Connection.ClientCertificate is { } certificate)
        {
            return WithAnonymous(certificates.Of(certificate));
        }

        var principal = PrincipalReader.Of(context.Connection.RemoteIpAddress);
        return local && !HasPublisher
            ? new Caller(principal, Texts.LocalPrincipal, ring.IsKnown ? Roles.All : Roles.All & ~Roles.Publisher)
            : new Caller(principal, "", Anonymous);
    }

    private static string? Shown(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || header == Scheme.TrimEnd()
            ? header[Math.Min(header.Length, Scheme.Length)..].Trim()
            : null;
    }

    private async Task<Outcome<Caller>> OfKeyAsync(string shown, HttpContext context)
    {
        var state = KeyState.Wrong;
        var caller = configured.Find(shown);
        if (caller is null && KeyText.TryRead(shown, out var key))
        {
            if (!ring.IsKnown)
            {
                return new Refusal(RefusalKind.Unavailable, Texts.KeyUncheckable);
            }

            state = ring.Find(key, out caller);
        }

        return caller is null ? await RefuseAsync(state, context) : WithAnonymous(caller);
    }

    /// <summary>What anybody may do, somebody who is known may do too.</summary>
    private Caller WithAnonymous(Caller caller)
    {
        return caller with { Roles = caller.Roles | Anonymous };
    }

    private async Task<Refusal> RefuseAsync(KeyState state, HttpContext context)
    {
        var origin = new CallOrigin("", context.Connection.RemoteIpAddress?.ToString() ?? "");
        trail.Count(origin, WrongKey);
        var address = PrincipalReader.Of(context.Connection.RemoteIpAddress).Name;
        if (!await wrong.WaitAsync(address))
        {
            return new Refusal(RefusalKind.Throttled, Texts.TooManyWrongKeys);
        }

        return new Refusal(RefusalKind.Unauthenticated, Texts.KeyRefused(state));
    }
}
