using Validation.Client.Wording;
using Validation.Template;
using Validation.V1;

namespace Validation.Client.Html.Internal;

/// <summary>The sentence of the prose that a finding compares with cells: its words marked, and linked to the cell in the table.</summary>
internal sealed class ProseQuote(Markup page, PageDraft draft)
{
    /// <summary>Writes it, if the finding compares prose with cells.</summary>
    public void Write(Finding finding)
    {
        if (draft.Report is not { } report || finding.Location is null || Cell(finding) is not { } cell
            || ClaimOf(finding, report) is not { Text.Length: > 0 } claim)
        {
            return;
        }

        var sentence = ClaimSentence.Of(report, claim);
        var start = sentence.IndexOf(claim.Text, StringComparison.Ordinal);
        page.Open(Tag.P, Attr.Class("quote"));
        page.Text(Texts.QuoteBegin);
        page.Text(start < 0 ? string.Empty : Clipped.Of(sentence[..start], Clipped.InParagraph));
        page.Open(Tag.A, Attr.Link(Anchor.Cell(draft.Number, cell)));
        page.Leaf(Tag.Mark, Clipped.Of(claim.Text, Clipped.InParagraph));
        page.Close();
        page.Text(start < 0 ? string.Empty : Clipped.Of(sentence[(start + claim.Text.Length)..], Clipped.InParagraph));
        page.Text(Texts.QuoteEnd);
        page.Close();
    }

    private static CellTemplate? Cell(Finding finding) =>
        finding.Cells.Select(cell => ReportTemplate.Cells.GetValueOrDefault(cell.Path)).FirstOrDefault(cell => cell is not null);

    /// <summary>Several counts may begin at one place: then the words of the finding tell them apart.</summary>
    private static Claim? ClaimOf(Finding finding, Report report)
    {
        var there = report.Claims.Where(claim => finding.Location.Equals(claim.Location)).ToList();
        return there.Find(claim => string.Equals(claim.Text, finding.Actual, StringComparison.Ordinal)) ?? there.FirstOrDefault();
    }
}
