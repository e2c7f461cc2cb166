using Validation.Cel;
using Validation.Engine.Bodies;
using Validation.Engine.Rules.Facts;
using Validation.V1;

namespace Validation.Engine.Rules.Trying;

/// <summary>Evaluates an expression that an administrator tries out, with lenient checking.</summary>
public static class ExpressionTrial
{
    /// <summary>The value of an expression. Bad expressions are values with an error, never exceptions.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="report">The report whose facts are the variables. Null: there are none.</param>
    /// <param name="bodies">The bodies that the report may be from.</param>
    /// <param name="limits">How much work is allowed.</param>
    public static ExpressionValue Evaluate(string expression, Report? report, BodyRegister bodies, EngineLimits limits)
    {
        ArgumentNullException.ThrowIfNull(bodies);
        ArgumentNullException.ThrowIfNull(limits);
        var environment = report is null ? FactEnvironment.WithoutReport : FactEnvironment.Environment;
        var compilation = environment.Compile(expression, CelChecking.Lenient);
        if (compilation.Program is null)
        {
            var problem = compilation.Problems[0];
            return new ExpressionValue { Error = Texts.ExpressionProblem(problem.Line, problem.Column, problem.Message) };
        }

        var variables = new CelValue[environment.Variables.Count];
        if (report is not null)
        {
            FactEnvironment.Fill(variables, new ReportFacts(report, bodies));
        }

        var budget = new CelBudget(limits.Rules.Steps);
        var value = Show(compilation.Program.Evaluate(new CelFrame(variables, budget)));
        Advise(value, environment.Compile(expression, CelChecking.Strict));
        return value;
    }

    /// <summary>Adds the hints that the same expression would get in a rule. Where it has no value, the first hint becomes the
    /// reason.</summary>
    private static void Advise(ExpressionValue value, CelCompilation asRule)
    {
        var problems = asRule.Problems.Select(problem => Texts.ExpressionProblem(problem.Line, problem.Column, problem.Message)).ToList();
        if (value.Error.Length > 0 && problems.Count > 0)
        {
            value.Error = problems[0];
            problems.RemoveAt(0);
        }

        value.Hints.AddRange(problems);
        value.Hints.AddRange(asRule.Warnings.Select(hint => Texts.ExpressionProblem(hint.Line, hint.Column, hint.Message)));
    }

    private static ExpressionValue Show(CelValue value)
    {
        var (json, type, error) = CelJson.Format(value);
        return error is null
            ? new ExpressionValue { Json = json, Type = type }
            : new ExpressionValue { Error = CelErrorWords.Of(error) };
    }
}
