using Validation.Cli.Rendering;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>Sums up in one line how rule files fared.</summary>
internal static class ProblemSummary
{
    /// <summary>The last line after compiling: how many errors and hints there are.</summary>
    public static Words Of(LintReply reply)
    {
        var errors = Errors(reply.Problems);
        var warnings = reply.Problems.Count - errors;
        return errors + warnings == 0
            ? new Words(RuleTexts.LintClean(reply.Rules), Ink.Good)
            : new Words(RuleTexts.ProblemCount(errors, warnings), errors > 0 ? Ink.Bad : Ink.Doubtful);
    }

    /// <summary>The last line after the rules' tests: how many passed and failed.</summary>
    public static Words Of(TestReply reply)
    {
        var errors = Errors(reply.Problems);
        if (errors > 0)
        {
            return new Words(RuleTexts.ProblemCount(errors, reply.Problems.Count - errors) + RuleTexts.NoTestRan, Ink.Bad);
        }

        return new Words(RuleTexts.TestCount(reply.Passed, reply.Failures.Count), reply.Failures.Count > 0 ? Ink.Bad : Ink.Good);
    }

    private static int Errors(IEnumerable<RuleProblem> problems) => problems.Count(problem => ProblemText.Refuse([problem]));
}
