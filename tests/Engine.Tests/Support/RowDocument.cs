using Validation.Engine.Documents;
using Validation.Engine.Documents.Building;
using Validation.Form;

namespace Validation.Engine.Tests.Support;

/// <summary>A cell as a word processor has it.</summary>
internal sealed record GridCell(string Text, int Columns = 1, int Rows = 1);

/// <summary>Makes a whole report as a document whose tables have rows and cells, in the form of the template.</summary>
/// <param name="cells">What each cell shows.</param>
internal sealed class RowDocument(Func<CellTemplate, string> cells)
{
    private readonly DocumentBuilder _builder = new(EngineLimits.Default);
    private bool _isInTable;

    /// <summary>A label to be written in place of the template's; by default the template's.</summary>
    public Func<string, string> Label { get; init; } = label => label;

    /// <summary>Rows to be left out, by key.</summary>
    public Func<string, bool> Omits { get; init; } = _ => false;

    /// <summary>What becomes of a table's rows; its key is given.</summary>
    public Func<string, List<List<GridCell>>, IEnumerable<List<GridCell>>> Change { get; init; } = (_, rows) => rows;

    /// <summary>Title, sections and tables are rows of one single table.</summary>
    public bool IsOneTable { get; init; }

    /// <summary>What is written before each table; its key is given.</summary>
    public Action<string, RowDocument> Before { get; init; } = (_, _) => { };

    /// <summary>What is written behind each table; its key is given.</summary>
    public Action<string, RowDocument> After { get; init; } = (_, _) => { };

    /// <summary>The document.</summary>
    public Document Write()
    {
        Line("某某市人民政府办公室2024年政府信息公开工作年度报告");
        Line("本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。");
        Line("一、总体情况");
        Line("2024年，某某市主动公开政府信息488条，依法办理申请。严格信息审核管理，办好网站和政务新媒体，加强监督检查和业务培训。");
        foreach (var table in ReportTemplate.Tables)
        {
            Line(table.Section.Heading);
            Before(table.Key, this);
            Table(Change(table.Key, RowsOf(table)));
            After(table.Key, this);
        }

        Line("五、存在的主要问题及改进情况");
        Line("一是公开内容不够丰富，解读形式比较单一。下一步将丰富公开内容，创新解读形式，加强业务培训。");
        Line("六、其他需要报告的事项");
        Line("2024年未收取信息处理费。");
        return _builder.Build("rows");
    }

    /// <summary>Writes a paragraph, or a row of a single cell.</summary>
    public void Line(string text)
    {
        if (IsOneTable)
        {
            Rows([[new GridCell(text), new GridCell(string.Empty), new GridCell(string.Empty)]]);
        }
        else
        {
            _builder.AddParagraph(text);
        }
    }

    /// <summary>Writes a table.</summary>
    public void Table(IEnumerable<IReadOnlyList<GridCell>> rows)
    {
        Rows(rows);
        if (!IsOneTable)
        {
            _builder.EndTable();
            _isInTable = false;
        }
    }

    /// <summary>The rows of a table as the template has them.</summary>
    public List<List<GridCell>> RowsOf(TableTemplate table) =>
        table.Key == "disclosure" ? Disclosure() : table.Key == "applications" ? Applications() : Disputes();

    private void Rows(IEnumerable<IReadOnlyList<GridCell>> rows)
    {
        if (!_isInTable)
        {
            _builder.BeginTable();
            _isInTable = true;
        }

        foreach (var row in rows)
        {
            _builder.BeginRow();
            foreach (var cell in row)
            {
                _builder.BeginCell(cell.Columns, cell.Rows);
                foreach (var line in cell.Text.Split('\n'))
                {
                    _builder.AddParagraph(line);
                }
            }
        }

        _builder.EndRow();
    }

    private List<List<GridCell>> Disclosure()
    {
        var rows = new List<List<GridCell>>();
        foreach (var row in DisclosureTemplate.Table.Rows)
        {
            var span = 3 / row.Cells.Count;
            if (row.Headings.Count > 0)
            {
                rows.Add([new GridCell(Label(row.Headings[0]), 4)]);
                rows.Add(
                    [new GridCell(Label(row.Headings[1])), .. row.Headings.Skip(2).Select(column => new GridCell(Label(column), span))]);
            }

            rows.Add([new GridCell(Label(row.Label)), .. row.Cells.Select(cell => new GridCell(cells(cell), span))]);
        }

        return rows;
    }

    private List<List<GridCell>> Applications()
    {
        var table = ApplicationsTemplate.Table;
        var columns = ApplicationsTemplate.Columns.Select(column => Label(column.Label)).ToList();
        var printed = table.Rows.Where(row => !Omits(row.Key)).ToList();
        var rows = new List<List<GridCell>>
        {
            new() { new GridCell(Label(table.Rows[0].Headings[0]), 3, 3), new GridCell("申请人情况", 7) },
            new() { new GridCell(columns[0], 1, 2), new GridCell(Label("法人或其他组织"), 5), new GridCell(columns[6], 1, 2) },
            columns[1..6].ConvertAll(column => new GridCell(column)),
        };
        var results = printed.Count(row => row.Group is not null || row.Label.StartsWith('（'));
        for (var i = 0; i < printed.Count; i++)
        {
            var row = printed[i];
            var labels = new List<GridCell>();
            if (row.Key == "applications.granted")
            {
                labels.Add(new GridCell(Label(ApplicationsTemplate.Results.Label), 1, results));
            }

            if (row.Group is { } group && printed[i - 1].Group != group)
            {
                labels.Add(new GridCell(Label(group.Label), 1, printed.Count(other => other.Group == group)));
            }

            labels.Add(new GridCell(Label(row.Label), row.Group is not null ? 1 : row.Label.StartsWith('（') ? 2 : 3));
            rows.Add([.. labels, .. row.Cells.Select(cell => new GridCell(cells(cell)))]);
        }

        return rows;
    }

    private List<List<GridCell>> Disputes()
    {
        var outcomes = DisputesTemplate.Groups[0].Cells.Select(cell => Label(cell.Column)).ToList();
        return
        [
            [new GridCell(Label("行政复议"), 5), new GridCell(Label("行政诉讼"), 10)],
            [
                .. outcomes.Select(outcome => new GridCell(outcome, 1, 2)),
                new GridCell(Label("未经复议直接起诉"), 5),
                new GridCell(Label("复议后起诉"), 5),
            ],
            [.. outcomes.Concat(outcomes).Select(outcome => new GridCell(outcome))],
            [.. DisputesTemplate.Table.Cells.Select(cell => new GridCell(cells(cell)))],
        ];
    }
}
