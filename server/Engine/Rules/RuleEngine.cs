using Validation.V1;

namespace Validation.Engine.Rules;

/// <summary>What the rules found, and which of them failed.</summary>
/// <param name="Findings">The findings, in the order of the document; those without a place come last.</param>
/// <param name="Failures">The rules that threw. Such a rule has no findings, and the report must not be accepted.</param>
public sealed record RuleResult(IReadOnlyList<Finding> Findings, IReadOnlyList<RuleFailure> Failures);

/// <summary>Evaluates every rule of a set. A rule that fails stops none of the others.</summary>
public static class RuleEngine
{
    /// <summary>Evaluates the rules on a report.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static RuleResult Evaluate(RuleSet rules, Report report, EngineLimits limits, CancellationToken cancellationToken = default)
    {
        var findings = new List<Finding>();
        var failures = new List<RuleFailure>();
        foreach (var rule in rules.Rules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                findings.AddRange(Evaluate(rule, report, limits));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failures.Add(new RuleFailure { RuleId = rule.Header.Id, Message = $"{exception.GetType().Name}: {exception.Message}" });
            }
        }

        Fingerprint.MakeUnique(findings);
        var sorted = findings.OrderBy(finding => finding.Location is null ? int.MaxValue : finding.Location.Line)
            .ThenBy(finding => finding.Location?.Column ?? 0);
        return new RuleResult([.. sorted], failures);
    }

    private static List<Finding> Evaluate(IRule rule, Report report, EngineLimits limits)
    {
        var findings = new List<Finding>();
        var left = 0;
        foreach (var match in rule.Check(report))
        {
            if (findings.Count == 0 || limits.FindingsPerRule is null || findings.Count < limits.FindingsPerRule)
            {
                findings.Add(FindingBuilder.Build(rule.Header, match, report));
            }
            else
            {
                left++;
            }
        }

        if (left > 0)
        {
            findings[^1].Message = Texts.AndMore(findings[^1].Message, left);
        }

        return findings;
    }
}
