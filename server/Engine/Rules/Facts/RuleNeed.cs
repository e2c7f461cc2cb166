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
    /// <summary>The words of rule files.</summary>
    public static IReadOnlyList<string> Words { get; } = ["prior", "subordinates", "peers"];

    /// <summary>What a word of a rule file means. None: it is no such word.</summary>
    public static RuleNeed Parse(string word) => word switch
    {
        "prior" => RuleNeed.Prior,
        "subordinates" => RuleNeed.Subordinates,
        "peers" => RuleNeed.Peers,
        _ => RuleNeed.None,
    };

    /// <summary>What the rule needs, in Chinese, as lists of rules and replies name it. Empty: nothing.</summary>
    public static string Name(RuleNeed need) => need switch
    {
        RuleNeed.Prior => Texts.PriorReport,
        RuleNeed.Subordinates => Texts.SubordinateReports,
        RuleNeed.Peers => Texts.PeerReports,
        _ => string.Empty,
    };
}
