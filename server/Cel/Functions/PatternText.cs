using System.Text;
using Validation.Cel.Evaluation;

namespace Validation.Cel.Functions;

/// <summary>Own functions that find parts of a text by a pattern.</summary>
internal static class PatternText
{
    public static IReadOnlyList<CelFunction> All { get; } =
    [
        Patterns.Member("find", [], CelType.String, Find, CelTexts.Functions.Find),
        Patterns.Member("findAll", [], CelType.ListOf(CelType.String), FindAll, CelTexts.Functions.FindAll),
        Patterns.Member("extract", [], CelType.String, Extract, CelTexts.Functions.Extract),
        Patterns.Member("count", [], CelType.Int, Count, CelTexts.Functions.Count),
        Patterns.Member("replaceAll", [CelType.String], CelType.String, ReplaceAll, CelTexts.Functions.ReplaceAll),
    ];

    private static CelValue Find(CelFrame frame, ReadOnlySpan<CelValue> values, Pattern pattern)
    {
        var text = values[0].AsString;
        foreach (var match in pattern.Regex!.EnumerateMatches(text))
        {
            return CelValue.Of(text.Substring(match.Index, match.Length));
        }

        return CelValue.Of(string.Empty);
    }

    private static CelValue FindAll(CelFrame frame, ReadOnlySpan<CelValue> values, Pattern pattern)
    {
        var text = values[0].AsString;
        List<CelValue> found = [];
        foreach (var match in pattern.Regex!.EnumerateMatches(text))
        {
            if (!pattern.SpendNext(frame, text.Length - match.Index - match.Length))
            {
                return Fault.BudgetExceeded;
            }

            if (found.Count >= CelLimits.Items)
            {
                return Fault.TooLarge;
            }

            found.Add(CelValue.Of(text.Substring(match.Index, match.Length)));
        }

        return CelValue.Of(new CelList([.. found]));
    }

    private static CelValue Extract(CelFrame frame, ReadOnlySpan<CelValue> values, Pattern pattern)
    {
        return CelValue.Of(pattern.Regex!.Match(values[0].AsString).Groups[1].Value);
    }

    private static CelValue Count(CelFrame frame, ReadOnlySpan<CelValue> values, Pattern pattern)
    {
        var text = values[0].AsString;
        var count = 0L;
        foreach (var match in pattern.Regex!.EnumerateMatches(text))
        {
            count++;
            if (!pattern.SpendNext(frame, text.Length - match.Index - match.Length))
            {
                return Fault.BudgetExceeded;
            }
        }

        return CelValue.Of(count);
    }

    private static CelValue ReplaceAll(CelFrame frame, ReadOnlySpan<CelValue> values, Pattern pattern)
    {
        var (text, with) = (values[0].AsString, values[2].AsString);
        var result = new StringBuilder();
        var at = 0;
        foreach (var match in pattern.Regex!.EnumerateMatches(text))
        {
            if (!pattern.SpendNext(frame, text.Length - match.Index - match.Length))
            {
                return Fault.BudgetExceeded;
            }

            if (result.Length > CelLimits.StringLength)
            {
                return Fault.TooLarge;
            }

            result.Append(text, at, match.Index - at).Append(with);
            at = match.Index + match.Length;
        }

        result.Append(text, at, text.Length - at);
        return Sizes.Fits(frame, result.Length, out var error) ? CelValue.Of(result.ToString()) : error;
    }
}
