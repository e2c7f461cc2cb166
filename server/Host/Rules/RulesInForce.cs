using Validation.Engine.Rules;
using Validation.Server.Store;

namespace Validation.Server.Rules;

/// <summary>The rules that checks are made with, and where they come from. Immutable: a check takes one of these at its beginning and keeps
/// it to its end.</summary>
/// <param name="Stored">What they were made from.</param>
/// <param name="Rules">All of them.</param>
internal sealed record RulesInForce(StoredRuleSet Stored, RuleSet Rules)
{
    /// <summary>The version that replies carry. When trials have ended since it was published, the day of the last end stands behind it,
    /// such as "2026.1+3@2026-12-01", so that one version always means the same findings.</summary>
    public string Version => Rules.Version;
}
