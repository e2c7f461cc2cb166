using System.Globalization;
using Validation.Client.Wording;
using Validation.Form;
using Validation.V1;

namespace Validation.Client.Page;

/// <summary>The three tables as the template prints them, with the numbers as they were read; below each what is wrong in it.</summary>
internal sealed class ReportTables(Markup page, PageDraft draft, Report report)
{
    private const int LongestMessage = 160;

    /// <summary>Writes 表二 to 表四 with their numbers, the wrong cells marked.</summary>
    public void Write()
    {
        page.Open(Tag.Section, Attr.Class("tables"));
        page.Leaf(Tag.H3, PageTexts.TablesTitle);
        WriteLegend();
        var cells = new TableCells(page, draft, report);
        Write(DisclosureTemplate.Table, () => DisclosureGrid.Write(page, cells));
        Write(ApplicationsTemplate.Table, () => ApplicationsGrid.Write(page, cells));
        Write(DisputesTemplate.Table, () => DisputesGrid.Write(page, cells));
        page.Close();
    }

    private void Write(TableTemplate table, Action grid)
    {
        page.Open(Tag.Section, Attr.Id(Anchor.Table(draft.Number, table)), Attr.Class("table"));
        page.Leaf(Tag.H4, PageTexts.TableHeading(table.Name, table.Section.Name));
        if (table.Cells.All(cell => cell.Of(report).State == Cell.Types.State.Missing))
        {
            page.Leaf(Tag.P, "note", PageTexts.TableNotRead);
        }

        page.Open(
            Tag.Div, Attr.Class("scroll"), Attr.Focusable(), Attr.Region(),
            Attr.Label(PageTexts.ScrolledTable(draft.Number, table.Name)));
        page.Open(Tag.Table, Attr.Class(table.Key));
        grid();
        page.Close(2);
        WriteFindings(table);
        page.Close();
    }

    private void WriteLegend()
    {
        page.Open(Tag.P, Attr.Class("legend"));
        var marking = draft.Findings.Where(finding => finding.Finding.Cells.Count > 0).ToList();
        page.Text(marking.Count > 0 ? PageTexts.LegendNumbers : string.Empty);
        foreach (var finding in marking.DistinctBy(finding => finding.Weight))
        {
            WriteKey(finding.Weight, FindingWords.Name(finding.Finding.Severity));
        }

        if (marking.Exists(finding => finding.Finding.Cells.Any(cell => cell.Suspect)))
        {
            WriteKey("suspect", PageTexts.SuspectCell);
            page.Text(PageTexts.Meaning(PageTexts.LegendSuspect));
        }

        var states = ReportTemplate.Tables.SelectMany(table => table.Cells).Select(cell => cell.Of(report).State).Distinct().Order();
        foreach (var state in states.Where(state => PageTexts.LegendOf(state).Length > 0))
        {
            page.Leaf(Tag.Span, "state", PageTexts.StateOf(state));
            page.Text(PageTexts.Meaning(PageTexts.LegendOf(state)));
        }

        page.Close();
    }

    private void WriteKey(string className, string text)
    {
        page.Leaf(Tag.Span, "key " + className, text);
        page.Text(" ");
    }

    /// <summary>The findings about cells of the table, each sum once.</summary>
    private void WriteFindings(TableTemplate table)
    {
        var paths = table.Cells.Select(cell => cell.Path).ToHashSet(StringComparer.Ordinal);
        var concerned = draft.Findings.Where(finding => finding.Finding.Cells.Any(cell => paths.Contains(cell.Path))).ToList();
        if (concerned.Count == 0)
        {
            return;
        }

        page.Open(Tag.Ul, Attr.Class("sums"));
        foreach (var group in concerned.GroupBy(finding => Words(finding.Finding), StringComparer.Ordinal))
        {
            page.Open(Tag.Li, Attr.Class(group.First().Weight));
            foreach (var finding in group)
            {
                page.Leaf(
                    Tag.A, finding.Number.ToString(CultureInfo.InvariantCulture), Attr.Class("ref " + finding.Weight),
                    Attr.Link(finding.Anchor), Attr.Label(PageTexts.FindingLink(finding)));
                page.Text(" ");
            }

            page.Text(group.Key);
            page.Close();
        }

        page.Close();
    }

    private string Words(Finding finding) =>
        SumEquation.Of(finding) is { } sum && sum.Spell(report) is { } spelled
            ? PageTexts.SumOf(sum.Name, spelled)
            : Clipped.Of(finding.Message, LongestMessage);
}
