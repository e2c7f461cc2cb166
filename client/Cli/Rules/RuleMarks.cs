using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>Short words and colours for the state of a rule in lists.</summary>
internal static class RuleMarks
{
    /// <summary>The weight in force.</summary>
    public static string Weight(RuleSummary rule) => FindingWords.Name(rule.Severity);

    /// <summary>The colour of the weight.</summary>
    public static Rendering.Ink Ink(RuleSummary rule) => rule switch
    {
        { Off: true } => Rendering.Ink.Faint,
        { Severity: Level.Error } => Rendering.Ink.Bad,
        { Severity: Level.Warning } => Rendering.Ink.Doubtful,
        _ => Rendering.Ink.Note,
    };

    /// <summary>The marks; empty: there are none.</summary>
    public static string Of(RuleSummary rule)
    {
        var marks = new List<string>();
        Add(rule.Off, RuleTexts.MarkOff(rule.OffReason));
        Add(rule.TrialUntil.Length > 0, RuleTexts.MarkTrial(rule.TrialUntil));
        Add(rule.WaitsFor.Length > 0, RuleTexts.MarkWaits(rule.WaitsFor));
        Add(rule.Since > 0 || rule.Until > 0, RuleTexts.MarkYears(rule.Since, rule.Until));
        // A rule on trial has the weight of a hint anyhow.
        var graded = rule.RuleSeverity != Level.Unspecified && rule.RuleSeverity != rule.Severity;
        Add(graded && rule.TrialUntil.Length == 0, RuleTexts.MarkGraded(rule.RuleSeverity));
        Add(rule.Local, RuleTexts.MarkLocal);
        Add(rule.Cases.Count > 0, RuleTexts.MarkCases(rule.Cases));
        Add(rule.NeverAccepted, RuleTexts.MarkNeverAccepted);
        return string.Concat(marks);

        void Add(bool applies, string mark)
        {
            if (applies)
            {
                marks.Add(mark);
            }
        }
    }
}
