using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Validation.Server.Access.Keys;

namespace Validation.Server.Access.Sessions;

/// <summary>Signs the holders of keys in on the pages and out again. The cookie names the key, not the person's rights: each request looks
/// whether the key is still good, and what it may do now. Thread-safe.</summary>
internal sealed class SessionDoor(KeyRing ring, ConfiguredKeys configured)
{
    /// <summary>The scheme of cookies that go over TLS.</summary>
    public const string OverTls = "session-tls";

    /// <summary>The scheme of cookies on this machine, or to a proxy, without TLS.</summary>
    public const string InPlain = "session";

    private const string DigestClaim = "digest";

    /// <summary>Signs the holder of a key in.</summary>
    public Task SignInAsync(HttpContext context, Caller caller)
    {
        var digest = DigestOf(caller.Principal)
            ?? throw new ArgumentException("Only the holder of a key signs in.", nameof(caller));
        var identity = new ClaimsIdentity(InPlain);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, $"{caller.Principal.Kind}:{caller.Principal.Name}"));
        identity.AddClaim(new Claim(DigestClaim, Convert.ToBase64String(digest)));
        return context.SignInAsync(SchemeOf(context), new ClaimsPrincipal(identity));
    }

    /// <summary>Signs out whoever is signed in.</summary>
    public static Task SignOutAsync(HttpContext context)
    {
        return context.SignOutAsync(SchemeOf(context));
    }

    /// <summary>Finds who is signed in.</summary>
    /// <returns>Null: nobody is, or the key is no longer good.</returns>
    public async Task<Caller?> ReadAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync(SchemeOf(context));
        if (!result.Succeeded || Find(result.Principal) is not { } caller)
        {
            return null;
        }

        // What a form carries goes with whoever is signed in.
        context.User = result.Principal;
        return caller;
    }

    private static string SchemeOf(HttpContext context)
    {
        return context.Request.IsHttps ? OverTls : InPlain;
    }

    private Caller? Find(ClaimsPrincipal principal)
    {
        var who = principal.FindFirstValue(ClaimTypes.NameIdentifier)?.Split(':', 2) ?? [];
        var digest = Convert.FromBase64String(principal.FindFirstValue(DigestClaim) ?? "");
        return who switch
        {
            [nameof(PrincipalKind.Key), var id] => ring.FindAgain(id, digest),
            [nameof(PrincipalKind.Administrator), var name] => configured.FindAgain(name, digest),
            _ => null,
        };
    }

    private byte[]? DigestOf(Principal principal)
    {
        return principal.Kind switch
        {
            PrincipalKind.Key => ring.DigestOf(principal.Name),
            PrincipalKind.Administrator => configured.DigestOf(principal.Name),
            _ => null,
        };
    }
}
