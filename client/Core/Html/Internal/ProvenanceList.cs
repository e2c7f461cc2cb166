using Google.Protobuf.WellKnownTypes;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Client.Html.Internal;

/// <summary>What was read and where the answer comes from: enough to get it again.</summary>
internal static class ProvenanceList
{
    /// <summary>Writes what is known.</summary>
    public static void Write(Markup page, PageDraft draft)
    {
        if (draft.Outcome.Reply is not { } reply)
        {
            return;
        }

        List<(string Name, string Value)> rows = [.. OfReport(reply.Report), .. Of(reply.Provenance)];
        var known = rows.Where(row => row.Value.Length > 0).ToList();
        if (known.Count == 0)
        {
            return;
        }

        page.Open(Tag.Section, Attr.Class("provenance"));
        page.Leaf(Tag.H3, Texts.ProvenanceTitle);
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
        var rules = new UnevaluatedRules();
        rules.Add(reply);
        if (rules.Text.Length > 0)
        {
            page.Leaf(Tag.P, "note", Clipped.Of(rules.Text, Clipped.InParagraph));
        }
    }

    private static IEnumerable<(string Name, string Value)> OfReport(Report? report) => report is null ? [] :
    [
        (Texts.ReportTitle, report.Title),
        (Texts.ReportBody, report.Organization),
        (Texts.ReportYear, report.Year > 0 ? Texts.Year(report.Year) : string.Empty),
    ];

    private static IEnumerable<(string Name, string Value)> Of(Provenance? provenance) => provenance is null ? [] :
    [
        (Texts.RuleSetVersion, provenance.RuleSetVersion),
        (Texts.EngineVersion, provenance.EngineVersion),
        (Texts.DocumentFormat, provenance.DocumentFormat),
        (Texts.DocumentHash, provenance.DocumentSha256),
        (Texts.Duration, provenance.Duration is { } duration ? Texts.Milliseconds(Milliseconds(duration)) : string.Empty),
    ];

    // A duration out of range must not spoil the page.
    private static double Milliseconds(Duration duration) => (duration.Seconds * 1e3) + (duration.Nanos / 1e6);
}
