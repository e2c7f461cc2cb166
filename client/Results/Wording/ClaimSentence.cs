using Validation.V1;

namespace Validation.Client.Wording;

/// <summary>The sentence of a count: it stands in the report once, among the paragraphs.</summary>
public static class ClaimSentence
{
    /// <summary>The sentence that states a count. Empty: it is not known.</summary>
    /// <param name="report">The report that the count belongs to.</param>
    /// <param name="claim">The count.</param>
    public static string Of(Report report, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Sentence.Length > 0 ? claim.Sentence : AsPrinted(report, claim);
    }

    /// <summary>The sentence with its white space as the paragraph has it. Empty: the report does not say where in the paragraph it is.
    /// </summary>
    /// <param name="report">The report that the count belongs to.</param>
    /// <param name="claim">The count.</param>
    public static string AsPrinted(Report report, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(claim);
        var ordinal = claim.Location?.Ordinal ?? 0;
        var passage = report.Sections.SelectMany(section => section.Paragraphs).Concat(report.Opening)
            .Where(passage => (passage.Location?.Ordinal ?? 0) <= ordinal)
            .MaxBy(passage => passage.Location?.Ordinal ?? 0);
        var text = passage?.Text ?? string.Empty;
        var isThere = claim.SentenceStart >= 0 && claim.SentenceLength > 0 && claim.SentenceStart <= text.Length - claim.SentenceLength;
        return isThere ? text.Substring(claim.SentenceStart, claim.SentenceLength) : string.Empty;
    }
}
