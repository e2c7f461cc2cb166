using Validation.Cel;
using Validation.Engine.Rules.Facts;
using Validation.Engine.Rules.Files;

namespace Validation.Engine.Rules.Compiling;

/// <summary>Compiles the conditions (<c>when</c>) of overrides that change a rule for some reports only.</summary>
internal static class CaseCompiler
{
    /// <summary>Compiles the cases of a rule; those with a problem are left out.</summary>
    public static IReadOnlyList<RuleCaseProgram> Compile(RuleDefinition rule, ProblemList problems)
    {
        if (rule.Cases.Count == 0)
        {
            return [];
        }

        var cases = new List<RuleCaseProgram>();
        foreach (var change in rule.Cases)
        {
            problems.At(change.File, rule.Id);
            if (Compile(change.When!, problems) is { } when && (change.Off || change.Severity is not null))
            {
                cases.Add(new RuleCaseProgram(change.Off, change.Severity, change.Reason, change.When!.Text, when));
            }
        }

        return cases;
    }

    private static CelProgram? Compile(Expression when, ProblemList problems)
    {
        var compilation = FactEnvironment.Environment.Compile(when.Text, CelChecking.Strict);
        foreach (var problem in compilation.Problems)
        {
            var (line, column) = when.PlaceOf(problem.Line, problem.Column);
            problems.Add(line, column, problem.Message);
        }

        if (compilation.Program is { } program && program.Type != CelType.Bool && program.Type != CelType.Dyn)
        {
            problems.Add(when.Line, when.Column, Texts.NotBool);
        }

        return compilation.Program;
    }
}
