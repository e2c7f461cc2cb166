namespace Validation.Cel.Evaluation;

/// <summary>The errors of evaluations, made once.</summary>
internal static class Fault
{
    public static readonly CelValue NoSuchOverload = CelValue.Error(Texts.Errors.NoSuchOverload);
    public static readonly CelValue NotBool = CelValue.Error(Texts.Errors.NotBool);
    public static readonly CelValue DivisionByZero = CelValue.Error(Texts.Errors.DivisionByZero);
    public static readonly CelValue ModuloByZero = CelValue.Error(Texts.Errors.ModuloByZero);
    public static readonly CelValue IntOverflow = CelValue.Error(Texts.Errors.IntOverflow);
    public static readonly CelValue UIntOverflow = CelValue.Error(Texts.Errors.UIntOverflow);
    public static readonly CelValue OutOfRange = CelValue.Error(Texts.Errors.OutOfRange);
    public static readonly CelValue TooLarge = CelValue.Error(Texts.Errors.TooLarge);
    public static readonly CelValue TooDeep = CelValue.Error(Texts.Errors.TooDeep);
    public static readonly CelValue NoSuchKey = CelValue.Error(Texts.Errors.NoSuchKey);
    public static readonly CelValue BadKey = CelValue.Error(Texts.Errors.BadKey);
    public static readonly CelValue DuplicateKey = CelValue.Error(Texts.Errors.DuplicateKey);
    public static readonly CelValue BudgetExceeded = CelValue.Of(CelError.BudgetExceeded);
}
