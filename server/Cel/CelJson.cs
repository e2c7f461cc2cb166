using Validation.Cel.Evaluation;

namespace Validation.Cel;

/// <summary>A value as JSON.</summary>
/// <param name="Json">The JSON. Null: there is an error.</param>
/// <param name="Type">The name of the value's type, such as "int". Null: there is an error.</param>
/// <param name="Error">The error. Null: there is none.</param>
public sealed record CelJsonResult(string? Json, string? Type, CelError? Error);

/// <summary>
/// Prints values as JSON: int and uint without decimal point, double always with one or an exponent, what is no number as a string, bytes
/// in base64, types by their names, objects by their fields or, where they stand for a number, as that number. Bounded in depth and
/// length.
/// </summary>
public static class CelJson
{
    /// <summary>Prints a value. Never throws.</summary>
    public static CelJsonResult Format(CelValue value)
    {
        if (value.IsError)
        {
            return new(null, null, value.AsError);
        }

        var writer = new Printing.JsonPrinter();
        return writer.Print(value) is { } json
            ? new(json, TypeNames.Of(value).Name, null)
            : new(null, null, new(CelTexts.Errors.TooLarge));
    }
}
