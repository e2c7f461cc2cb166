namespace Validation.Engine.Rules.Facts;

/// <summary>What a rule needs besides the report.</summary>
internal enum RuleNeed
{
    None,

    /// <summary>Last year's report of the same body.</summary>
    Prior,

    /// <summary>The reports of the bodies under the body.</summary>
    Subordinates,

    /// <summary>The reports of other bodies under the same superior.</summary>
    Peers,
}

/// <summary>The words for what a rule needs: in rule files, and for people.</summary>
internal static class RuleNeeds
{
    private static readonly (string Word, RuleNeed Need, string Name)[] All =
    [
        ("prior", RuleNeed.Prior, Texts.PriorReport),
        ("subordinates", RuleNeed.Subordinates, Texts.SubordinateReports),
        ("peers", RuleNeed.Peers, Texts.PeerReports),
    ];

    /// <summary>The words of rule files.</summary>
    public static IEnumerable<string> Words => All.Select(one => one.Word);

    /// <summary>What a word of a rule file means. False: it is no such word.</summary>
    public static bool TryParse(string word, out RuleNeed need) =>
        (need = Array.Find(All, one => one.Word == word).Need) != RuleNeed.None;

    /// <summary>What the rule needs, in Chinese, as lists of rules and replies name it. Empty: nothing.</summary>
    public static string Name(RuleNeed need) => Array.Find(All, one => one.Need == need).Name ?? string.Empty;
}
