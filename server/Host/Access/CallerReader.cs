using Validation.Server.Access.Audit;
using Validation.Server.Access.Keys;
using Validation.Server.Access.Sessions;
using Validation.Server.Options;
using Validation.Server.Outcomes;

namespace Validation.Server.Access;

/// <summary>Finds the caller of a request: the holder of the key that is shown, else of the certificate, else somebody on this machine as
/// long as nobody may publish, else an unknown caller. Thread-safe.</summary>
internal sealed class CallerReader(
    KeyRing ring, ConfiguredKeys configured, CertificateCallers certificates, LocalCall localCall, WrongKeys wrong, AuditTrail trail,
    ServerOptions options, SessionDoor? sessions = null)
{
    private const string Scheme = "Bearer ";
    private const string WrongKey = "wrong_key";

    /// <summary>The roles of callers who are not known.</summary>
    private Roles Anonymous => options.AnonymousValidate == false ? Roles.None : Roles.Checking;

    /// <summary>True once anybody was given the right to publish, also when that right was taken back.</summary>
    public bool HasPublisher => configured.Any || ring.HasPublisher;

    /// <summary>Finds the caller of a request.</summary>
    /// <returns>Unauthenticated: a key is shown that is not good. Busy: too many of them from this address. Unavailable: the keys are not
    /// known yet.</returns>
    public async Task<Outcome<Caller>> ReadAsync(HttpContext context)
    {
        var local = localCall.Is(context);
        if (Shown(context) is { } shown && (configured.Any || ring.HasKeys || !local))
        {
            return await OfKeyAsync(shown, context);
        }

        // A sign-in counts on the pages alone: what programs call needs the key itself, which no browser sends unasked.
        if (sessions is not null && PageMark.IsOn(context) && await sessions.ReadAsync(context) is { } signedIn)
        {
            return WithAnonymous(signedIn);
        }

        if (context.Connection.ClientCertificate is { } certificate)
        {
            return WithAnonymous(certificates.Of(certificate));
        }

        var principal = PrincipalReader.Of(context.Connection.RemoteIpAddress);
        return local && !HasPublisher
            ? new Caller(principal, AccessTexts.LocalPrincipal, ring.IsKnown ? Roles.All : Roles.All & ~Roles.Publisher)
            : new Caller(principal, "", Anonymous);
    }

    private static string? Shown(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || header == Scheme.TrimEnd()
            ? header[Math.Min(header.Length, Scheme.Length)..].Trim()
            : null;
    }

    /// <summary>Finds the holder of a key that somebody shows.</summary>
    /// <param name="shown">The key.</param>
    /// <param name="context">The request.</param>
    /// <param name="words">Says why a key is not good. Null: as programs are told.</param>
    /// <returns>The same refusals as <see cref="ReadAsync"/> has.</returns>
    public async Task<Outcome<Caller>> OfKeyAsync(string shown, HttpContext context, Func<KeyState, string>? words = null)
    {
        var state = KeyState.Wrong;
        var caller = configured.Find(shown);
        if (caller is null && KeyText.TryRead(shown, out var key))
        {
            if (!ring.IsKnown)
            {
                return new Refusal(RefusalKind.Unavailable, AccessTexts.KeyUncheckable);
            }

            state = ring.Find(key, out caller);
        }

        return caller is null ? await RefuseAsync((words ?? AccessTexts.KeyRefused)(state), context) : WithAnonymous(caller);
    }

    /// <summary>Adds the roles of unknown callers to those of a known one.</summary>
    private Caller WithAnonymous(Caller caller)
    {
        return caller with { Roles = caller.Roles | Anonymous };
    }

    private async Task<Refusal> RefuseAsync(string why, HttpContext context)
    {
        var origin = new CallOrigin("", context.Connection.RemoteIpAddress?.ToString() ?? "");
        trail.Count(origin, WrongKey);
        var address = PrincipalReader.Of(context.Connection.RemoteIpAddress).Name;
        if (!await wrong.WaitAsync(address))
        {
            return new Refusal(RefusalKind.Throttled, AccessTexts.TooManyWrongKeys);
        }

        return new Refusal(RefusalKind.Unauthenticated, why);
    }
}
