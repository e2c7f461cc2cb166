using Validation.Client.Connection;
using Validation.V1;

namespace Validation.Client.Wording;

/// <summary>Names the outcomes of drafts in words.</summary>
public static class VerdictWords
{
    /// <summary>The draft may be published.</summary>
    public const string Accepted = WordingTexts.Accepted;

    /// <summary>The draft has errors.</summary>
    public const string Rejected = WordingTexts.Rejected;

    /// <summary>The server could not decide.</summary>
    public const string NotDecided = WordingTexts.NotDecided;

    /// <summary>The server gave no answer.</summary>
    public const string NotChecked = WordingTexts.NotChecked;

    /// <summary>Not even a hint was found.</summary>
    public const string Clean = WordingTexts.Clean;

    /// <summary>The words for a verdict. One that this program does not know counts as not decided.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Accept => Accepted,
        Verdict.Reject => Rejected,
        _ => NotDecided,
    };

    /// <summary>The words for an outcome.</summary>
    public static string Of(CheckOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Reply is { } reply ? Of(reply.Verdict) : NotChecked;
    }

    /// <summary>Says that a rule failed, which is not the clerk's fault.</summary>
    public static string RuleFailed(RuleFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure.Severity is Level.Info or Level.Warning
            ? WordingTexts.RuleFailed(failure.RuleId, FindingWords.Name(failure.Severity), failure.Message)
            : WordingTexts.RuleFailed(failure.RuleId, failure.Message);
    }

    /// <summary>Says beside a verdict that rules failed. Empty: none did, or there is no verdict, whose reason says it.</summary>
    public static string FailuresBeside(ValidateReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return reply.Verdict is Verdict.Accept or Verdict.Reject && reply.RuleFailures.Count > 0
            ? WordingTexts.FailuresBeside(reply.RuleFailures.Count)
            : string.Empty;
    }
}
