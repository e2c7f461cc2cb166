using System.Text;
using Validation.Form;

namespace Validation.Engine.Tests.Support;

/// <summary>Writes a whole report as text in one of the layouts.</summary>
/// <param name="cells">What each cell shows.</param>
public sealed class ReportText(Func<CellTemplate, string> cells)
{
    private readonly StringBuilder _text = new();

    /// <summary>A label to be written in place of the template's; by default the template's.</summary>
    public Func<string, string> Label { get; init; } = label => label;

    /// <summary>Rows to be left out, by key.</summary>
    public Func<string, bool> Omits { get; init; } = _ => false;

    /// <summary>What stands before the report.</summary>
    public string Before { get; init; } = string.Empty;

    /// <summary>What stands behind the report.</summary>
    public string After { get; init; } = string.Empty;

    /// <summary>Sections whose heading is left out.</summary>
    public IReadOnlyList<int> WithoutHeading { get; init; } = [];

    /// <summary>How section 一 begins.</summary>
    public string Overview { get; init; } = "2024年，某某市主动公开政府信息488条，依法办理申请。";

    /// <summary>What stands between the heading of a section with a table and the table; sections by number.</summary>
    public Func<int, string> Prose { get; init; } = _ => string.Empty;

    /// <summary>What a page break leaves behind every fifth row of a table.</summary>
    public string PageBreak { get; init; } = string.Empty;

    /// <summary>How often each table is printed.</summary>
    public int Copies { get; init; } = 1;

    public string Write(Layout layout)
    {
        _text.Clear();
        _text.Append(Before).Append("某某市人民政府办公室\n2024年政府信息公开工作年度报告\n\n本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。\n");
        _text.Append("一、总体情况\n").Append(Overview);
        _text.Append("严格信息审核管理，办好网站和政务新媒体，加强监督检查和业务培训。\n");
        foreach (var table in ReportTemplate.Tables)
        {
            var ordinal = table.Section.Ordinal;
            _text.Append(WithoutHeading.Contains(ordinal) ? string.Empty : $"{table.Section.Heading}\n").Append(Prose(ordinal));
            for (var copy = 0; copy < Copies; copy++)
            {
                Table(layout, table);
            }
        }

        _text.Append("五、存在的主要问题及改进情况\n一是公开内容不够丰富，解读形式比较单一。下一步将丰富公开内容，创新解读形式，加强业务培训。\n");
        _text.Append("六、其他需要报告的事项\n2024年未收取信息处理费。\n");
        return _text.Append(After).ToString();
    }

    private void Table(Layout layout, TableTemplate table)
    {
        var printed = 0;
        foreach (var row in table.Rows.Where(row => !Omits(row.Key)))
        {
            _text.Append(printed > 0 && printed % 5 == 0 ? PageBreak : string.Empty);
            printed++;
            var headings = row.Headings.Select(Label).ToList();
            var values = row.Cells.Select(cells).ToList();
            switch (layout)
            {
                case Layout.IndentedCells:
                    Indented(table, row, headings, values);
                    break;
                case Layout.PlainCells:
                    Lines([.. headings, Label(row.Label), .. values]);
                    break;
                case Layout.TabRows:
                    Separated(table, row, headings, values, "\t", string.Empty);
                    break;
                case Layout.PipeRows:
                    Separated(table, row, headings, values, " | ", "|");
                    break;
                case Layout.PdfText:
                    Pdf(headings, row, values);
                    break;
                default:
                    _text.Append(OddLayouts.Row(layout, new PrintedRow(table, row, headings, Label(row.Label), values)));
                    break;
            }
        }

        _text.Append('\n');
    }

    private void Indented(TableTemplate table, RowTemplate row, List<string> headings, List<string> values)
    {
        var isGroup = row.Group is not null || headings is [var only] && only == Label(ApplicationsTemplate.Results.Label);
        if (!isGroup && headings.Count > 0)
        {
            _text.Append(string.Concat(headings.Select(heading => $"\t{heading}\n"))).Append('\n');
        }

        var labels = isGroup ? headings : [];
        var own = row.Label.Length == 0 ? [] : new[] { Label(row.Label) };
        var merged = table == ApplicationsTemplate.Table && isGroup && headings.Count == 0 ? new[] { string.Empty, string.Empty } : [];
        _text.Append(string.Concat(merged.Concat(labels).Concat(own).Concat(values).Select(cell => $"\t{cell}\n"))).Append('\n');
    }

    private void Lines(IEnumerable<string> lines) =>
        _text.Append(string.Concat(lines.Where(line => line.Length > 0).Select(line => line + "\n")));

    private void Separated(TableTemplate table, RowTemplate row, List<string> headings, List<string> values, string separator, string edge)
    {
        var isGroup = row.Group is not null && headings.Count > 0;
        if (headings.Count > 0 && !isGroup)
        {
            _text.Append(edge).Append(string.Join(separator, headings)).Append(edge).Append('\n');
        }

        string[] labels = table == ApplicationsTemplate.Table
            ? [isGroup ? headings[0] : string.Empty, Label(row.Label)]
            : row.Label.Length > 0 ? [Label(row.Label)] : [];
        _text.Append(edge).Append(string.Join(separator, labels.Concat(values))).Append(edge).Append('\n');
    }

    // Labels of more than 16 characters are broken, and their values follow on a line of their own.
    private void Pdf(List<string> headings, RowTemplate row, List<string> values)
    {
        foreach (var heading in headings)
        {
            Broken(heading, 4);
        }

        var label = Label(row.Label);
        var line = string.Join(' ', values.Where(value => value.Length > 0));
        if (label.Length > 16)
        {
            Broken(label, 14);
            _text.Append(line).Append("\n\n");
        }
        else
        {
            _text.Append($"{label} {line}".Trim()).Append("\n\n");
        }
    }

    private void Broken(string text, int length)
    {
        foreach (var part in text.Chunk(length))
        {
            _text.Append(part).Append("\n\n");
        }
    }
}
