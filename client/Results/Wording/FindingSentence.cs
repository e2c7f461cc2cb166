using Validation.V1;

namespace Validation.Client.Wording;

/// <summary>The sentence of the prose that a finding is about.</summary>
public static class FindingSentence
{
    private const string Ends = "。；！？;!?\n";

    /// <summary>The sentence at the place of a finding, to be read. Empty: the place is not in the prose, or not known.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="report">The report that it is about.</param>
    public static string Of(Finding finding, Report report) =>
        ClaimOf(finding, report) is { } claim && ClaimSentence.Of(report, claim) is { Length: > 0 } stated
            ? stated
            : AsPrinted(finding, report);

    /// <summary>The same with every character as the draft has it. Empty: the place is not in the prose, or not known.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="report">The report that it is about.</param>
    public static string AsPrinted(Finding finding, Report report)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(report);
        if (finding.Location is not { } place)
        {
            return string.Empty;
        }

        if (ClaimOf(finding, report) is { } claim && ClaimSentence.AsPrinted(report, claim) is { Length: > 0 } stated)
        {
            return stated;
        }

        var passage = report.Sections.SelectMany(section => section.Paragraphs).Concat(report.Opening)
            .LastOrDefault(passage => IsSamePlace(passage.Location, place) && passage.Location.Column <= place.Column);
        return passage is null ? string.Empty : SentenceAt(passage.Text, place.Column - passage.Location.Column);
    }

    /// <summary>The count that a finding is about. Several may begin at one place: then the words of the finding tell them apart. Null:
    /// it is about none.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="report">The report that it is about.</param>
    public static Claim? ClaimOf(Finding finding, Report report)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(report);
        var there = report.Claims.Where(claim => finding.Location is { } place && place.Equals(claim.Location)).ToList();
        return there.Find(claim => string.Equals(claim.Text, finding.Actual, StringComparison.Ordinal)) ?? there.FirstOrDefault();
    }

    /// <summary>Whether two places are in the same line, paragraph or cell.</summary>
    public static bool IsSamePlace(Location? one, Location? other) => one?.Ordinal > 0 && one.Ordinal == other?.Ordinal;

    private static string SentenceAt(string text, int at)
    {
        var place = at >= text.Length ? 0 : at;
        var start = place == 0 ? 0 : text.LastIndexOfAny([.. Ends], place - 1) + 1;
        var end = text.IndexOfAny([.. Ends], place);
        return (end < 0 ? text[start..] : text[start..(end + 1)]).Trim();
    }
}
