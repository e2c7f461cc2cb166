using Validation.Client.Wording;
using Validation.Form;
using Validation.V1;

namespace Validation.Client.Page;

/// <summary>The sentence of the prose that a finding is about. Where it compares the sentence with cells, the words are marked, and linked
/// to the cell in the table.</summary>
internal sealed class ProseQuote(Markup page, PageDraft draft)
{
    /// <summary>Writes it, if the finding is about a sentence that the reply has.</summary>
    public void Write(Finding finding)
    {
        if (draft.Report is not { } report || FindingSentence.Of(finding, report) is not { Length: > 0 } sentence)
        {
            return;
        }

        page.Open(Tag.P, Attr.Class("quote"));
        page.Text(PageTexts.QuoteBegin);
        if (Cell(finding) is { } cell && FindingSentence.ClaimOf(finding, report) is { Text.Length: > 0 } claim)
        {
            Write(sentence, claim.Text, cell);
        }
        else
        {
            page.Text(Clipped.Of(sentence, Clipped.InParagraph));
        }

        page.Text(PageTexts.QuoteEnd);
        page.Close();
    }

    private void Write(string sentence, string words, CellTemplate cell)
    {
        var start = sentence.IndexOf(words, StringComparison.Ordinal);
        page.Text(start < 0 ? string.Empty : Clipped.Of(sentence[..start], Clipped.InParagraph));
        page.Open(Tag.A, Attr.Link(Anchor.Cell(draft.Number, cell)));
        page.Leaf(Tag.Mark, Clipped.Of(words, Clipped.InParagraph));
        page.Close();
        page.Text(start < 0 ? string.Empty : Clipped.Of(sentence[(start + words.Length)..], Clipped.InParagraph));
    }

    private static CellTemplate? Cell(Finding finding) =>
        finding.Cells.Select(cell => ReportTemplate.Cells.GetValueOrDefault(cell.Path)).FirstOrDefault(cell => cell is not null);
}
