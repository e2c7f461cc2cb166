using Validation.Engine.Rules.Trying;
using Validation.V1;

namespace Validation.Server.Archive;

/// <summary>Adds up what a candidate changes on many reports. Not thread-safe.</summary>
/// <param name="examples">At most so many examples are kept for each rule.</param>
internal sealed class TrialTally(int examples)
{
    private readonly SortedDictionary<string, RuleShift> _rules = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, RuleFailureCount> _failures = new(StringComparer.Ordinal);
    private readonly Dictionary<(Verdict Before, Verdict After), long> _verdicts = [];
    private long _reports;
    private long _changed;

    /// <summary>Adds what is said to one report.</summary>
    /// <param name="report">The report on file.</param>
    /// <param name="before">What the rules in force say to it.</param>
    /// <param name="after">What the candidate says to it.</param>
    public void Add(FiledReport report, ValidateReply before, ValidateReply after)
    {
        var changes = RuleSetDiff.Findings(before, after);
        _reports++;
        _changed += changes.Count > 0 || before.Verdict != after.Verdict ? 1 : 0;
        if (before.Verdict != after.Verdict)
        {
            var shift = (before.Verdict, after.Verdict);
            _verdicts[shift] = _verdicts.GetValueOrDefault(shift) + 1;
        }

        foreach (var change in changes)
        {
            Add(report, change);
        }

        foreach (var failure in after.RuleFailures)
        {
            if (!_failures.TryGetValue(failure.RuleId, out var count))
            {
                _failures[failure.RuleId] = count = new RuleFailureCount { Failure = failure };
            }

            count.Reports++;
        }
    }

    /// <summary>The sum so far.</summary>
    /// <param name="version">The version of the rules in force.</param>
    public TryRulesSummary ToSummary(string version)
    {
        var verdicts = _verdicts
            .Select(pair => new VerdictShift { Before = pair.Key.Before, After = pair.Key.After, Reports = pair.Value })
            .OrderByDescending(shift => shift.Reports).ThenBy(shift => shift.Before).ThenBy(shift => shift.After);
        return new TryRulesSummary
        {
            RuleSetVersion = version,
            Reports = _reports,
            ChangedReports = _changed,
            Verdicts = { verdicts },
            Rules = { _rules.Values },
            Failures = { _failures.Values },
        };
    }

    private void Add(FiledReport report, FindingChange change)
    {
        var finding = change.After ?? change.Before;
        if (!_rules.TryGetValue(finding.RuleId, out var shift))
        {
            _rules[finding.RuleId] = shift = new RuleShift { RuleId = finding.RuleId, Title = finding.Title };
        }

        shift.Appeared += change.Before is null ? 1 : 0;
        shift.Vanished += change.After is null ? 1 : 0;
        shift.Changed += change is { Before: not null, After: not null } ? 1 : 0;
        if (shift.Examples.Count < examples)
        {
            shift.Examples.Add(new TriedFinding
            {
                Id = report.Id, Organization = report.Organization, Year = report.Year, Change = change,
            });
        }
    }
}
