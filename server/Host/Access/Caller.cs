namespace Validation.Server.Access;

/// <summary>Who makes a request, and what they may do. Immutable.</summary>
/// <param name="Principal">Who.</param>
/// <param name="Title">The same for people and for the records, such as "区教育局（k7m2q4xa）" or "本机". Empty: nobody in particular.</param>
/// <param name="Roles">What they may do.</param>
internal sealed record Caller(Principal Principal, string Title, Roles Roles)
{
    /// <summary>Cancelled when the key is revoked or expires, so that what was begun with it ends.</summary>
    public CancellationToken Ended { get; init; }

    /// <summary>True: the caller has shown a key or a certificate that is known.</summary>
    public bool IsKnown => Principal.Kind != PrincipalKind.Address;
}
