using System.Globalization;
using Validation.Form;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Client.Page;

/// <summary>Writes the cells of the tables: what is printed there, and what was found about it.</summary>
internal sealed class TableCells(Markup page, PageDraft draft, Report report)
{
    private const int MostNumbers = 6;

    /// <summary>Writes a cell of a table: its text, and a mark where findings speak of it.</summary>
    /// <param name="cell">Which.</param>
    /// <param name="columns">How many columns of the grid it takes.</param>
    public void Write(CellTemplate cell, int columns = 1)
    {
        var held = cell.Of(report);
        var mark = draft.Marks.Of(cell.Path);
        var classes = Classes(held, mark);
        if (columns > 1)
        {
            page.Open(Tag.Td, Attr.Id(Anchor.Cell(draft.Number, cell)), Attr.Class(classes), Attr.Columns(columns));
        }
        else
        {
            page.Open(Tag.Td, Attr.Id(Anchor.Cell(draft.Number, cell)), Attr.Class(classes));
        }

        if (held.Text.Length > 0)
        {
            page.Leaf(Tag.Span, "value", Clipped.Of(held.Text, Clipped.InCell));
        }

        if (PageTexts.StateOf(held.State) is { Length: > 0 } state)
        {
            page.Leaf(Tag.Span, "state", state);
        }

        WriteNumbers(mark);
        if (mark.Suspect)
        {
            page.Leaf(Tag.Span, "suspicion", PageTexts.SuspectCell);
        }

        if (mark.Proposed.Length > 0)
        {
            page.Leaf(Tag.Span, "proposal", PageTexts.Proposed(Clipped.Of(mark.Proposed, Clipped.InCell)));
        }

        page.Close();
    }

    private void WriteNumbers(CellMark mark)
    {
        foreach (var finding in mark.Findings.Take(MostNumbers))
        {
            page.Leaf(
                Tag.A, finding.Number.ToString(CultureInfo.InvariantCulture), Attr.Class("ref " + finding.Weight),
                Attr.Link(finding.Anchor), Attr.Label(PageTexts.FindingLink(finding)));
        }

        if (mark.Findings.Count > MostNumbers)
        {
            page.Leaf(Tag.Span, "state", PageTexts.MoreFindings(mark.Findings.Count));
        }
    }

    private static string Classes(Cell held, CellMark mark)
    {
        var classes = held.State switch
        {
            State.Number => "number",
            State.Blank => "blank",
            State.Dash => "dash",
            State.Invalid => "invalid",
            _ => "missing",
        };
        if (mark.Findings.Count > 0)
        {
            classes += " marked " + PageFinding.ClassOf(mark.Severity);
        }

        return mark.Suspect ? classes + " suspect" : classes;
    }
}
