using Validation.Cel;
using Validation.Engine.Bodies;
using Validation.Engine.Rules.Files;
using Validation.V1;

namespace Validation.Engine.Rules;

/// <summary>What came of a rule on a report.</summary>
/// <param name="Matches">What it found, up to the limit.</param>
/// <param name="Left">How many more there are.</param>
/// <param name="Failure">Why the rule failed: then nothing that it found counts. Null: it did not.</param>
/// <param name="Undecided">Why the rule could tell nothing at all. Null: it told something, or did not apply.</param>
/// <param name="Case">The case of the rule that holds for the report. Null: none does.</param>
internal sealed record RuleOutcome(
    IReadOnlyList<Match> Matches, int Left, string? Failure, string? Undecided, RuleCaseProgram? Case = null);

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
    private bool _isDecided;

    /// <summary>Evaluates a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="parameters">Its parameters: those in force, or, for its own tests, its own.</param>
    public RuleOutcome Check(Rule rule, RuleParameters parameters)
    {
        _rule = rule.Programs!;
        _matches = null;
        _left = 0;
        _isDecided = false;
        _values.Begin(parameters.Value);
        var held = CaseOf(rule);
        if (held is not { Off: true } && rule.IsOfYear(report.Year) && _values.Holds(_rule.AppliesOnce))
        {
            GoThrough(0);
        }

        return _values.Failure is not { } failure
            ? new RuleOutcome(_matches ?? (IReadOnlyList<Match>)[], _left, null, _isDecided ? null : _values.Unknown, held)
            : new RuleOutcome([], 0, failure == CelError.BudgetExceeded ? Texts.RuleTooSlow : CelErrorWords.Of(failure), null, held);
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
        _isDecided |= verdict.IsTrue || verdict.IsFalse;
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
