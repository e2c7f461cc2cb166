using Validation.Cel;
using Validation.Engine.Bodies;
using Validation.V1;

namespace Validation.Engine.Rules;

/// <summary>What came of a rule on a report.</summary>
/// <param name="Matches">What it found, up to the limit.</param>
/// <param name="Left">How many more there are.</param>
/// <param name="Failure">Why the rule failed: then nothing that it found counts. Null: it did not.</param>
/// <param name="Case">The case of the rule that holds for the report. Null: none does.</param>
internal sealed record RuleOutcome(IReadOnlyList<Match> Matches, int Left, string? Failure, RuleCaseProgram? Case = null);

/// <summary>Evaluates rules on one report, one after another. Not thread-safe.</summary>
/// <param name="report">The report.</param>
/// <param name="bodies">The bodies that it may be from.</param>
/// <param name="limits">How much each rule may do.</param>
/// <param name="slots">The most variables that a rule has.</param>
internal sealed class RuleRun(Report report, BodyRegister bodies, EngineLimits limits, int slots)
{
    private readonly RuleValues _values = new(report, bodies, limits, slots);

    private RulePrograms _rule = null!;
    private List<Match>? _matches;
    private int _left;

    /// <summary>Evaluates a rule.</summary>
    public RuleOutcome Check(Rule rule)
    {
        _rule = rule.Programs!;
        _matches = null;
        _left = 0;
        _values.Begin();
        var held = CaseOf(rule);
        if (held is not { Off: true } && rule.IsOfYear(report.Year) && _values.Holds(_rule.AppliesOnce))
        {
            GoThrough(0);
        }

        return _values.Failure is not { } failure
            ? new RuleOutcome(_matches ?? (IReadOnlyList<Match>)[], _left, null, held)
            : new RuleOutcome([], 0, failure == CelError.BudgetExceeded ? Texts.RuleTooSlow : failure.Message);
    }

    private RuleCaseProgram? CaseOf(Rule rule)
    {
        foreach (var one in rule.Cases)
        {
            if (_values.Holds(one.When))
            {
                return one;
            }
        }

        return null;
    }

    private void GoThrough(int depth)
    {
        if (depth == _rule.Each.Count)
        {
            Look();
            return;
        }

        var list = _values.Of(_rule.Each[depth]);
        if (list.Kind != CelKind.List)
        {
            _values.Fail(list, Texts.EachNotList);
            return;
        }

        foreach (var item in list.AsList.Items)
        {
            if (!_values.Next(depth, item))
            {
                return;
            }

            GoThrough(depth + 1);
        }
    }

    /// <summary>Looks at one item: applies, assert, and what to say.</summary>
    private void Look()
    {
        if (!_values.Holds(_rule.Applies))
        {
            return;
        }

        var verdict = _values.Of(_rule.Assert);
        if (!verdict.IsFalse)
        {
            _ = verdict.IsTrue || _values.Fail(verdict, Texts.NotBool);
        }
        else if (_matches is null || limits.FindingsPerRule is null || _matches.Count < limits.FindingsPerRule)
        {
            (_matches ??= []).Add(new MatchDescriber(_rule, _values).Describe());
        }
        else
        {
            _left++;
        }
    }
}
