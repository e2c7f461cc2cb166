namespace Validation.Cel.Evaluation;

/// <summary>Keeps strings, lists and maps that an evaluation makes within <see cref="CelLimits"/>, and takes their steps from the
/// budget.</summary>
internal static class Sizes
{
    private const int LongText = 1024;

    /// <summary>Whether a string or bytes of that length may be made. False: the error says why not.</summary>
    public static bool Fits(CelFrame frame, long length, out CelValue error)
    {
        return Pays(frame, length <= CelLimits.StringLength, length / CelLimits.CharactersPerStep, out error);
    }

    /// <summary>Whether a list or map of that many items may be made. False: the error says why not.</summary>
    public static bool FitsItems(CelFrame frame, long count, out CelValue error)
    {
        return Pays(frame, count <= CelLimits.Items, count / 4, out error);
    }

    /// <summary>Takes the steps for comparing or looking up a value, which may be a long text. False: the budget is used up.</summary>
    public static bool SpendLong(CelFrame frame, in CelValue value)
    {
        return value.Kind != CelKind.String || value.AsString.Length < LongText || Spend(frame, value.AsString.Length);
    }

    /// <summary>Takes the steps for reading a text. False: the budget is used up.</summary>
    public static bool Spend(CelFrame frame, long characters) => frame.Budget.Spend(1 + (characters / CelLimits.CharactersPerStep));

    private static bool Pays(CelFrame frame, bool fits, long steps, out CelValue error)
    {
        error = fits ? Fault.BudgetExceeded : Fault.TooLarge;
        return fits && frame.Budget.Spend(1 + steps);
    }
}
