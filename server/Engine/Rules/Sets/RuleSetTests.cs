using Validation.Engine.Bodies;
using Validation.Engine.Documents;
using Validation.Engine.Reports;
using Validation.Engine.Rules.Files;
using Validation.V1;

namespace Validation.Engine.Rules.Sets;

/// <summary>How the rules' own tests went.</summary>
/// <param name="Passed">Tests that went as they should.</param>
/// <param name="Failures">Tests that did not.</param>
public sealed record RuleTestResult(int Passed, IReadOnlyList<TestFailure> Failures);

/// <summary>Runs the tests that rules bring along.</summary>
public static class RuleSetTests
{
    /// <summary>Runs them.</summary>
    /// <param name="rules">The rule set.</param>
    /// <param name="includeNational">True: the national rules' tests too; false: those of rules that the overlay adds.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static RuleTestResult Run(RuleSet rules, bool includeNational, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var passed = 0;
        var failures = new List<TestFailure>();
        foreach (var rule in rules.Rules.Where(rule => rule.Programs is not null && (includeNational || rule.Definition.IsLocal)))
        {
            foreach (var test in rule.Definition.Tests)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Run(rule, test, rules.Slots) is { } message)
                {
                    failures.Add(new TestFailure
                    {
                        RuleId = rule.Header.Id, Test = test.Name, File = rule.Definition.File, Line = test.Line, Message = message,
                    });
                }
                else
                {
                    passed++;
                }
            }
        }

        return new RuleTestResult(passed, failures);
    }

    /// <summary>What the rule says to its test's report.</summary>
    internal static RuleOutcome Check(Rule rule, TestDefinition test, int slots) =>
        new RuleRun(test.Report?.Invoke() ?? Parse(test.Document!), BodyRegister.Empty, EngineLimits.Default, slots)
            .Check(rule.WithoutCases());

    private static Report Parse(string document)
    {
        var lines = document.Split('\n').Select((line, i) => new Paragraph(line, new Position(i + 1, 1)));
        return ReportParser.Parse(new Document("txt", [.. lines])).Report;
    }

    /// <summary>What went wrong; null: nothing.</summary>
    private static string? Run(Rule rule, TestDefinition test, int slots)
    {
        var outcome = Check(rule, test, slots);
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
                return Texts.TestNotFound(Describe(expected), [.. left.Select(match => match.Message)]);
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
