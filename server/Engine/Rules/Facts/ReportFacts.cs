using Validation.Cel;
using Validation.Engine.Bodies;
using Validation.Template;
using Validation.V1;

namespace Validation.Engine.Rules.Facts;

/// <summary>
/// A report as expressions see it. Facts are made when they are first asked for. Not thread-safe: one for each evaluation.
/// </summary>
internal sealed class ReportFacts
{
    private static readonly CellTemplate[] Templates = [.. ReportTemplate.Tables.SelectMany(table => table.Cells)];

    private readonly CelValue[] _cells = new CelValue[Templates.Length];
    private CelValue[]?[] _parts = new CelValue[]?[PartKind.Count];

    private readonly BodyRegister _bodies;
    private BodyNature? _body;

    /// <param name="report">The report, which must not change any more.</param>
    /// <param name="bodies">The bodies that it may be from.</param>
    public ReportFacts(Report report, BodyRegister bodies)
    {
        Report = report;
        _bodies = bodies;
        Prose = new ProseFacts(report);
    }

    /// <summary>The report.</summary>
    public Report Report { get; }

    /// <summary>What is known for certain of the body that reports.</summary>
    public BodyNature Body => _body ??= _bodies.NatureOf(Report.Organization);

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

    /// <summary>A part of a table, made once: lists, rows, columns.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="index">Which of its kind.</param>
    public CelValue Part(PartKind kind, int index)
    {
        if (kind.Id >= _parts.Length)
        {
            // The kind is younger than this report.
            Array.Resize(ref _parts, PartKind.Count);
        }

        var parts = _parts[kind.Id] ??= new CelValue[kind.Size];
        ref var part = ref parts[index];
        if (part.Kind == CelKind.Null)
        {
            part = kind.Make(this, index);
        }

        return part;
    }

    /// <summary>The table is in the document, in the form that the rules know.</summary>
    public bool IsPresent(TableTemplate table) =>
        !Report.Deviations.Any(deviation =>
            deviation.Kind is Deviation.Types.Kind.MissingTable or Deviation.Types.Kind.OldForm && deviation.Path == table.Key);
}
