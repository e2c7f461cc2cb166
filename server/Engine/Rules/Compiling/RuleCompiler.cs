using Validation.Cel;
using Validation.Engine.Rules.Facts;
using Validation.Engine.Rules.Files;
using Validation.V1;

namespace Validation.Engine.Rules.Compiling;

/// <summary>Compiles the expressions of a rule, with strict checking of names and types.</summary>
/// <param name="rule">The rule.</param>
/// <param name="problems">Gets what is wrong.</param>
internal sealed class RuleCompiler(RuleDefinition rule, ProblemList problems)
{
    private CelEnvironment _environment = FactEnvironment.Environment.With(rule.Parameters.Variable);

    /// <summary>Compiles a rule. A rule with problems has no programs, and its set is refused.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="today">The day for which its trial is on or over.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public static Rule Compile(RuleDefinition rule, DateOnly today, ProblemList problems)
    {
        var header = new RuleHeader(
            rule.Id, rule.Title, rule.SeverityInForce ?? rule.Severity, rule.Severity, rule.Basis, rule.Trial >= today);
        var compilation = rule.Compilation.Value ??= Compile(rule);
        problems.AddRange(compilation.Problems);
        if (rule.Trial < today && rule.OverriddenAt is null)
        {
            problems.At(rule.File, rule.Id);
            problems.Add(rule.Line, 0, Texts.TrialOver(rule.Trial.Value), Level.Warning);
        }

        return new Rule(rule, header, compilation.Programs, Cases(rule, problems));
    }

    /// <summary>The changes of a rule for some reports only, with their conditions compiled; those with a problem are left out.</summary>
    private static List<RuleCaseProgram> Cases(RuleDefinition rule, ProblemList problems)
    {
        var cases = new List<RuleCaseProgram>();
        foreach (var change in rule.Cases)
        {
            problems.At(change.File, rule.Id);
            var compilation = Compile(change.When!, ExpressionUse.Condition, FactEnvironment.Environment, problems);
            if (compilation.Program is { } when && (change.Off || change.Severity is not null))
            {
                cases.Add(new RuleCaseProgram(change, when));
            }
        }

        return cases;
    }

    private static RuleCompilation Compile(RuleDefinition rule)
    {
        var problems = new ProblemList();
        problems.At(rule.File, rule.Id);
        var isWhole = rule is { WaitsFor: "", Assert: not null, Message: not null };
        return new RuleCompilation(isWhole ? new RuleCompiler(rule, problems).Programs() : null, problems.Problems);
    }

    private RulePrograms? Programs()
    {
        var each = Each();
        var applies = Compile(rule.Applies, ExpressionUse.Condition);
        var isOnce = applies is not null && !applies.Variables.Any(slot => slot >= FactEnvironment.Count);
        var assert = Compile(rule.Assert, ExpressionUse.Condition);
        var cells = rule.Cells.Select(cell => Compile(cell, ExpressionUse.Cells)).ToList();
        var lower = rule.Lower.Select(pair => (pair.Severity, When: Compile(pair.When, ExpressionUse.Condition))).ToList();
        var message = Compile(rule.Message);
        var (at, section) = (Compile(rule.At, ExpressionUse.Place), Compile(rule.Section, ExpressionUse.Section));
        var twin = Compile(rule.Twin, ExpressionUse.Twin);
        if (assert is null || message is null || cells.Contains(null) || lower.Exists(pair => pair.When is null))
        {
            return null;
        }

        return new RulePrograms
        {
            Each = each,
            AppliesOnce = isOnce ? applies : null,
            Applies = isOnce ? null : applies,
            Assert = assert,
            Cells = [.. cells.OfType<CelProgram>()],
            At = at,
            Section = section,
            Twin = twin,
            Message = message,
            Expected = Compile(rule.Expected),
            Actual = Compile(rule.Actual),
            Mend = Compile(rule.Mend),
            Subject = Compile(rule.Subject),
            Lower = [.. lower.Select(pair => (pair.Severity, pair.When!))],
        };
    }

    private List<CelProgram> Each()
    {
        var lists = new List<CelProgram>();
        foreach (var (name, list) in rule.Each)
        {
            var program = Compile(list, ExpressionUse.List);
            if (!ParameterReader.IsName(name.Text) || _environment.Variables.Any(variable => variable.Name == name.Text))
            {
                problems.Add(name, Texts.BadVariable(name.Text));
            }

            // The variable is declared even when its list is wrong, so that the expressions that use it are checked by themselves.
            _environment = _environment.With(new CelVariable(name.Text, (program?.Type as CelListType)?.Item ?? CelType.Dyn));
            if (program is not null)
            {
                lists.Add(program);
            }
        }

        return lists;
    }

    private TextProgram? Compile(TextTemplate? template) => template is null ? null
        : new TextProgram([.. template.Parts.Select(part => (part.Plain, Compile(part.Expression, ExpressionUse.Shown)))]);

    private CelProgram? Compile(Expression? expression, ExpressionUse use)
    {
        if (expression is null)
        {
            return null;
        }

        if (use.Advice(expression.Text) is { } advice)
        {
            problems.Add(expression.Line, expression.Column, advice);
            return null;
        }

        return Compile(expression, use, _environment, problems).Program;
    }

    private static CelCompilation Compile(Expression expression, ExpressionUse use, CelEnvironment environment, ProblemList problems)
    {
        var compilation = environment.Compile(expression.Text, CelChecking.Strict);
        var isCut = expression.Text.AsSpan().Count('(') != expression.Text.AsSpan().Count(')') && use.MayStandInBrackets;
        foreach (var problem in compilation.Problems)
        {
            var whole = isCut ? problem with { Message = $"{problem.Message}。{Texts.CommaInBrackets}" } : problem;
            Add(expression, whole, Level.Error, problems);
        }

        foreach (var warning in compilation.Warnings)
        {
            Add(expression, warning, Level.Warning, problems);
        }

        if (compilation.Program is { } program && !use.Takes(program.Type))
        {
            problems.Add(expression.Line, expression.Column, use.Problem);
        }

        return compilation;
    }

    private static void Add(Expression expression, CelProblem problem, Level level, ProblemList problems)
    {
        var (line, column) = expression.PlaceOf(problem.Line, problem.Column);
        problems.Add(line, column, problem.Message, level);
    }
}
