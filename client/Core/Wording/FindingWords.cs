using Validation.V1;

namespace Validation.Client.Wording;

/// <summary>The words that stand around what a finding itself says.</summary>
public static class FindingWords
{
    /// <summary>Stands before the basis.</summary>
    public const string Basis = Texts.Basis;

    /// <summary>Says that a rule is on trial.</summary>
    public const string OnTrial = Texts.OnTrial;

    /// <summary>The name of a weight. One that this program does not know is a hint.</summary>
    public static string Name(Level severity) => severity switch
    {
        Level.Error => Texts.Error,
        Level.Warning => Texts.Warning,
        _ => Texts.Hint,
    };

    /// <summary>The weight in force and, where they differ, that of the rule itself.</summary>
    public static string Weight(Finding finding)
    {
        var remark = Remark(finding);
        return Name(finding.Severity) + (remark.Length == 0 ? string.Empty : Texts.InBrackets(remark));
    }

    /// <summary>What is unusual about the weight: the finding is accepted, the rule is on trial, or has another weight itself. Empty:
    /// nothing is.</summary>
    public static string Remark(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var own = finding.RuleSeverity == Level.Unspecified || finding.RuleSeverity == finding.Severity
            ? string.Empty
            : Texts.OwnWeight(Name(finding.RuleSeverity));
        var trial = finding.Trial ? OnTrial : string.Empty;
        var accepted = finding.Accepted is null ? string.Empty : Texts.AcceptedFinding;
        return string.Join('，', new[] { accepted, trial, own }.Where(part => part.Length > 0));
    }

    /// <summary>What should stand there, where neither the message nor a suggestion says so. Empty: there is nothing to add.</summary>
    public static string Expectation(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var said = finding.Suggestions.Count > 0 || finding.Message.Contains(finding.Expected, StringComparison.Ordinal);
        return finding.Expected.Length == 0 || said ? string.Empty : Texts.Expectation(finding.Expected, finding.Actual);
    }

    /// <summary>Who accepted the finding, why, and until which day of this machine. Empty: nobody has.</summary>
    public static string Acceptance(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Accepted is not { } accepted)
        {
            return string.Empty;
        }

        // What holds until midnight holds on the day before.
        var last = (accepted.Until?.ToDateTimeOffset() ?? DateTimeOffset.UnixEpoch.AddTicks(1)).AddTicks(-1).ToLocalTime();
        return Texts.AcceptedBy(accepted.Author, DateOnly.FromDateTime(last.DateTime), accepted.Reason);
    }

    /// <summary>What stands before a suggestion.</summary>
    /// <param name="index">Its place among those of its finding, from 0.</param>
    public static string Suggestion(int index) => index == 0 ? Texts.Suggestion : Texts.OtherSuggestion;
}
