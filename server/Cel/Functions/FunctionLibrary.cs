namespace Validation.Cel.Functions;

/// <summary>The functions that every environment has.</summary>
internal static class FunctionLibrary
{
    /// <summary>The functions of the specification, its usual extensions for strings, and the own ones.</summary>
    public static IReadOnlyList<CelFunction> All { get; } =
    [
        .. StandardFunctions.All, .. Conversions.All, .. Strings.All, .. StringLists.All, .. Patterns.All, .. Own,
    ];

    /// <summary>The functions that the specification does not know.</summary>
    public static IEnumerable<CelFunction> Own =>
    [
        .. Numbers.All, .. TextSimilarity.All, .. Identity.All, .. Text.All, .. PatternText.All, .. Slips.All,
    ];
}
