namespace Validation.Cel.Tests;

/// <summary>A function of the environment whose work cannot be counted ends the evaluation, whatever stands around it.</summary>
public sealed class ExhaustedBudgetTests
{
    private static readonly CelEnvironment Environment = new([], [new CelFunction("endless", false, [], CelType.Bool, Endless)]);

    [Theory]
    [InlineData("endless()")]
    [InlineData("endless() || true")]
    [InlineData("true || endless() || true", false)]
    [InlineData("[1, 2].exists(x, endless() || x == 2)")]
    [InlineData("[true].all(x, !endless() || x)")]
    public void Evaluate_FunctionExhaustsTheBudget_NothingAbsorbsIt(string expression, bool isCalled = true)
    {
        var program = Environment.Compile(expression, CelChecking.Strict).Program!;
        var value = program.Evaluate(new CelFrame([], new CelBudget(1000)));

        (value.IsError && value.AsError == CelError.BudgetExceeded).ShouldBe(isCalled);
    }

    private static CelValue Endless(CelFrame frame, ReadOnlySpan<CelValue> arguments)
    {
        frame.Budget.Exhaust();
        return CelValue.Of(CelError.BudgetExceeded);
    }
}
