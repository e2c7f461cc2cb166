using System.Text;
using Validation.Form;
using Validation.V1;

namespace Validation.Engine.Tests.Documents.Html;

/// <summary>
/// The article of a report as web sites publish it, with the merged cells of the template. Every cell has a number of its own, so that two
/// that change places do not go unnoticed.
/// </summary>
internal sealed class PublishedReport
{
    public const string Title = "某某县水利局2024年政府信息公开工作年度报告";
    public const string Organization = "某某县水利局";
    public const string Opening = "本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。";

    private static readonly Dictionary<string, string> Values = ReportTemplate.Cells.Values.Select((cell, i) => (cell.Path, i))
        .ToDictionary(pair => pair.Path, pair => pair.Path == "disclosure.fees.amount" ? "26.55" : $"{pair.i + 1}", StringComparer.Ordinal);

    private static readonly Dictionary<int, string[]> Prose = new()
    {
        [1] = ["2024年，我局认真落实《中华人民共和国政府信息公开条例》。", "（一）主动公开情况。主动公开政府信息488条。"],
        [5] = ["一是公开内容不够丰富，解读形式比较单一。", "下一步将丰富公开内容，加强业务培训。"],
        [6] = ["2024年未收取信息处理费。"],
    };

    /// <summary>The markup of a cell's text.</summary>
    public Func<string, string> Cell { get; init; } = text => text;

    /// <summary>The markup of a paragraph.</summary>
    public Func<string, string> Paragraph { get; init; } = text => $"<p>{text}</p>\n";

    /// <summary>The markup of a table around its rows.</summary>
    public Func<string, string> Table { get; init; } = rows => $"<table border=\"1\"><tbody>{rows}</tbody></table>\n";

    /// <summary>The markup of a row around its cells.</summary>
    public Func<string, string> Row { get; init; } = cells => $"<tr>{cells}</tr>\n";

    /// <summary>The cell of a table around its content; columns and rows that it spans.</summary>
    public Func<string, int, int, string> Box { get; init; } = (content, columns, rows) =>
        $"<td{(columns > 1 ? $" colspan=\"{columns}\"" : null)}{(rows > 1 ? $" rowspan=\"{rows}\"" : null)}>{content}</td>";

    /// <summary>The markup of a section around its content; the heading comes first.</summary>
    public Func<string, string> Section { get; init; } = content => content;

    /// <summary>The title, the opening and the sections.</summary>
    public string Write() => Paragraph(Title) + Body();

    /// <summary>The opening and the sections.</summary>
    public string Body() => Paragraph(Opening) + string.Concat(SectionTemplate.All.Select(Write));

    /// <summary>The report has every cell, and the prose and nothing else.</summary>
    public static void ShouldBeWhole(Report report)
    {
        var wrong = ReportTemplate.Cells.Values.Where(cell => cell.Of(report).Text != Values[cell.Path])
            .Select(cell => $"{cell.Path}: {Values[cell.Path]} was read as {cell.Of(report).State} {cell.Of(report).Text}");
        wrong.ShouldBeEmpty();
        report.Title.ShouldBe(Title);
        report.Organization.ShouldBe(Organization);
        report.Year.ShouldBe(2024);
        report.Opening.Select(passage => passage.Text).ShouldBe([Opening]);
        report.Sections.Select(section => section.Ordinal).ShouldBe([1, 2, 3, 4, 5, 6]);
        foreach (var (ordinal, prose) in Prose)
        {
            report.Sections[ordinal - 1].Paragraphs.Select(passage => passage.Text).ShouldBe(prose);
        }
    }

    /// <summary>The number that a cell shows.</summary>
    public static string ValueOf(CellTemplate cell) => Values[cell.Path];

    private string Write(SectionTemplate section) => Section(
        Paragraph(section.Heading)
        + string.Concat(Prose.GetValueOrDefault(section.Ordinal, []).Select(Paragraph))
        + section.Ordinal switch
        {
            2 => Table(Disclosure()),
            3 => Table(Applications()),
            4 => Table(Disputes()),
            _ => string.Empty,
        });

    private string Disclosure()
    {
        var rows = new StringBuilder();
        foreach (var row in DisclosureTemplate.Table.Rows)
        {
            var span = 3 / row.Cells.Count;
            if (row.Headings.Count > 0)
            {
                rows.Append(Row(Label(row.Headings[0], 4)));
                rows.Append(Row(Label(row.Headings[1]) + string.Concat(row.Headings.Skip(2).Select(column => Label(column, span)))));
            }

            rows.Append(Row(Label(row.Label) + string.Concat(row.Cells.Select(cell => Label(ValueOf(cell), span)))));
        }

        return rows.ToString();
    }

    private string Applications()
    {
        var table = ApplicationsTemplate.Table;
        var columns = ApplicationsTemplate.Columns.Select(column => column.Label).ToList();
        var rows = new StringBuilder();
        rows.Append(Row(Label(table.Rows[0].Headings[0], 3, 3) + Label("申请人情况", 7)));
        rows.Append(Row(Label(columns[0], 1, 2) + Label("法人或其他组织", 5) + Label(columns[^1], 1, 2)));
        rows.Append(Row(string.Concat(columns.Skip(1).SkipLast(1).Select(column => Label(column)))));
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var row = table.Rows[i];
            var labels = i == 2 ? Label(ApplicationsTemplate.Results.Label, 1, table.Rows.Count - 3) : string.Empty;
            if (row.Group is { } group && table.Rows[i - 1].Group != group)
            {
                labels += Label(group.Label, 1, table.Rows.Count(other => other.Group == group));
            }

            labels += Label(row.Label, row.Group is not null ? 1 : i < 2 || i == table.Rows.Count - 1 ? 3 : 2);
            rows.Append(Row(labels + string.Concat(row.Cells.Select(cell => Label(ValueOf(cell))))));
        }

        return rows.ToString();
    }

    private string Disputes()
    {
        var outcomes = DisputesTemplate.Groups[0].Cells.Select(cell => cell.Column).ToList();
        return Row(Label("行政复议", 5) + Label("行政诉讼", 10))
            + Row(string.Concat(outcomes.Select(outcome => Label(outcome, 1, 2))) + Label("未经复议直接起诉", 5) + Label("复议后起诉", 5))
            + Row(string.Concat(outcomes.Concat(outcomes).Select(outcome => Label(outcome))))
            + Row(string.Concat(DisputesTemplate.Table.Cells.Select(cell => Label(ValueOf(cell)))));
    }

    private string Label(string text, int columns = 1, int rows = 1) => Box(Cell(text), columns, rows);
}
