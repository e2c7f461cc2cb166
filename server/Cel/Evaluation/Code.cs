namespace Validation.Cel.Evaluation;

/// <summary>What a node of the syntax tree compiles to.</summary>
/// <param name="Run">Evaluates it.</param>
/// <param name="Constant">Its value where that is the same in every evaluation.</param>
internal readonly record struct Code(Func<CelFrame, CelValue> Run, CelValue? Constant)
{
    public static Code Of(CelValue constant) => new(_ => constant, constant);

    public static Code Of(Func<CelFrame, CelValue> run) => new(run, null);
}
