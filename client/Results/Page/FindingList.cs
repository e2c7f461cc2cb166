using System.Globalization;
using Google.Protobuf.Collections;
using Validation.Client.Wording;
using Validation.Form;
using Validation.V1;

namespace Validation.Client.Page;

/// <summary>Writes the findings in the order of the reply, each with its cells, suggestions and basis.</summary>
internal sealed class FindingList(Markup page, PageDraft draft)
{
    private const int MostSuggestions = 20;
    private const int MostCells = 10;

    /// <summary>Writes the list, if there is anything in it.</summary>
    public void Write()
    {
        if (draft.Findings.Count == 0)
        {
            return;
        }

        page.Open(Tag.Section, Attr.Class("findings"));
        page.Leaf(Tag.H3, PageTexts.FindingsTitle(draft.Findings.Count));
        page.Open(Tag.Ol);
        foreach (var finding in draft.Findings)
        {
            Write(finding);
        }

        page.Close(2);
    }

    private void Write(PageFinding item)
    {
        var finding = item.Finding;
        var accepted = finding.Accepted is null ? string.Empty : " accepted";
        page.Open(Tag.Li, Attr.Id(item.Anchor), Attr.Class("finding " + item.Weight + accepted));
        WriteHeading(item);
        if (MendLead.Of(finding) is { Length: > 0 } lead)
        {
            page.Leaf(Tag.P, "lead", lead);
        }

        if (PlaceWords.Of(finding) is { Length: > 0 } place)
        {
            page.Leaf(Tag.P, "place", Clipped.Of(place, Clipped.InLine));
        }

        page.Leaf(Tag.P, "message", Clipped.Of(finding.Message, Clipped.InParagraph));
        if (FindingWords.Acceptance(finding) is { Length: > 0 } acceptance)
        {
            page.Leaf(Tag.P, "acceptance", Clipped.Of(acceptance, Clipped.InParagraph));
        }

        if (FindingWords.Expectation(finding) is { Length: > 0 } expectation)
        {
            page.Leaf(Tag.P, "expectation", Clipped.Of(expectation, Clipped.InParagraph));
        }

        new ProseQuote(page, draft).Write(finding);
        WriteSearch(finding);
        WriteTwin(finding.Twin);
        WriteCells(finding.Cells);
        WriteSuggestions(finding);
        WriteOrigin(finding);
        page.Close();
    }

    private void WriteHeading(PageFinding item)
    {
        page.Open(Tag.H4);
        page.Leaf(Tag.Span, "number", item.Number.ToString(CultureInfo.InvariantCulture));
        page.Text(" ");
        page.Leaf(Tag.Span, "weight", FindingWords.Name(item.Finding.Severity));
        page.Text(" ");
        page.Leaf(Tag.Span, "title", Clipped.Of(item.Finding.Title.Length > 0 ? item.Finding.Title : item.Finding.RuleId, Clipped.InLine));
        if (FindingWords.Remark(item.Finding) is { Length: > 0 } remark)
        {
            page.Text(" ");
            page.Leaf(Tag.Span, "remark", remark);
        }

        if (item.IsNew)
        {
            page.Text(" ");
            page.Leaf(Tag.Span, "fresh", WordingTexts.New);
        }

        page.Close();
    }

    private void WriteSearch(Finding finding)
    {
        var texts = SearchText.Of(finding, draft.Report);
        if (texts.Count == 0)
        {
            return;
        }

        page.Open(Tag.P, Attr.Class("find"));
        page.Text(PageTexts.FindInDocument);
        for (var i = 0; i < texts.Count; i++)
        {
            page.Text(i == 0 ? string.Empty : PageTexts.ThenFind);
            page.Leaf(Tag.Code, texts[i]);
        }

        page.Close();
    }

    private void WriteTwin(Twin? twin)
    {
        if (twin is null)
        {
            return;
        }

        page.Open(Tag.P, Attr.Class("twin"));
        page.Leaf(Tag.Strong, Clipped.Of(FindingWords.TwinLead(twin), Clipped.InLine));
        page.Text(Clipped.Of(twin.Text, Clipped.InParagraph));
        page.Close();
    }

    private void WriteCells(RepeatedField<CellReference> cells)
    {
        if (cells.Count == 0)
        {
            return;
        }

        page.Open(Tag.Ul, Attr.Class("cells"));
        var all = CellWords.AreListed(cells);
        if (!all)
        {
            page.Leaf(Tag.Li, Clipped.Of(CellWords.Summary(cells), Clipped.InParagraph));
        }

        foreach (var cell in cells.Where(cell => all || cell.Suspect).Take(MostCells))
        {
            WriteCell(cell);
        }

        page.Close();
    }

    private void WriteCell(CellReference cell)
    {
        page.Open(Tag.Li);
        var name = Clipped.Of(CellWords.Name(cell), Clipped.InLine);
        if (draft.Report is not null && ReportTemplate.Cells.TryGetValue(cell.Path, out var template))
        {
            page.Leaf(Tag.A, name, Attr.Link(Anchor.Cell(draft.Number, template)));
        }
        else
        {
            page.Text(name);
        }

        page.Text(WordingTexts.Colon);
        page.Leaf(Tag.Strong, Clipped.Of(CellWords.Content(cell), Clipped.InLine));
        if (PlaceWords.Of(cell.Location) is { Length: > 0 } place)
        {
            page.Leaf(Tag.Span, "where", WordingTexts.InBrackets(place));
        }

        if (cell.Suspect)
        {
            page.Text(" ");
            page.Leaf(Tag.Span, "suspicion", WordingTexts.Suspect);
        }

        page.Close();
    }

    private void WriteSuggestions(Finding finding)
    {
        for (var i = 0; i < finding.Suggestions.Count && i < MostSuggestions; i++)
        {
            page.Open(Tag.P, Attr.Class("mend"));
            page.Leaf(Tag.Strong, FindingWords.Suggestion(i));
            page.Text(Clipped.Of(finding.Suggestions[i].Text, Clipped.InParagraph));
            TryButtons.Write(page, draft, finding, finding.Suggestions[i]);
            page.Close();
        }
    }

    private void WriteOrigin(Finding finding)
    {
        page.Open(Tag.P, Attr.Class("origin"));
        if (finding.Basis.Length > 0)
        {
            page.Text(FindingWords.Basis);
            page.Text(Clipped.Of(finding.Basis, Clipped.InParagraph));
            page.Text("　");
        }

        page.Leaf(Tag.Span, "rule", PageTexts.RuleOf(Clipped.Of(finding.RuleId, Clipped.InLine)));
        page.Close();
    }
}
