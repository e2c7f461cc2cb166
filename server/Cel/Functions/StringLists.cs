using System.Text;
using Validation.Cel.Evaluation;

namespace Validation.Cel.Functions;

/// <summary>The usual extension functions that split strings into lists and join lists to strings.</summary>
internal static class StringLists
{
    private static readonly CelType ListOfTexts = CelType.ListOf(CelType.String);
    private static readonly CelType A = CelType.Parameter("A");

    public static IReadOnlyList<CelFunction> All { get; } =
    [
        Define.Member("split", [CelType.String, CelType.String], ListOfTexts, Split, CelTexts.Functions.Split),
        Define.Member("split", [CelType.String, CelType.String, CelType.Int], ListOfTexts, Split, CelTexts.Functions.Split),
        Define.Member("join", [ListOfTexts], CelType.String, Join, CelTexts.Functions.Join),
        Define.Member("join", [ListOfTexts, CelType.String], CelType.String, Join, CelTexts.Functions.Join),
        Define.Member("replace", [CelType.String, CelType.String, CelType.String], CelType.String, Replace, CelTexts.Functions.Replace),
        Define.Member(
            "replace", [CelType.String, CelType.String, CelType.String, CelType.Int], CelType.String, Replace, CelTexts.Functions.Replace),
        Define.Member("reverse", [CelType.ListOf(A)], CelType.ListOf(A), Reverse, CelTexts.Functions.Reverse),
    ];

    private static CelValue Split(CelFrame frame, ReadOnlySpan<CelValue> values)
    {
        var (text, separator) = (values[0].AsString, values[1].AsString);
        var most = values.Length > 2 && values[2].AsInt >= 0 ? values[2].AsInt : long.MaxValue;
        if (!Sizes.Spend(frame, text.Length))
        {
            return Fault.BudgetExceeded;
        }

        List<CelValue> parts = [];
        for (var at = 0; parts.Count < most;)
        {
            var end = parts.Count == most - 1 ? -1 : End(text, separator, at);
            parts.Add(CelValue.Of(end < 0 ? text[at..] : text[at..end]));
            if (end < 0)
            {
                break;
            }

            at = end + separator.Length;
            if (!frame.Budget.Spend() || parts.Count >= CelLimits.Items)
            {
                return Fault.TooLarge;
            }
        }

        return CelValue.Of(separator.Length == 0 && text.Length == 0 ? CelList.Empty : new CelList([.. parts]));
    }

    /// <summary>The index where the part that begins at an index ends. Less than 0: it is the last part.</summary>
    private static int End(string text, string separator, int at)
    {
        if (separator.Length > 0)
        {
            return text.IndexOf(separator, at, StringComparison.Ordinal);
        }

        var end = at + (at < text.Length ? CodePoints.LengthAt(text, at) : 1);
        return end < text.Length ? end : -1;
    }

    private static CelValue Join(CelFrame frame, ReadOnlySpan<CelValue> values)
    {
        var separator = values.Length > 1 ? values[1].AsString : string.Empty;
        var result = new StringBuilder();
        foreach (ref readonly var item in values[0].AsList.Items)
        {
            if (item.Kind != CelKind.String)
            {
                return Fault.NoSuchOverload;
            }

            if (!Sizes.Fits(frame, (long)result.Length + separator.Length + item.AsString.Length, out var error))
            {
                return error;
            }

            result.Append(item.AsString).Append(separator);
        }

        result.Length -= result.Length == 0 ? 0 : separator.Length;
        return CelValue.Of(result.ToString());
    }

    private static CelValue Replace(CelFrame frame, ReadOnlySpan<CelValue> values)
    {
        var (text, old, with) = (values[0].AsString, values[1].AsString, values[2].AsString);
        var left = values.Length > 3 && values[3].AsInt >= 0 ? values[3].AsInt : long.MaxValue;
        if (!Sizes.Spend(frame, text.Length))
        {
            return Fault.BudgetExceeded;
        }

        var result = new StringBuilder();
        var at = 0;
        for (var next = text.IndexOf(old, StringComparison.Ordinal); next >= 0 && left > 0; left--)
        {
            if (!frame.Budget.Spend() || result.Length > CelLimits.StringLength)
            {
                return Fault.TooLarge;
            }

            result.Append(text, at, next - at).Append(with);
            at = next + old.Length;
            var from = at + (old.Length == 0 && at < text.Length ? CodePoints.LengthAt(text, at) : 0);
            next = old.Length == 0 && at == text.Length ? -1 : text.IndexOf(old, from, StringComparison.Ordinal);
        }

        result.Append(text, at, text.Length - at);
        return Sizes.Fits(frame, result.Length, out var error) ? CelValue.Of(result.ToString()) : error;
    }

    private static CelValue Reverse(CelFrame frame, ReadOnlySpan<CelValue> values)
    {
        var items = values[0].AsList.Items.ToArray();
        if (!Sizes.FitsItems(frame, items.Length, out var error))
        {
            return error;
        }

        items.AsSpan().Reverse();
        return CelValue.Of(new CelList(items));
    }
}
