using Validation.Engine.Rules.Facts;
using Validation.V1;

namespace Validation.Engine.Rules;

/// <summary>A compiled rule set with its version. Immutable and thread-safe.</summary>
public sealed class RuleSet
{
    internal RuleSet(string version, IReadOnlyList<Rule> rules, DateOnly? nextTrialEnd)
    {
        Version = version;
        Rules = rules;
        NextTrialEnd = nextTrialEnd;
        Evaluated = [.. rules.Where(rule => rule.IsEvaluated)];
        SumRules = rules.Where(rule => rule.Definition.IsSum).Select(rule => rule.Header.Id).ToHashSet(StringComparer.Ordinal);
        NeverAccepted = rules
            .Where(rule => rule.Definition.IsNeverAccepted).Select(rule => rule.Header.Id).ToHashSet(StringComparer.Ordinal);
        Slots = FactEnvironment.Count + rules.Select(rule => rule.Definition.Each.Count).DefaultIfEmpty().Max();
        Unevaluated = new UnevaluatedRules(rules);
        List = new RuleList { RuleSetVersion = version, Rules = { rules.Select(Summary) } };
    }

    /// <summary>The version, such as "2026.1+3".</summary>
    public string Version { get; }

    /// <summary>All rules, those included that are switched off or wait for facts; in the order in which they are evaluated.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>The rules as they are listed. Not to be changed.</summary>
    public RuleList List { get; }

    /// <summary>The last day of the trial that ends first. On the next day the set must be compiled again. Null: no rule is on
    /// trial.</summary>
    public DateOnly? NextTrialEnd { get; }

    /// <summary>The rules that are evaluated.</summary>
    internal IReadOnlyList<Rule> Evaluated { get; }

    /// <summary>The rules that are not evaluated.</summary>
    internal UnevaluatedRules Unevaluated { get; }

    /// <summary>The ids of the rules about sums and about counts of the prose, whose findings the diagnosis explains.</summary>
    internal IReadOnlySet<string> SumRules { get; }

    /// <summary>The ids of the rules whose findings are never accepted.</summary>
    public IReadOnlySet<string> NeverAccepted { get; }

    /// <summary>The most variables that a rule has.</summary>
    internal int Slots { get; }

    /// <summary>A set with one of the rules alone, to measure what that rule costs.</summary>
    public RuleSet Only(string id) => new(Version, [.. Rules.Where(rule => rule.Header.Id == id)], NextTrialEnd);

    /// <summary>The rule with that id, or null.</summary>
    public Rule? Find(string id) => Rules.FirstOrDefault(rule => rule.Header.Id == id);

    private static RuleSummary Summary(Rule rule) => new()
    {
        Id = rule.Header.Id,
        Title = rule.Header.Title,
        Severity = rule.Header.Severity,
        Basis = rule.Header.Basis,
        Family = rule.Definition.Family,
        RuleSeverity = rule.Header.RuleSeverity,
        Off = rule.Definition.IsOff,
        TrialUntil = rule.Header.IsOnTrial ? $"{rule.Definition.Trial:O}" : string.Empty,
        WaitsFor = rule.Definition.WaitsFor.Length > 0 ? rule.Definition.WaitsFor : RuleNeeds.Name(rule.Definition.Needs),
        Local = rule.Definition.IsLocal,
        Since = rule.Definition.Since ?? 0,
        Until = rule.Definition.Until ?? 0,
        OffReason = rule.Definition.OffReason,
        NeverAccepted = rule.Definition.IsNeverAccepted,
        Cases = { rule.Cases.Select(one => one.Summary) },
    };
}
