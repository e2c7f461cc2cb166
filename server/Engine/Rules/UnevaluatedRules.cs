using Validation.Engine.Rules.Facts;
using Validation.V1;

namespace Validation.Engine.Rules;

/// <summary>The rules of a set that are not evaluated, each with the reason in Chinese. The lists are made once for a set; for a report
/// they are only looked up. Immutable and thread-safe.</summary>
/// <param name="rules">The rules of the set.</param>
internal sealed class UnevaluatedRules(IReadOnlyList<Rule> rules)
{
    private readonly IReadOnlyList<(RuleNeed Need, UnevaluatedRule Notice)> _always =
    [
        .. rules.Where(rule => !rule.IsEvaluated || rule.Definition.Needs != RuleNeed.None)
            .Select(rule => (rule.IsEvaluated ? rule.Definition.Needs : RuleNeed.None, Notice(rule, Why(rule)))),
    ];

    private readonly IReadOnlyList<(Rule Rule, UnevaluatedRule Notice)> _ofSomeYears =
    [
        .. rules.Where(rule => rule.IsEvaluated && (rule.Definition.Since ?? rule.Definition.Until) is not null)
            .Select(rule => (rule, Notice(rule, Texts.OtherYears(rule.Definition.Since, rule.Definition.Until)))),
    ];

    /// <summary>Those for a report: first what is evaluated for no report or lacks other reports, then what is not for its year; each in
    /// the order of the rules. Not to be changed: every reply holds the same messages.</summary>
    /// <param name="year">The year of the report; 0: it does not say.</param>
    /// <param name="comparison">What it is compared with.</param>
    public IEnumerable<UnevaluatedRule> For(int year, ComparedReports comparison) => _always
        .Where(pair => pair.Need == RuleNeed.None || !comparison.Has(pair.Need))
        .Select(pair => comparison.Problem(pair.Need) is { Length: > 0 } problem ? Because(pair.Notice, problem) : pair.Notice)
        .Concat(_ofSomeYears.Where(pair => IsOfOtherYear(pair.Rule, year, comparison)).Select(pair => pair.Notice));

    // A rule is named once.
    private static bool IsOfOtherYear(Rule rule, int year, ComparedReports comparison) =>
        !rule.IsOfYear(year) && comparison.Has(rule.Definition.Needs);

    private static UnevaluatedRule Because(UnevaluatedRule notice, string problem)
    {
        var because = notice.Clone();
        because.Reason = problem;
        return because;
    }

    private static string Why(Rule rule) => rule.Definition switch
    {
        { IsOff: true } off => Texts.SwitchedOff(off.OffReason),
        { WaitsFor: { Length: > 0 } data } => Texts.Lacks(data),
        var other => Texts.Lacks(RuleNeeds.Name(other.Needs)),
    };

    /// <summary>The entry that says why a rule is not evaluated.</summary>
    public static UnevaluatedRule Notice(Rule rule, string reason) =>
        new() { RuleId = rule.Header.Id, Title = rule.Header.Title, Reason = reason };
}
