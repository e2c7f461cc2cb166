using Validation.V1;

namespace Validation.Engine.Rules.Sets;

/// <summary>Evaluates expressions outside a rule, leniently: what an administrator tries out.</summary>
public static class ExpressionTrial
{
    /// <summary>The value of an expression. Bad expressions are values with an error, never exceptions.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="report">The report whose facts are the variables. Null: there are none.</param>
    /// <param name="limits">How much work is allowed.</param>
    public static ExpressionValue Evaluate(string expression, Report? report, EngineLimits limits) => throw new NotSupportedException("not yet");
}
