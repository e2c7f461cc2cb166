using Validation.Engine.Bodies;
using Validation.Engine.Documents;
using Validation.Engine.Reports;
using Validation.Engine.Rules.Facts;
using Validation.Engine.Rules.Files;
using Validation.V1;

namespace Validation.Engine.Rules.Trying;

/// <summary>How the rules' own tests went.</summary>
/// <param name="Passed">Tests that went as they should.</param>
/// <param name="Failures">Tests that did not.</param>
/// <param name="Undecided">Tests that passed because the rule could tell nothing, each with the reason: they prove nothing.</param>
public sealed record RuleTestResult(int Passed, IReadOnlyList<TestFailure> Failures, IReadOnlyList<RuleProblem> Undecided);

/// <summary>Runs the tests that rules bring along.</summary>
public static class RuleTestRunner
{
    /// <summary>Runs the rules' own tests, each on the report that it describes.</summary>
    /// <param name="rules">The rule set.</param>
    /// <param name="includeNational">True: the national rules' tests too; false: those of rules that the overlay adds.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static RuleTestResult Run(RuleSet rules, bool includeNational, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var passed = 0;
        var failures = new List<TestFailure>();
        var undecided = new List<RuleProblem>();
        foreach (var (rule, test) in TestsOf(rules, includeNational))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (file, id) = (rule.Definition.File, rule.Header.Id);
            var outcome = Check(rule, test, rules.Slots);
            if (WhatIsWrong(rule, test, outcome) is { } message)
            {
                failures.Add(new TestFailure { RuleId = id, Test = test.Name, File = file, Line = test.Line, Message = message });
                continue;
            }

            passed++;
            if (outcome.Undecided is { } reason && rule.Definition.IsLocal)
            {
                var words = Texts.TestUndecided(test.Name, reason);
                undecided.Add(new RuleProblem { Severity = Level.Warning, File = file, Line = test.Line, RuleId = id, Message = words });
            }
        }

        return new RuleTestResult(passed, failures, undecided);
    }

    private static IEnumerable<(Rule Rule, TestDefinition Test)> TestsOf(RuleSet rules, bool includeNational) =>
        from rule in rules.Rules
        where rule.Programs is not null && (includeNational || rule.Definition.IsLocal)
        from test in rule.Definition.Tests
        select (rule, test);

    /// <summary>What the rule says to its test's report, with its own parameters and not those of an override.</summary>
    internal static RuleRunOutcome Check(Rule rule, TestDefinition test, int slots)
    {
        var report = test.Report?.Invoke() ?? Parse(test.Document!);
        var comparison = ComparedReports.Of(report, BodyRegister.Empty, test.Related());
        return new RuleRun(new ReportFacts(report, BodyRegister.Empty, comparison), EngineLimits.Default, slots)
            .Check(rule.WithoutCases(), rule.Definition.Parameters);
    }

    private static Report Parse(string document)
    {
        var lines = document.Split('\n').Select((line, i) => new Paragraph(line, new Position(i + 1, 1)));
        return ReportParser.Parse(new Document("txt", [.. lines])).Report;
    }

    /// <summary>What went wrong; null: nothing.</summary>
    private static string? WhatIsWrong(Rule rule, TestDefinition test, RuleRunOutcome outcome)
    {
        if (outcome.Failure is { } failure)
        {
            return Texts.TestRuleFailed(failure);
        }

        var left = outcome.Matches.ToList();
        foreach (var expected in test.Findings)
        {
            var found = left.Find(match => IsAsExpected(rule, match, expected));
            if (found is null)
            {
                return Texts.TestNotFound(Describe(expected), [.. left.Select(match => match.Message)], outcome.Undecided);
            }

            left.Remove(found);
        }

        return left.Count == 0 ? null : Texts.TestFoundMore([.. left.Select(match => match.Message)]);
    }

    private static bool IsAsExpected(Rule rule, Match match, ExpectedFinding expected) =>
        (expected.Cells is null || expected.Cells.All(path => match.Cells.Any(cell => cell.Template!.Path == path)))
        && (expected.Message is null || match.Message.Contains(expected.Message, StringComparison.Ordinal))
        && (expected.Severity is null || expected.Severity == (match.Severity ?? rule.Header.RuleSeverity))
        && (expected.Section is null || expected.Section == match.Section)
        && (expected.Actual is null || expected.Actual == match.Actual)
        && (expected.Expected is null || expected.Expected == match.Expected);

    private static string Describe(ExpectedFinding expected)
    {
        string?[] parts =
        [
            expected.Cells is null ? null : string.Join('、', expected.Cells), expected.Message, expected.Severity?.ToString(),
            expected.Section is null ? null : $"第 {expected.Section} 部分", expected.Actual, expected.Expected,
        ];
        return string.Join('，', parts.OfType<string>());
    }
}
