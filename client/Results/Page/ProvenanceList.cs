using Google.Protobuf.WellKnownTypes;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Client.Page;

/// <summary>Writes the document's format and digest, and the versions of rules and engine: enough to repeat the check.</summary>
internal static class ProvenanceList
{
    /// <summary>Writes what is known.</summary>
    public static void Write(Markup page, PageDraft draft)
    {
        if (draft.Outcome.Reply is not { } reply)
        {
            return;
        }

        var prior = (PageTexts.PriorReport, FindingWords.Prior(reply, draft.Outcome.Draft));
        List<(string Name, string Value)> rows = [.. OfReport(reply.Report), prior, .. Of(reply.Provenance)];
        var known = rows.Where(row => row.Value.Length > 0).ToList();
        if (known.Count == 0)
        {
            return;
        }

        page.Open(Tag.Section, Attr.Class("provenance"));
        page.Leaf(Tag.H3, PageTexts.ProvenanceTitle);
        page.Open(Tag.Dl);
        foreach (var (name, value) in known)
        {
            page.Open(Tag.Div);
            page.Leaf(Tag.Dt, name);
            page.Leaf(Tag.Dd, Clipped.Of(value, Clipped.InLine));
            page.Close();
        }

        page.Close();
        WriteUnevaluated(page, reply);
        page.Close();
    }

    private static void WriteUnevaluated(Markup page, ValidateReply reply)
    {
        var rules = new UnevaluatedRuleWords();
        rules.Add(reply);
        if (rules.Text.Length > 0)
        {
            page.Leaf(Tag.P, "note", Clipped.Of(rules.Text, Clipped.InParagraph));
        }
    }

    private static IEnumerable<(string Name, string Value)> OfReport(Report? report) => report is null ? [] :
    [
        (PageTexts.ReportTitle, report.Title),
        (PageTexts.ReportBody, report.Organization),
        (PageTexts.ReportYear, report.Year > 0 ? PageTexts.Year(report.Year) : string.Empty),
    ];

    private static IEnumerable<(string Name, string Value)> Of(Provenance? provenance) => provenance is null ? [] :
    [
        (PageTexts.RuleSetVersion, provenance.RuleSetVersion),
        (PageTexts.EngineVersion, provenance.EngineVersion),
        (PageTexts.DocumentFormat, provenance.DocumentFormat),
        (PageTexts.DocumentHash, provenance.DocumentSha256),
        (PageTexts.Duration, provenance.Duration is { } duration ? PageTexts.Milliseconds(Milliseconds(duration)) : string.Empty),
    ];

    // A duration out of range must not spoil the page.
    private static double Milliseconds(Duration duration) => (duration.Seconds * 1e3) + (duration.Nanos / 1e6);
}
