using Validation.Engine.Rules.Files;
using Validation.V1;
using Kind = Validation.V1.RuleChange.Types.Kind;

namespace Validation.Engine.Rules.Trying;

/// <summary>Compares two rule sets, or the findings of two rule sets on the same draft.</summary>
public static class RuleSetDiff
{
    /// <summary>The rules that differ, by id.</summary>
    public static IReadOnlyList<RuleChange> Rules(RuleSet before, RuleSet after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var ids = before.Rules.Concat(after.Rules).Select(rule => rule.Header.Id).Distinct().Order(StringComparer.Ordinal);
        return [.. ids.Select(id => Change(before.Find(id), after.Find(id))).OfType<RuleChange>()];
    }

    /// <summary>
    /// The findings that differ between two replies on the same draft, told apart by fingerprint; as they are after the change, or were
    /// before when they vanish, in the order in which replies hold them.
    /// </summary>
    public static IReadOnlyList<FindingChange> Findings(ValidateReply before, ValidateReply after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var earlier = before.Findings.ToDictionary(finding => finding.Fingerprint, StringComparer.Ordinal);
        var later = after.Findings.ToDictionary(finding => finding.Fingerprint, StringComparer.Ordinal);
        var changes = before.Findings
            .Where(finding => !finding.Equals(later.GetValueOrDefault(finding.Fingerprint)))
            .Select(finding => new FindingChange { Before = finding, After = later.GetValueOrDefault(finding.Fingerprint) })
            .Concat(after.Findings
                .Where(finding => !earlier.ContainsKey(finding.Fingerprint)).Select(finding => new FindingChange { After = finding }));
        return [.. changes.OrderBy(change => change.After ?? change.Before, FindingOrder.Instance)];
    }

    private static RuleChange? Change(Rule? before, Rule? after)
    {
        var rule = (after ?? before)!;
        var keys = before is null || after is null ? [] : Keys(before, after);
        Kind? kind = (before, after) switch
        {
            (null, _) => Kind.Added,
            (_, null) => Kind.Removed,
            ({ Definition.IsOff: false }, { Definition.IsOff: true }) => Kind.SwitchedOff,
            ({ Definition.IsOff: true }, { Definition.IsOff: false }) => Kind.SwitchedOn,
            _ when keys.Count > 0 => Kind.Changed,
            _ => null,
        };
        return kind is null
            ? null
            : new RuleChange { Kind = kind.Value, RuleId = rule.Header.Id, Title = rule.Header.Title, Keys = { keys } };
    }

    private static List<KeyChange> Keys(Rule before, Rule after)
    {
        var earlier = InForce(before);
        var later = InForce(after);
        var changes =
            from key in earlier.Keys.Union(later.Keys, StringComparer.Ordinal)
            let was = earlier.GetValueOrDefault(key, string.Empty)
            let now = later.GetValueOrDefault(key, string.Empty)
            where was != now
            select new KeyChange { Key = key, Before = was, After = now };
        return [.. changes];
    }

    /// <summary>The keys of a rule as written, with the changes of an override.</summary>
    private static Dictionary<string, string> InForce(Rule rule)
    {
        var keys = new Dictionary<string, string>(rule.Definition.Keys, StringComparer.Ordinal)
        {
            ["severity"] = Severities.NameOf(rule.Header.Severity),
            ["family"] = rule.Definition.Family,
        };
        if (rule.Definition.ParametersInForce is { } parameters)
        {
            keys["with"] = parameters.Canonical;
        }

        if (rule.Header.IsOnTrial)
        {
            keys["trial"] = $"{rule.Definition.Trial:O}";
        }

        if (rule.Cases.Count > 0)
        {
            keys["override"] = string.Join('\n', rule.Cases.Select(one => one.ToString()));
        }

        return keys;
    }
}
