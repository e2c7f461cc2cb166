namespace Validation.Engine.Rules.National;

/// <summary>The national rule set: every rule, in the order of the report.</summary>
internal static class NationalRules
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<IRule> All { get; } =
    [
        new SectionMissing(),
        new SectionNumber(),
        new SectionOrder(),
        .. TableRules.All,
        new StrayValue(),
        new RowTotal(),
        new ResultsTotal(),
        new Balance(),
        new DisputesTotal(),
    ];
}
