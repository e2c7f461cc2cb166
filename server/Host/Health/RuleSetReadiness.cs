using Microsoft.Extensions.Primitives;
using Validation.Server.Checks;

namespace Validation.Server.Health;

/// <summary>A server without rules would accept everything, so it takes no work.</summary>
internal sealed class RuleSetReadiness(IDocumentCheck check) : IReadiness
{
    public string? Lack => check.Rules.Rules.Count > 0 ? null : Texts.NoRules;

    public IChangeToken Watch()
    {
        // The rule set of a process does not change.
        return new CancellationChangeToken(CancellationToken.None);
    }
}
