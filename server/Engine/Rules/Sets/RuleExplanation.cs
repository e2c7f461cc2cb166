using Validation.V1;

namespace Validation.Engine.Rules.Sets;

/// <summary>Tells all there is to know about a rule.</summary>
public static class RuleExplanation
{
    /// <summary>The explanation, or null when the set has no such rule.</summary>
    public static ExplainReply? Of(RuleSet rules, string ruleId) => throw new NotSupportedException("not yet");
}
