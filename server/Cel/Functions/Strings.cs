using Validation.Cel.Evaluation;

namespace Validation.Cel.Functions;

/// <summary>The usual extension functions for strings: positions and parts. All indexes count code points.</summary>
internal static class Strings
{
    private static readonly CelType[] OneText = [CelType.String];
    private static readonly CelType[] TwoTexts = [CelType.String, CelType.String];
    private static readonly CelType[] TextAndInt = [CelType.String, CelType.Int];
    private static readonly CelType[] TwoTextsAndInt = [CelType.String, CelType.String, CelType.Int];

    public static IReadOnlyList<CelFunction> All { get; } =
    [
        Define.Member("charAt", TextAndInt, CelType.String, CharAt, CelTexts.Functions.CharAt),
        Define.Member("substring", TextAndInt, CelType.String, Substring, CelTexts.Functions.Substring),
        Define.Member("substring", [CelType.String, CelType.Int, CelType.Int], CelType.String, Substring, CelTexts.Functions.Substring),
        Define.Member("indexOf", TwoTexts, CelType.Int, IndexOf, CelTexts.Functions.IndexOf),
        Define.Member("indexOf", TwoTextsAndInt, CelType.Int, IndexOf, CelTexts.Functions.IndexOf),
        Define.Member("lastIndexOf", TwoTexts, CelType.Int, LastIndexOf, CelTexts.Functions.LastIndexOf),
        Define.Member("lastIndexOf", TwoTextsAndInt, CelType.Int, LastIndexOf, CelTexts.Functions.LastIndexOf),
        Define.Member(
            "lowerAscii", OneText, CelType.String, Define.OfText(text => Map(text, char.ToLowerInvariant)), CelTexts.Functions.LowerAscii),
        Define.Member(
            "upperAscii", OneText, CelType.String, Define.OfText(text => Map(text, char.ToUpperInvariant)), CelTexts.Functions.UpperAscii),
        Define.Member("trim", OneText, CelType.String, Define.OfText(text => CelValue.Of(text.Trim())), CelTexts.Functions.Trim),
        Define.Member(
            "reverse", OneText, CelType.String, Define.OfText(text => CelValue.Of(CodePoints.Reverse(text))), CelTexts.Functions.Reverse),
    ];

    private static CelValue Map(string text, Func<char, char> convert)
    {
        return CelValue.Of(string.Create(text.Length, (text, convert), static (result, from) =>
        {
            for (var i = 0; i < result.Length; i++)
            {
                result[i] = char.IsAscii(from.text[i]) ? from.convert(from.text[i]) : from.text[i];
            }
        }));
    }

    private static CelValue CharAt(CelFrame frame, ReadOnlySpan<CelValue> values)
    {
        var text = values[0].AsString;
        if (!Sizes.Spend(frame, text.Length))
        {
            return Fault.BudgetExceeded;
        }

        return CodePoints.Offset(text, values[1].AsInt) is not { } at ? Fault.OutOfRange
            : at == text.Length ? CelValue.Of(string.Empty)
            : CelValue.Of(text.Substring(at, CodePoints.LengthAt(text, at)));
    }

    private static CelValue Substring(CelFrame frame, ReadOnlySpan<CelValue> values)
    {
        var text = values[0].AsString;
        if (!Sizes.Spend(frame, text.Length))
        {
            return Fault.BudgetExceeded;
        }

        var start = CodePoints.Offset(text, values[1].AsInt);
        var end = values.Length > 2 ? CodePoints.Offset(text, values[2].AsInt) : text.Length;
        return start is { } from && end is { } to && from <= to ? CelValue.Of(text[from..to]) : Fault.OutOfRange;
    }

    private static CelValue IndexOf(CelFrame frame, ReadOnlySpan<CelValue> values)
    {
        var (text, part) = (values[0].AsString, values[1].AsString);
        var offset = values.Length > 2 ? values[2].AsInt : 0;
        if (!Sizes.Spend(frame, text.Length))
        {
            return Fault.BudgetExceeded;
        }

        if (CodePoints.Offset(text, offset) is not { } from)
        {
            return Fault.OutOfRange;
        }

        var at = text.IndexOf(part, from, StringComparison.Ordinal);
        return CelValue.Of(at < 0 ? -1L : CodePoints.Count(text.AsSpan(0, at)));
    }

    private static CelValue LastIndexOf(CelFrame frame, ReadOnlySpan<CelValue> values)
    {
        var (text, part) = (values[0].AsString, values[1].AsString);
        if (!Sizes.Spend(frame, text.Length))
        {
            return Fault.BudgetExceeded;
        }

        var last = values.Length > 2 ? CodePoints.Offset(text, values[2].AsInt) : text.Length;
        if (last is not { } latest)
        {
            return Fault.OutOfRange;
        }

        var end = (int)Math.Min((long)latest + part.Length, text.Length);
        var at = text.AsSpan(0, end).LastIndexOf(part, StringComparison.Ordinal);
        return CelValue.Of(at < 0 ? -1L : CodePoints.Count(text.AsSpan(0, at)));
    }
}
