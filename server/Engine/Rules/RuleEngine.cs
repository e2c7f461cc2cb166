using Validation.Engine.Bodies;
using Validation.Engine.Rules.Facts;
using Validation.V1;

namespace Validation.Engine.Rules;

/// <summary>The result of a rule set on a report.</summary>
/// <param name="Findings">The findings, in the order of <see cref="FindingOrder"/>: errors first.</param>
/// <param name="Failures">The rules that failed, each with its weight. Such a rule has no findings; one of level error may have missed the
/// one that rejects the report, which then must not be accepted.</param>
/// <param name="SwitchedOff">The rules that an administrator has switched off for reports such as this one.</param>
public sealed record RuleResult(
    IReadOnlyList<Finding> Findings, IReadOnlyList<RuleFailure> Failures, IReadOnlyList<UnevaluatedRule> SwitchedOff);

/// <summary>Evaluates every rule of a set. A rule that fails stops none of the others.</summary>
public static class RuleEngine
{
    /// <summary>Evaluates the rules on a report.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static RuleResult Evaluate(RuleSet rules, Report report, EngineLimits limits, CancellationToken cancellationToken = default) =>
        Evaluate(rules, new ReportFacts(report, BodyRegister.Empty), limits, cancellationToken);

    /// <summary>Evaluates the rules on a report of which it is known what body it may be from and what it is compared with. Rules that need
    /// other reports than there are do not run.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal static RuleResult Evaluate(
        RuleSet rules, ReportFacts report, EngineLimits limits, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(limits);
        var findings = new List<Finding>();
        var failures = new List<RuleFailure>();
        var switchedOff = new List<UnevaluatedRule>();
        var run = new RuleRun(report, limits, rules.Slots);
        foreach (var rule in rules.Evaluated)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!report.Comparison.Has(rule.Definition.Needs))
            {
                continue;
            }

            var outcome = run.Check(rule, rule.Definition.ParametersInForce ?? rule.Definition.Parameters);
            if (outcome.Failure is { } failure)
            {
                var weight = rule.Header.In(outcome.Case).Shown;
                failures.Add(new RuleFailure { RuleId = rule.Header.Id, Message = failure, Severity = weight });
            }
            else if (outcome.Case is { Change: { Off: true } off })
            {
                switchedOff.Add(UnevaluatedRules.Notice(rule, Texts.SwitchedOff(off.Reason)));
            }
            else if (outcome.Matches.Count > 0)
            {
                var header = rule.Header.In(outcome.Case);
                foreach (var match in outcome.Matches)
                {
                    findings.Add(FindingBuilder.Build(header, match));
                }

                findings[^1].Message = outcome.Left > 0 ? Texts.AndMore(findings[^1].Message, outcome.Left) : findings[^1].Message;
            }
        }

        Fingerprint.MakeUnique(findings);
        return new RuleResult([.. findings.Order(FindingOrder.Instance)], failures, switchedOff);
    }
}
