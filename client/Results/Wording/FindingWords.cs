using Validation.Client.Drafts;
using Validation.V1;

namespace Validation.Client.Wording;

/// <summary>The words of clients around the text of a finding.</summary>
public static class FindingWords
{
    /// <summary>Stands before the basis.</summary>
    public const string Basis = WordingTexts.Basis;

    /// <summary>Says that a rule is on trial.</summary>
    public const string OnTrial = WordingTexts.OnTrial;

    /// <summary>Says that the check before had not found it.</summary>
    public const string New = WordingTexts.New;

    /// <summary>The name of a weight. One that this program does not know is a hint.</summary>
    public static string Name(Level severity) => severity switch
    {
        Level.Error => WordingTexts.Error,
        Level.Warning => WordingTexts.Warning,
        _ => WordingTexts.Hint,
    };

    /// <summary>The weight in force and, where they differ, that of the rule itself.</summary>
    public static string Weight(Finding finding)
    {
        var remark = Remark(finding);
        return Name(finding.Severity) + (remark.Length == 0 ? string.Empty : WordingTexts.InBrackets(remark));
    }

    /// <summary>What is unusual about the weight: the finding is accepted, the rule is on trial, or has another weight itself. Empty:
    /// nothing is.</summary>
    public static string Remark(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var own = finding.RuleSeverity == Level.Unspecified || finding.RuleSeverity == finding.Severity
            ? string.Empty
            : WordingTexts.OwnWeight(Name(finding.RuleSeverity));
        var trial = finding.Trial ? OnTrial : string.Empty;
        var accepted = finding.Accepted is null ? string.Empty : WordingTexts.AcceptedFinding;
        return string.Join('，', new[] { accepted, trial, own }.Where(part => part.Length > 0));
    }

    /// <summary>What should stand there, where neither the message nor a suggestion says so. Empty: there is nothing to add.</summary>
    public static string Expectation(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var said = finding.Suggestions.Count > 0 || finding.Message.Contains(finding.Expected, StringComparison.Ordinal);
        return finding.Expected.Length == 0 || said ? string.Empty : WordingTexts.Expectation(finding.Expected, finding.Actual);
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
        return WordingTexts.AcceptedBy(accepted.Author, DateOnly.FromDateTime(last.DateTime), accepted.Reason);
    }

    /// <summary>The word before a suggestion.</summary>
    /// <param name="index">Its place among those of its finding, from 0.</param>
    public static string Suggestion(int index) => index == 0 ? WordingTexts.Suggestion : WordingTexts.OtherSuggestion;

    /// <summary>What stands before the words of another report that a finding quotes, such as "上年报告“2023年年报.docx”第 8 段：".</summary>
    public static string TwinLead(Twin twin)
    {
        ArgumentNullException.ThrowIfNull(twin);
        return WordingTexts.TwinLead(twin.Report, PlaceWords.Of(twin.Location));
    }

    /// <summary>With which report of last year the server compared a draft, such as "与“2023年年报.docx”比较". Empty: with none.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="draft">The draft: the name of the file that was sent with it counts before the title.</param>
    public static string Prior(ValidateReply reply, DraftName draft)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(draft);
        if (reply.Provenance?.Prior is not { } prior)
        {
            return string.Empty;
        }

        var isOnFile = prior.Source == PriorSource.Archive;
        var sent = isOnFile ? null : draft.PriorName;
        return WordingTexts.ComparedWith(sent ?? (prior.FileName.Length > 0 ? prior.FileName : prior.Title), isOnFile);
    }
}
