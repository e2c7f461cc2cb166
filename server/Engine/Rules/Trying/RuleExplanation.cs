using Validation.Engine.Rules.Files;
using Validation.V1;

namespace Validation.Engine.Rules.Trying;

/// <summary>Explains a rule: why it exists, its basis, its expressions, its examples.</summary>
public static class RuleExplanation
{
    /// <summary>The explanation, or null when the set has no such rule.</summary>
    public static ExplainReply? Of(RuleSet rules, string ruleId)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (rules.Find(ruleId) is not { } rule)
        {
            return null;
        }

        var definition = rule.Definition;
        var wrong = definition.Tests.FirstOrDefault(test => test.Findings.Count > 0);
        var right = definition.Tests.FirstOrDefault(test => test.Findings.Count == 0);
        var found = wrong is null || rule.Programs is null ? [] : RuleTestRunner.Check(rule, wrong, rules.Slots).Matches;
        return new ExplainReply
        {
            Rule = rules.List.Rules.First(summary => summary.Id == ruleId),
            Why = definition.Why,
            WrongExample = wrong is null ? string.Empty : Example(wrong.Name, wrong.Text),
            WrongMessage = found.Count == 0 ? string.Empty : found[0].Message,
            RightExample = right is null ? string.Empty : Example(right.Name, right.Text),
            File = definition.File,
            Line = definition.Line,
            Text = definition.Text,
            OverriddenAt = definition.OverriddenAt ?? string.Empty,
            Parameters = { Parameters(definition) },
        };
    }

    private static IEnumerable<V1.RuleParameter> Parameters(RuleDefinition rule) =>
        rule.Parameters.Items.Zip((rule.ParametersInForce ?? rule.Parameters).Items, (own, inForce) => new V1.RuleParameter
        {
            Name = own.Name, Own = own.Node.Text, InForce = inForce.Node.Text,
        });

    private static string Example(string name, string text) => text.Length == 0 ? name : $"{name}\n{text.TrimEnd()}";
}
