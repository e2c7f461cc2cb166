namespace Validation.Cel.Functions;

/// <summary>Short forms for defining functions.</summary>
internal static class Define
{
    /// <summary>A function that is called as <c>name(a, b)</c>.</summary>
    public static CelFunction Global(string name, CelType[] parameters, CelType result, CelCall call, string documentation)
    {
        return new(name, IsMember: false, parameters, result, call, documentation);
    }

    /// <summary>A function that is called as <c>a.name(b)</c>.</summary>
    public static CelFunction Member(string name, CelType[] parameters, CelType result, CelCall call, string documentation)
    {
        return new(name, IsMember: true, parameters, result, call, documentation);
    }

    /// <summary>The two functions for calls as <c>name(a, b)</c> and as <c>a.name(b)</c>.</summary>
    public static CelFunction[] Both(string name, CelType[] parameters, CelType result, CelCall call, string documentation)
    {
        return [Global(name, parameters, result, call, documentation), Member(name, parameters, result, call, documentation)];
    }

    /// <summary>A call that computes a value from one text. The steps for reading it are taken from the budget first.</summary>
    public static CelCall OfText(Func<string, CelValue> call)
    {
        return (frame, arguments) =>
        {
            var text = arguments[0].AsString;
            return Evaluation.Sizes.Spend(frame, text.Length) ? call(text) : Evaluation.Fault.BudgetExceeded;
        };
    }

    /// <summary>A call that computes a value from two texts. The steps for reading them are taken from the budget first.</summary>
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
