using Validation.V1;

namespace Validation.Engine.Rules;

/// <summary>
/// The rules of a set that are not evaluated, with the reasons in words. Made once for a set; what depends on the year of a report is only
/// looked up. Immutable and thread-safe.
/// </summary>
internal sealed class UnevaluatedRules
{
    private readonly IReadOnlyList<UnevaluatedRule> _always;
    private readonly IReadOnlyList<(Rule Rule, UnevaluatedRule Notice)> _ofSomeYears;

    public UnevaluatedRules(IReadOnlyList<Rule> rules)
    {
        _always = [.. rules.Where(rule => !rule.IsEvaluated).Select(rule => Notice(rule, Why(rule.Definition)))];
        _ofSomeYears =
        [
            .. rules.Where(rule => rule.IsEvaluated && (rule.Definition.Since ?? rule.Definition.Until) is not null)
                .Select(rule => (rule, Notice(rule, Texts.OtherYears(rule.Definition.Since, rule.Definition.Until)))),
        ];
    }

    /// <summary>Those for a report: first what is evaluated for no report, then what is not for its year; each in the order of the rules.
    /// Not to be changed: every reply holds the same messages.</summary>
    /// <param name="year">The year of the report; 0: it does not say.</param>
    public IEnumerable<UnevaluatedRule> For(int year) =>
        _always.Concat(_ofSomeYears.Where(pair => !pair.Rule.IsOfYear(year)).Select(pair => pair.Notice));

    private static string Why(Files.RuleDefinition rule) => rule.IsOff ? Texts.SwitchedOff(rule.OffReason) : Texts.Lacks(rule.WaitsFor);

    /// <summary>Says of a rule why it is not evaluated.</summary>
    public static UnevaluatedRule Notice(Rule rule, string reason) =>
        new() { RuleId = rule.Header.Id, Title = rule.Header.Title, Reason = reason };
}
