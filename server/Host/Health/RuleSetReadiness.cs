using Microsoft.Extensions.Primitives;
using Validation.Server.Checks;
using Validation.Server.Rules;

namespace Validation.Server.Health;

/// <summary>Requires rules: a server without rules would accept everything, so that it takes no work.</summary>
internal sealed class RuleSetReadiness(IDocumentCheck check, RuleBook book) : IReadiness
{
    public string? Lack => check.Rules.Rules.Count > 0 ? null : HealthTexts.NoRules;

    public IChangeToken Watch()
    {
        return book.Watch();
    }
}
