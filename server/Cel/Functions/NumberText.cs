using System.Globalization;

namespace Validation.Cel.Functions;

/// <summary>Doubles as text: the shortest that reads as the same number.</summary>
internal static class NumberText
{
    /// <summary>As <c>string()</c> gives it: 1, 0.25, 1e+30, +Inf.</summary>
    public static string Of(double value)
    {
        if (double.IsNaN(value))
        {
            return "NaN";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "+Inf" : "-Inf";
        }

        return value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
    }

    /// <summary>As JSON: always with a decimal point or an exponent. Not a number: a JSON string.</summary>
    public static string Json(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "\"NaN\"" : value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
        return text.AsSpan().ContainsAny('.', 'e') ? text : text + ".0";
    }
}
