using Validation.Cel.Evaluation;

namespace Validation.Cel.Functions;

/// <summary>size, contains, startsWith, endsWith, type and dyn. See "List of Standard Definitions" in the CEL specification.</summary>
internal static class StandardFunctions
{
    private static readonly CelType A = CelType.Parameter("A");
    private static readonly CelType B = CelType.Parameter("B");

    public static IReadOnlyList<CelFunction> All { get; } =
    [
        .. Define.Both(
            "size",
            [CelType.String],
            CelType.Int,
            Define.OfText(text => CelValue.Of((long)CodePoints.Count(text))),
            CelTexts.Functions.Size),
        .. Define.Both(
            "size", [CelType.Bytes], CelType.Int, (_, values) => CelValue.Of((long)values[0].AsBytes.Length), CelTexts.Functions.Size),
        .. Define.Both(
            "size", [CelType.ListOf(A)], CelType.Int, (_, values) => CelValue.Of((long)values[0].AsList.Count), CelTexts.Functions.Size),
        .. Define.Both(
            "size", [CelType.MapOf(A, B)], CelType.Int, (_, values) => CelValue.Of((long)values[0].AsMap.Count), CelTexts.Functions.Size),
        Define.Member("contains", [CelType.String, CelType.String], CelType.Bool, Define.OfTexts(Contains), CelTexts.Functions.Contains),
        Define.Member(
            "startsWith", [CelType.String, CelType.String], CelType.Bool, Define.OfTexts(StartsWith), CelTexts.Functions.StartsWith),
        Define.Member("endsWith", [CelType.String, CelType.String], CelType.Bool, Define.OfTexts(EndsWith), CelTexts.Functions.EndsWith),
        Define.Global("type", [A], CelType.Type, (_, values) => CelValue.Of(TypeNames.Of(values[0])), CelTexts.Functions.Type),
        Define.Global("dyn", [A], CelType.Dyn, (_, values) => values[0], CelTexts.Functions.Dyn),
    ];

    private static CelValue Contains(string text, string part) => CelValue.Of(text.Contains(part, StringComparison.Ordinal));

    private static CelValue StartsWith(string text, string part) => CelValue.Of(text.StartsWith(part, StringComparison.Ordinal));

    private static CelValue EndsWith(string text, string part) => CelValue.Of(text.EndsWith(part, StringComparison.Ordinal));
}
