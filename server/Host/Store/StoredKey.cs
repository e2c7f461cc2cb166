namespace Validation.Server.Store;

/// <summary>A key as it is kept: nothing of it tells what was given out. Immutable.</summary>
/// <param name="Id">What it is called.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Roles">The words of its roles, separated by spaces. A newer program may have given some that this one does not
/// know.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="CreatedMilliseconds">When it was made, Unix time.</param>
/// <param name="ExpiresMilliseconds">From when on it is refused, Unix time. Null: never.</param>
/// <param name="Salt">What its digest was made with.</param>
/// <param name="Hash">The digest of its secret.</param>
/// <param name="Revocation">That it was taken back. Null: it was not.</param>
internal sealed record StoredKey(
    string Id,
    string Name,
    string Roles,
    string CreatedBy,
    long CreatedMilliseconds,
    long? ExpiresMilliseconds,
    byte[] Salt,
    byte[] Hash,
    KeyRevocation? Revocation = null);

/// <summary>That a key was taken back.</summary>
/// <param name="By">Who did.</param>
/// <param name="Reason">Why.</param>
/// <param name="AtMilliseconds">When, Unix time.</param>
internal sealed record KeyRevocation(string By, string Reason, long AtMilliseconds);

/// <summary>Where the keys stand: differs from before when a key was made or taken back.</summary>
/// <param name="Keys">The number of the newest key.</param>
/// <param name="Revocations">The number of the newest revocation.</param>
internal readonly record struct KeysVersion(long Keys, long Revocations);
