namespace Validation.Cel.Evaluation;

/// <summary>The errors of evaluations, one instance of each.</summary>
internal static class Fault
{
    public static readonly CelValue NoSuchOverload = CelValue.Error(CelTexts.Errors.NoSuchOverload);
    public static readonly CelValue NotBool = CelValue.Error(CelTexts.Errors.NotBool);
    public static readonly CelValue DivisionByZero = CelValue.Error(CelTexts.Errors.DivisionByZero);
    public static readonly CelValue ModuloByZero = CelValue.Error(CelTexts.Errors.ModuloByZero);
    public static readonly CelValue IntOverflow = CelValue.Error(CelTexts.Errors.IntOverflow);
    public static readonly CelValue UIntOverflow = CelValue.Error(CelTexts.Errors.UIntOverflow);
    public static readonly CelValue OutOfRange = CelValue.Error(CelTexts.Errors.OutOfRange);
    public static readonly CelValue TooLarge = CelValue.Error(CelTexts.Errors.TooLarge);
    public static readonly CelValue TooDeep = CelValue.Error(CelTexts.Errors.TooDeep);
    public static readonly CelValue NoSuchKey = CelValue.Error(CelTexts.Errors.NoSuchKey);
    public static readonly CelValue BadKey = CelValue.Error(CelTexts.Errors.BadKey);
    public static readonly CelValue DuplicateKey = CelValue.Error(CelTexts.Errors.DuplicateKey);
    public static readonly CelValue BudgetExceeded = CelValue.Of(CelError.BudgetExceeded);
}
