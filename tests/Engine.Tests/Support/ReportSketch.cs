using Validation.Form;

namespace Validation.Engine.Tests.Support;

/// <summary>A whole report as a PDF file: the template of 国办公开办函〔2021〕30号 with the merged cells of its tables.</summary>
/// <param name="text">The text of each cell.</param>
public sealed class ReportSketch(Func<CellTemplate, string> text)
{
    private const string Prose = "2024年，本机关主动公开政府信息488条，依申请公开工作平稳，严格信息审核管理，办好网站，加强监督检查。";

    /// <summary>How the tables are set.</summary>
    public TableStyle Style { get; init; } = new();

    /// <summary>The width and height of a page.</summary>
    public (double Width, double Height) Paper { get; init; } = (595, 842);

    /// <summary>How far the font reaches above and below the baseline.</summary>
    public (double Ascent, double Descent) Font { get; init; } = (0.86, 0.14);

    /// <summary>What stands above the text of each page.</summary>
    public string Header { get; init; } = string.Empty;

    /// <summary>What stands below the text of each page; # is the page's number.</summary>
    public string Footer { get; init; } = string.Empty;

    /// <summary>A text across every page in large type.</summary>
    public string Watermark { get; init; } = string.Empty;

    /// <summary>Changes the text of labels and headings.</summary>
    public Func<string, string> Label { get; init; } = label => label;

    /// <summary>What is drawn over the text of a cell; null: nothing.</summary>
    public Func<CellTemplate, string?> Over { get; init; } = _ => null;

    /// <summary>Rows of 表三 that are left out.</summary>
    public Func<RowTemplate, bool> IsLeftOut { get; init; } = _ => false;

    private const double Margin = 60;

    private double _y = Margin;

    /// <summary>The file.</summary>
    /// <param name="isCompressed">Its streams are compressed.</param>
    public byte[] ToArray(bool isCompressed = true)
    {
        var pdf = new PdfSketch { Font = Font };
        NewPage(pdf);
        Line(pdf, "某某市人民政府办公室2024年政府信息公开工作年度报告");
        Line(pdf, "本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。");
        foreach (var section in SectionTemplate.All)
        {
            Line(pdf, section.Heading);
            switch (section.Ordinal)
            {
                case 2:
                    Write(pdf, Disclosure());
                    break;
                case 3:
                    Write(pdf, Applications());
                    break;
                case 4:
                    Write(pdf, Disputes());
                    break;
                default:
                    Line(pdf, Prose[..40]);
                    Line(pdf, Prose[40..]);
                    Line(pdf, "2024年未收取信息处理费。");
                    break;
            }
        }

        return pdf.ToArray(isCompressed);
    }

    private double TableWidth => Paper.Width - (2 * Margin);

    private void NewPage(PdfSketch pdf)
    {
        pdf.AddPage(Paper.Width, Paper.Height);
        if (Header.Length > 0)
        {
            pdf.Write(Margin, 25, Header);
        }

        if (Footer.Length > 0)
        {
            pdf.Write(Paper.Width / 2, Paper.Height - 30, Footer.Replace("#", $"{pdf.Pages}", StringComparison.Ordinal));
        }

        for (var i = 0; i < Watermark.Length; i++)
        {
            pdf.Write(150 + (60 * i), 500 - (60 * i), Watermark[i..(i + 1)], 50, isDiagonal: true);
        }

        _y = Margin;
    }

    private void Line(PdfSketch pdf, string line)
    {
        if (_y + 22 > Paper.Height - Margin)
        {
            NewPage(pdf);
        }

        pdf.Write(Margin, _y, line, 11);
        _y += 22;
    }

    private void Write(PdfSketch pdf, TableSketch table) =>
        _y = table.WriteTo(pdf, Margin, _y, Paper.Height - Margin, Margin, () => NewPage(pdf)) + 10;

    private SketchCell Cell(string label, int columns = 1, int rows = 1) => new(Label(label), columns, rows);

    private SketchCell Value(CellTemplate cell, int columns = 1) => new(text(cell), columns, IsValue: true, Over: Over(cell));

    private TableSketch Disclosure()
    {
        var table = new TableSketch([.. Enumerable.Repeat(TableWidth / 4, 4)], Style with { RepeatedRows = 0 });
        foreach (var row in DisclosureTemplate.Table.Rows)
        {
            var span = 3 / row.Cells.Count;
            if (row.Headings.Count > 0)
            {
                table.Add(Cell(row.Headings[0], 4));
                table.Add([Cell(row.Headings[1]), .. row.Headings.Skip(2).Select(heading => Cell(heading, span))]);
            }

            table.Add([Cell(row.Label), .. row.Cells.Select(cell => Value(cell, span))]);
        }

        return table;
    }

    private TableSketch Applications()
    {
        var labels = Style.Labels.Select(part => part * TableWidth).ToList();
        var table = new TableSketch([.. labels, .. Enumerable.Repeat((TableWidth - labels.Sum()) / 7, 7)], Style);
        var template = ApplicationsTemplate.Table;
        var columns = ApplicationsTemplate.Columns;
        table.Add(Cell(template.Rows[0].Headings[0], 3, 3), Cell("申请人情况", 7));
        table.Add(Cell(columns[0].Label, 1, 2), Cell("法人或其他组织", 5), Cell(columns[^1].Label, 1, 2));
        table.Add(columns.Skip(1).SkipLast(1).Select(column => Cell(column.Label)));
        var rows = template.Rows.Where(row => !IsLeftOut(row)).ToList();
        GroupTemplate? group = null;
        foreach (var row in rows)
        {
            var cells = new List<SketchCell>();
            if (row.Key == "applications.granted")
            {
                cells.Add(Cell(ApplicationsTemplate.Results.Label, 1, rows.Count - 3));
            }

            if (row.Group is not null && row.Group != group)
            {
                cells.Add(Cell(row.Group.Label, 1, rows.Count(other => other.Group == row.Group)));
            }

            group = row.Group;
            var isWide = row == rows[0] || row == rows[1] || row == rows[^1];
            table.Add([.. cells, Cell(row.Label, isWide ? 3 : group is null ? 2 : 1), .. row.Cells.Select(cell => Value(cell))]);
        }

        return table;
    }

    private TableSketch Disputes()
    {
        var style = Style with { Padding = Math.Min(1, Style.Padding), RepeatedRows = 0 };
        var table = new TableSketch([.. Enumerable.Repeat(TableWidth / 15, 15)], style);
        var outcomes = DisputesTemplate.Groups[0].Cells.Select(cell => cell.Column).ToList();
        table.Add(Cell("行政复议", 5), Cell("行政诉讼", 10));
        table.Add([.. outcomes.Select(outcome => Cell(outcome, 1, 2)), Cell("未经复议直接起诉", 5), Cell("复议后起诉", 5)]);
        table.Add(outcomes.Concat(outcomes).Select(outcome => Cell(outcome)));
        table.Add(DisputesTemplate.Table.Cells.Select(cell => Value(cell)));
        return table;
    }
}
