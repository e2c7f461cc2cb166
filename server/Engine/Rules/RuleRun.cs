using Validation.Cel;
using Validation.Engine.Rules.Facts;
using Validation.Engine.Rules.Files;

namespace Validation.Engine.Rules;

/// <summary>The result of one rule on one report.</summary>
/// <param name="Matches">What it found, up to the limit.</param>
/// <param name="Left">How many more there are.</param>
/// <param name="Failure">Why the rule failed: then nothing that it found counts. Null: it did not.</param>
/// <param name="Undecided">Why the rule could tell nothing at all. Null: it told something, or did not apply.</param>
/// <param name="Case">The case of the rule that holds for the report. Null: none does.</param>
internal readonly record struct RuleRunOutcome(
    IReadOnlyList<Match> Matches, int Left, string? Failure, string? Undecided, RuleCaseProgram? Case = null);

/// <summary>Evaluates rules on one report, one after another. Not thread-safe.</summary>
/// <param name="report">The report.</param>
/// <param name="limits">How much each rule may do.</param>
/// <param name="slots">The most variables that a rule has.</param>
internal sealed class RuleRun(ReportFacts report, EngineLimits limits, int slots)
{
    private readonly RuleValues _values = new(report, limits, slots);

    private RulePrograms _rule = null!;
    private List<Match>? _matches;
    private int _left;
    private bool _isDecided;

    /// <summary>Evaluates a rule on the report of this run.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="parameters">Its parameters: those in force, or, for its own tests, its own.</param>
    public RuleRunOutcome Check(Rule rule, RuleParameters parameters)
    {
        _rule = rule.Programs!;
        _matches = null;
        _left = 0;
        _isDecided = false;
        _values.Begin(parameters.Value);
        var held = CaseOf(rule);
        if (held is not { Change.Off: true } && rule.IsOfYear(report.Report.Year) && _values.Holds(_rule.AppliesOnce))
        {
            GoThrough(0);
        }

        return _values.Failure is not { } failure
            ? new RuleRunOutcome(_matches ?? (IReadOnlyList<Match>)[], _left, null, _isDecided ? null : _values.Unknown, held)
            : new RuleRunOutcome([], 0, failure == CelError.BudgetExceeded ? Texts.RuleTooSlow : CelErrorWords.Of(failure), null, held);
    }

    private RuleCaseProgram? CaseOf(Rule rule) =>
        rule.Cases.Count == 0 ? null : rule.Cases.FirstOrDefault(one => _values.Holds(one.When));

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

    /// <summary>Checks one item of <c>each</c>: evaluates applies, assert and the message.</summary>
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
        else if (_matches is null || _matches.Count < limits.Rules.Findings)
        {
            (_matches ??= []).Add(new MatchDescriber(_rule, _values).Describe());
        }
        else
        {
            _left++;
        }
    }
}
