using System.Globalization;
using System.Net;
using System.Text;
using Validation.Form;
using Validation.V1;

namespace Validation.Formats.Tests.Kit;

/// <summary>
/// Renders a report model as the official template prints it, in HTML: title, opening, six sections, three tables with the merged cells of
/// 国办公开办函〔2021〕30号. What a word processor makes of it is what clerks have.
/// </summary>
public static class TemplatePage
{
    private const string Style =
        "@page{size:A4;margin:2.5cm 2cm} body{font-family:'WenQuanYi Zen Hei';font-size:12pt} p{text-indent:2em;line-height:1.6;margin:0} "
        + "table{border-collapse:collapse;width:100%} td{border:1px solid black;text-align:center;padding:1pt;font-size:8pt} "
        + "h1{text-align:center;font-size:18pt} h2{font-size:14pt}";

    /// <summary>The page.</summary>
    public static string Render(Report report)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture,
            $"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>年度报告</title><style>{Style}</style></head>\n<body>\n");
        page.Append(CultureInfo.InvariantCulture, $"<h1>{Encode(report.Title)}</h1>\n");
        Prose(page, report.Opening);
        foreach (var section in SectionTemplate.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{section.Heading}</h2>\n");
            Prose(page, report.Sections.FirstOrDefault(own => own.Ordinal == section.Ordinal)?.Paragraphs ?? []);
            Table(page, section.Ordinal, report);
        }

        return page.Append("</body></html>\n").ToString();
    }

    private static void Prose(StringBuilder page, IEnumerable<Passage> passages)
    {
        foreach (var passage in passages)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>{Encode(passage.Text)}</p>\n");
        }
    }

    private static void Table(StringBuilder page, int section, Report report)
    {
        switch (section)
        {
            case 2:
                Disclosure(page, report);
                break;
            case 3:
                Applications(page, report);
                break;
            case 4:
                Disputes(page, report);
                break;
            default:
                break;
        }
    }

    private static void Disclosure(StringBuilder page, Report report)
    {
        page.Append("<table>\n");
        foreach (var row in DisclosureTemplate.Table.Rows)
        {
            if (row.Headings.Count > 0)
            {
                page.Append(Row(Cell(row.Headings[0], columns: 4)));
                page.Append(Row([Cell(row.Headings[1]), .. row.Headings.Skip(2).Select(column => Cell(column, Span(row)))]));
            }

            page.Append(Row([Cell(row.Label), .. row.Cells.Select(cell => Cell(cell.Of(report).Text, Span(row)))]));
        }

        page.Append("</table>\n");
    }

    private static int Span(RowTemplate row) => 3 / row.Cells.Count;

    private static void Applications(StringBuilder page, Report report)
    {
        var table = ApplicationsTemplate.Table;
        var columns = ApplicationsTemplate.Columns;
        page.Append("<table>\n");
        page.Append(Row(Cell(table.Rows[0].Headings[0], 3, 3), Cell("申请人情况", 7)));
        page.Append(Row(Cell(columns[0].Label, 1, 2), Cell("法人或其他组织", 5), Cell(columns[^1].Label, 1, 2)));
        page.Append(Row([.. columns.Skip(1).SkipLast(1).Select(column => Cell(column.Label))]));
        var results = table.Rows.Count - 3;
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var row = table.Rows[i];
            var cells = row.Cells.Select(cell => Cell(cell.Of(report).Text));
            var labels = new List<string>();
            if (i == 2)
            {
                labels.Add(Cell(ApplicationsTemplate.Results.Label, 1, results));
            }

            if (row.Group is { } group && table.Rows[i - 1].Group != group)
            {
                labels.Add(Cell(group.Label, 1, table.Rows.Count(other => other.Group == group)));
            }

            labels.Add(Cell(row.Label, row.Group is not null ? 1 : i < 2 || i == table.Rows.Count - 1 ? 3 : 2));
            page.Append(Row([.. labels, .. cells]));
        }

        page.Append("</table>\n");
    }

    private static void Disputes(StringBuilder page, Report report)
    {
        var outcomes = DisputesTemplate.Groups[0].Cells.Select(cell => cell.Column).ToList();
        page.Append("<table>\n");
        page.Append(Row(Cell("行政复议", 5), Cell("行政诉讼", 10)));
        page.Append(Row([.. outcomes.Select(outcome => Cell(outcome, 1, 2)), Cell("未经复议直接起诉", 5), Cell("复议后起诉", 5)]));
        page.Append(Row([.. outcomes.Concat(outcomes).Select(outcome => Cell(outcome))]));
        page.Append(Row([.. DisputesTemplate.Table.Cells.Select(cell => Cell(cell.Of(report).Text))]));
        page.Append("</table>\n");
    }

    private static string Row(params string[] cells) => $"<tr>{string.Concat(cells)}</tr>\n";

    private static string Cell(string text, int columns = 1, int rows = 1)
    {
        var spans = (columns > 1 ? $" colspan=\"{columns}\"" : string.Empty) + (rows > 1 ? $" rowspan=\"{rows}\"" : string.Empty);
        return $"<td{spans}>{Encode(text)}</td>";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
