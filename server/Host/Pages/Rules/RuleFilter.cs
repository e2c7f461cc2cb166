using Validation.Engine.Rules;
using Validation.V1;

namespace Validation.Server.Pages.Rules;

/// <summary>Which rules somebody wants to see. What the address does not say, or says in words that are not known, does not
/// matter.</summary>
/// <param name="Words">Words that the id, the title or the message holds, all of them. Empty: any.</param>
/// <param name="Family">The family. Empty: any.</param>
/// <param name="Severity">The weight in force. Unspecified: any.</param>
/// <param name="State">A word of <see cref="States"/>. Empty: any.</param>
public sealed record RuleFilter(string Words, string Family, Level Severity, string State)
{
    private const int MostWords = 200;

    /// <summary>The states that can be asked for, as addresses write them, with what they are called.</summary>
    public static IReadOnlyList<(string Word, string Title)> States { get; } =
    [
        ("on", RulePageTexts.StateOn), ("trial", RulePageTexts.StateTrial), ("off", RulePageTexts.StateOff),
        ("failing", RulePageTexts.StateFailing), ("waiting", RulePageTexts.StateWaiting), ("years", RulePageTexts.StateYears),
        ("changed", RulePageTexts.StateChanged), ("local", RulePageTexts.StateLocal),
    ];

    /// <summary>The weights that can be asked for, as rule files write them.</summary>
    public static IReadOnlyList<(string Word, Level Severity)> Severities { get; } =
        [("error", Level.Error), ("warning", Level.Warning), ("info", Level.Info)];

    /// <summary>True: all rules are wanted.</summary>
    public bool TakesAll => this is { Words: "", Family: "", Severity: Level.Unspecified, State: "" };

    /// <summary>Reads the terms of an address.</summary>
    public static RuleFilter Of(IQueryCollection query)
    {
        var words = query["q"].ToString().Trim();
        var state = query["state"].ToString();
        return new RuleFilter(
            words.Length > MostWords ? words[..MostWords] : words,
            query["family"].ToString(),
            Severities.FirstOrDefault(one => one.Word == query["severity"].ToString()).Severity,
            States.Any(one => one.Word == state) ? state : "");
    }

    /// <summary>Whether a rule is wanted.</summary>
    public bool Takes(RuleRow row)
    {
        return (Family.Length == 0 || row.Summary.Family == Family)
            && (Severity == Level.Unspecified || row.Summary.Severity == Severity)
            && IsInState(row)
            && Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(row.Holds);
    }

    /// <summary>The terms in words, for a list on paper. Empty: there are none.</summary>
    public string Chinese()
    {
        string[] parts =
        [
            Words.Length > 0 ? $"“{Words}”" : "", Family, Severity == Level.Unspecified ? "" : RuleWords.Weight(Severity),
            States.FirstOrDefault(one => one.Word == State).Title ?? "",
        ];
        return string.Join('、', parts.Where(part => part.Length > 0));
    }

    private bool IsInState(RuleRow row) => State switch
    {
        "on" => row.IsEvaluated,
        "trial" => row.Summary.TrialUntil.Length > 0,
        "off" => row.Summary.Off,
        "failing" => row.IsFailing,
        "waiting" => row.Summary.WaitsFor.Length > 0,
        "years" => row.Summary.Since > 0 || row.Summary.Until > 0,
        "changed" => row.IsOverridden,
        "local" => row.Summary.Local,
        _ => true,
    };
}

/// <summary>A rule of the list.</summary>
/// <param name="Summary">The rule as it is listed.</param>
/// <param name="Message">The template of its message.</param>
/// <param name="IsEvaluated">It is neither switched off nor waits for what the program cannot have.</param>
/// <param name="IsOverridden">An administrator changed it.</param>
/// <param name="IsFailing">It has failed on many documents of late.</param>
public sealed record RuleRow(RuleSummary Summary, string Message, bool IsEvaluated, bool IsOverridden, bool IsFailing)
{
    /// <summary>All rules, in the order in which they are evaluated.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="failing">The ids of those that fail often.</param>
    public static IReadOnlyList<RuleRow> Of(RuleSet rules, IReadOnlySet<string> failing)
    {
        return
        [
            .. rules.Rules.Zip(rules.List.Rules, (rule, summary) => new RuleRow(
                summary, rule.MessageText, rule.IsEvaluated, rule.IsOverridden, failing.Contains(summary.Id))),
        ];
    }

    /// <summary>Whether the id, the title or the message holds a word.</summary>
    public bool Holds(string word)
    {
        return new[] { Summary.Id, Summary.Title, Message }.Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
