namespace Validation.Cel.Functions;

/// <summary>Writes functions down shortly.</summary>
internal static class Define
{
    /// <summary><c>name(a, b)</c>.</summary>
    public static CelFunction Global(string name, CelType[] parameters, CelType result, CelCall call, string documentation)
    {
        return new(name, IsMember: false, parameters, result, call, documentation);
    }

    /// <summary><c>a.name(b)</c>.</summary>
    public static CelFunction Member(string name, CelType[] parameters, CelType result, CelCall call, string documentation)
    {
        return new(name, IsMember: true, parameters, result, call, documentation);
    }

    /// <summary>Both <c>name(a, b)</c> and <c>a.name(b)</c>.</summary>
    public static CelFunction[] Both(string name, CelType[] parameters, CelType result, CelCall call, string documentation)
    {
        return [Global(name, parameters, result, call, documentation), Member(name, parameters, result, call, documentation)];
    }

    /// <summary>A call that turns one text into something, and pays for reading it.</summary>
    public static CelCall OfText(Func<string, CelValue> call)
    {
        return (frame, arguments) =>
        {
            var text = arguments[0].AsString;
            return Evaluation.Sizes.Spend(frame, text.Length) ? call(text) : Evaluation.Fault.BudgetExceeded;
        };
    }

    /// <summary>A call on two texts, which pays for reading them.</summary>
    public static CelCall OfTexts(Func<string, string, CelValue> call)
    {
        return (frame, arguments) =>
        {
            var (first, second) = (arguments[0].AsString, arguments[1].AsString);
            return Evaluation.Sizes.Spend(frame, (long)first.Length + second.Length)
                ? call(first, second)
                : Evaluation.Fault.BudgetExceeded;
        };
    }
}
