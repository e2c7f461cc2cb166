using Validation.V1;

namespace Validation.Server.Store;

/// <summary>A version of the rules as it is kept: all that is needed to make the same rule set again. Immutable.</summary>
/// <param name="Revision">Counts the versions from 0, the national set alone. Grows with every version, and is never used again.</param>
/// <param name="Version">The version, such as "2026.1+3".</param>
/// <param name="NationalVersion">The version of its national set, such as "2026.1".</param>
/// <param name="National">The files of the national set, by path.</param>
/// <param name="Overlay">The files of the overlay, by path.</param>
/// <param name="At">When it came to be.</param>
/// <param name="Publication">Who made it and why. Null: it came with the server.</param>
internal sealed record StoredRuleSet(
    long Revision,
    string Version,
    string NationalVersion,
    IReadOnlyList<RuleFile> National,
    IReadOnlyList<RuleFile> Overlay,
    DateTimeOffset At,
    Publication? Publication = null)
{
    /// <summary>SHA-256 of all files, 64 lower case hexadecimal digits: equal for equal content.</summary>
    public string Sha256 { get; } = FileDigest.Of(National, Overlay);
}
