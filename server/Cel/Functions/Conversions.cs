using System.Globalization;
using System.Text;
using Validation.Cel.Evaluation;

namespace Validation.Cel.Functions;

/// <summary>Conversions between types. See "List of Standard Definitions" in the CEL specification.</summary>
internal static class Conversions
{
    private const double TwoTo63 = 9223372036854775808.0;
    private const double TwoTo64 = 18446744073709551616.0;

    public static IReadOnlyList<CelFunction> All { get; } =
    [
        Of("int", CelType.Int, CelType.Int, value => value),
        Of("int", CelType.UInt, CelType.Int, value => value.AsUInt <= long.MaxValue ? CelValue.Of((long)value.AsUInt) : Fault.IntOverflow),
        Of("int", CelType.Double, CelType.Int, value => ToInt(value.AsDouble)),
        Of("int", CelType.String, CelType.Int, value => ParseInt(value.AsString)),
        Of("uint", CelType.UInt, CelType.UInt, value => value),
        Of("uint", CelType.Int, CelType.UInt, value => value.AsInt >= 0 ? CelValue.Of((ulong)value.AsInt) : Fault.UIntOverflow),
        Of("uint", CelType.Double, CelType.UInt, value => ToUInt(value.AsDouble)),
        Of("uint", CelType.String, CelType.UInt, value => ParseUInt(value.AsString)),
        Of("double", CelType.Double, CelType.Double, value => value),
        Of("double", CelType.Int, CelType.Double, value => CelValue.Of((double)value.AsInt)),
        Of("double", CelType.UInt, CelType.Double, value => CelValue.Of((double)value.AsUInt)),
        Of("double", CelType.String, CelType.Double, value => ParseDouble(value.AsString)),
        Of("string", CelType.String, CelType.String, value => value),
        Of("string", CelType.Int, CelType.String, value => CelValue.Of(value.AsInt.ToString(CultureInfo.InvariantCulture))),
        Of("string", CelType.UInt, CelType.String, value => CelValue.Of(value.AsUInt.ToString(CultureInfo.InvariantCulture))),
        Of("string", CelType.Double, CelType.String, value => CelValue.Of(NumberText.Of(value.AsDouble))),
        Of("string", CelType.Bool, CelType.String, value => CelValue.Of(value.IsTrue ? "true" : "false")),
        Of("string", CelType.Bytes, CelType.String, value => Decode(value.AsBytes)),
        Of("bytes", CelType.Bytes, CelType.Bytes, value => value),
        Of("bytes", CelType.String, CelType.Bytes, value => CelValue.Of(Encoding.UTF8.GetBytes(value.AsString))),
        Of("bool", CelType.Bool, CelType.Bool, value => value),
        Of("bool", CelType.String, CelType.Bool, value => ParseBool(value.AsString)),
    ];

    private static CelFunction Of(string name, CelType parameter, CelType result, Func<CelValue, CelValue> convert)
    {
        return Define.Global(name, [parameter], result, (frame, values) => Convert(frame, values[0], convert), CelTexts.Functions.Convert);
    }

    private static CelValue Convert(CelFrame frame, in CelValue value, Func<CelValue, CelValue> convert)
    {
        var length = value.Kind switch
        {
            CelKind.String => value.AsString.Length,
            CelKind.Bytes => value.AsBytes.Length,
            _ => 0,
        };
        return length == 0 || Sizes.Spend(frame, length) ? convert(value) : Fault.BudgetExceeded;
    }

    private static CelValue ToInt(double value)
    {
        return value > -TwoTo63 && value < TwoTo63 ? CelValue.Of((long)value) : Fault.IntOverflow;
    }

    private static CelValue ToUInt(double value)
    {
        return value > -1 && value < TwoTo64 ? CelValue.Of((ulong)Math.Max(0, value)) : Fault.UIntOverflow;
    }

    private static CelValue ParseInt(string text)
    {
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? CelValue.Of(value)
            : CelValue.Error(CelTexts.Errors.CannotConvert("int"));
    }

    private static CelValue ParseUInt(string text)
    {
        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? CelValue.Of(value)
            : CelValue.Error(CelTexts.Errors.CannotConvert("uint"));
    }

    private static CelValue ParseDouble(string text)
    {
        var sign = text is ['+' or '-', ..] ? 1 : 0;
        if (text.AsSpan(sign).Equals("inf", StringComparison.OrdinalIgnoreCase)
            || text.AsSpan(sign).Equals("infinity", StringComparison.OrdinalIgnoreCase))
        {
            return CelValue.Of(text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity);
        }

        if (text.Equals("nan", StringComparison.OrdinalIgnoreCase))
        {
            return CelValue.Of(double.NaN);
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text, Style, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? CelValue.Of(value)
            : CelValue.Error(CelTexts.Errors.CannotConvert("double"));
    }

    private static CelValue ParseBool(string text)
    {
        return text switch
        {
            "1" or "t" or "T" or "TRUE" or "true" or "True" => CelValue.True,
            "0" or "f" or "F" or "FALSE" or "false" or "False" => CelValue.False,
            _ => CelValue.Error(CelTexts.Errors.CannotConvert("bool")),
        };
    }

    private static CelValue Decode(byte[] bytes)
    {
        return System.Text.Unicode.Utf8.IsValid(bytes)
            ? CelValue.Of(Encoding.UTF8.GetString(bytes))
            : CelValue.Error(CelTexts.Errors.InvalidUtf8);
    }
}
