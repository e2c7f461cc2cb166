using System.Text.Json.Nodes;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Client.Sarif;

/// <summary>The rules that a SARIF run refers to, in the order of their first finding.</summary>
internal sealed class SarifRules
{
    private readonly List<Finding> _first = [];

    /// <summary>The index of a finding's rule in the list; a new rule is added.</summary>
    public int IndexOf(Finding finding)
    {
        var index = _first.FindIndex(known => string.Equals(known.RuleId, finding.RuleId, StringComparison.Ordinal));
        if (index < 0)
        {
            _first.Add(finding);
            index = _first.Count - 1;
        }

        return index;
    }

    /// <summary>The rules as reporting descriptors.</summary>
    public JsonArray ToJson() => new([.. _first.Select(Descriptor)]);

    /// <summary>The notification that a rule was not evaluated.</summary>
    public static JsonNode Unevaluated(UnevaluatedRule rule) => new JsonObject
    {
        ["level"] = "note",
        ["message"] = new JsonObject { ["text"] = UnevaluatedRuleWords.Of(rule) },
        ["associatedRule"] = new JsonObject { ["id"] = rule.RuleId },
    };

    private static JsonNode Descriptor(Finding finding)
    {
        var title = finding.Title.Length == 0 ? finding.RuleId : finding.Title;
        var rule = new JsonObject
        {
            ["id"] = finding.RuleId,
            ["shortDescription"] = new JsonObject { ["text"] = title },
            ["defaultConfiguration"] = new JsonObject { ["level"] = SarifResult.LevelOf(finding.RuleSeverity) },
        };
        if (finding.Basis.Length > 0)
        {
            rule["help"] = new JsonObject { ["text"] = FindingWords.Basis + finding.Basis };
        }

        return rule;
    }
}
