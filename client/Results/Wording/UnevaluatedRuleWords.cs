using Validation.V1;

namespace Validation.Client.Wording;

/// <summary>The rules that were not evaluated on one draft or on several, each once. Not thread-safe.</summary>
public sealed class UnevaluatedRuleWords
{
    private const int MostReasons = 5;
    private const int MostNamed = 3;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<UnevaluatedRule> _rules = [];

    /// <summary>The rules in the order in which replies named them first.</summary>
    public IReadOnlyList<UnevaluatedRule> Rules => _rules;

    /// <summary>One line, such as "本次没有检查的规则 1 条：n3-yoy（缺上年报告）。"; empty: there are none.</summary>
    public string Text => _rules.Count == 0 ? string.Empty : WordingTexts.NotEvaluated(_rules.Count, Parts());

    /// <summary>One rule that was not evaluated, such as "没有检查“同比”：缺上年报告。".</summary>
    public static string Of(UnevaluatedRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return WordingTexts.NotEvaluated(rule.Title, rule.Reason);
    }

    /// <summary>Adds what a reply says.</summary>
    /// <param name="reply">The reply; null: there is none.</param>
    public void Add(ValidateReply? reply) =>
        _rules.AddRange((reply?.Provenance?.NotEvaluated ?? []).Where(rule => _known.Add(rule.RuleId)));

    private IEnumerable<string> Parts()
    {
        var reasons = _rules.GroupBy(rule => rule.Reason, StringComparer.Ordinal).ToList();
        foreach (var reason in reasons.Take(MostReasons))
        {
            var named = string.Join('、', reason.Take(MostNamed).Select(rule => rule.RuleId));
            yield return WordingTexts.NotEvaluatedBecause(named, reason.Count() > MostNamed ? reason.Count() : 0, reason.Key);
        }

        if (reasons.Count > MostReasons)
        {
            yield return WordingTexts.MoreNotEvaluated(reasons.Skip(MostReasons).Sum(reason => reason.Count()));
        }
    }
}
