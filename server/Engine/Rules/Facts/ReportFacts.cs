using Validation.Cel;
using Validation.Engine.Reports.Template;
using Validation.V1;

namespace Validation.Engine.Rules.Facts;

/// <summary>A report as expressions see it. Facts are made when they are first asked for. Not thread-safe: one for each evaluation.</summary>
internal sealed class ReportFacts
{
    private static readonly CellTemplate[] Templates = [.. ReportTemplate.Tables.SelectMany(table => table.Cells)];

    private readonly CelValue[] _cells = new CelValue[Templates.Length];
    private readonly Dictionary<(object Owner, int Part), CelValue> _parts = [];

    /// <param name="report">The report, which must not change any more.</param>
    public ReportFacts(Report report)
    {
        Report = report;
        Prose = new ProseFacts(report);
    }

    /// <summary>The report.</summary>
    public Report Report { get; }

    /// <summary>The prose.</summary>
    public ProseFacts Prose { get; }

    /// <summary>The index of the first cell of a table among all cells.</summary>
    public static int FirstOf(TableTemplate table) => Array.IndexOf(Templates, table.Cells[0]);

    /// <summary>The cell with that index: table by table, row by row.</summary>
    public CelValue Cell(int index)
    {
        ref var cell = ref _cells[index];
        if (cell.Kind == CelKind.Null)
        {
            cell = CellFact.ValueOf(Templates[index], Templates[index].Of(Report));
        }

        return cell;
    }

    /// <summary>So many cells from an index on, with a step.</summary>
    public CelValue Cells(int first, int count, int step = 1)
    {
        var cells = new CelValue[count];
        for (var i = 0; i < count; i++)
        {
            cells[i] = Cell(first + (i * step));
        }

        return CelValue.Of(new CelList(cells));
    }

    /// <summary>A part of something, made once: lists, rows, columns.</summary>
    /// <param name="owner">What it is a part of.</param>
    /// <param name="part">Which part.</param>
    /// <param name="make">Makes it.</param>
    public CelValue Part(object owner, int part, Func<ReportFacts, int, CelValue> make)
    {
        if (!_parts.TryGetValue((owner, part), out var value))
        {
            value = make(this, part);
            _parts.Add((owner, part), value);
        }

        return value;
    }

    /// <summary>The table is in the document.</summary>
    public bool IsPresent(TableTemplate table) =>
        !Report.Deviations.Any(deviation => deviation.Kind == Deviation.Types.Kind.MissingTable && deviation.Path == table.Key);
}
