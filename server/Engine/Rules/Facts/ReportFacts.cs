using Validation.Cel;
using Validation.Engine.Bodies;
using Validation.Form;
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
    /// <param name="comparison">The reports that it is compared with. Null: none.</param>
    public ReportFacts(Report report, BodyRegister bodies, ComparedReports? comparison = null)
    {
        Report = report;
        _bodies = bodies;
        Comparison = comparison ?? ComparedReports.None;
        Prose = new ProseFacts(report);
    }

    /// <summary>The facts of a report that another one is compared with.</summary>
    public ReportFacts(RelatedReport related)
        : this(related.Report, BodyRegister.Empty) => Source = related;

    /// <summary>The report that another one is compared with. Null: the facts are of the report that is checked.</summary>
    public RelatedReport? Source { get; }

    /// <summary>The reports that this one is compared with.</summary>
    public ComparedReports Comparison { get; }

    /// <summary>The report that the facts are of.</summary>
    public Report Report { get; }

    /// <summary>The kind and level of the reporting body, as far as they are known for certain.</summary>
    public BodyNature Body => _body ??= _bodies.NatureOf(Report.Organization);

    /// <summary>The prose of the report.</summary>
    public ProseFacts Prose { get; }

    /// <summary>The index of the first cell of a table among all cells.</summary>
    public static int FirstOf(TableTemplate table) => Array.IndexOf(Templates, table.Cells[0]);

    /// <summary>The cell with that index: table by table, row by row.</summary>
    public CelValue Cell(int index)
    {
        ref var cell = ref _cells[index];
        if (cell.Kind == CelKind.Null)
        {
            cell = CellFact.ValueOf(Templates[index], Templates[index].Of(Report), Source is null);
        }

        return cell;
    }

    /// <summary>Cells from an index on, as many as asked for, with a step between them.</summary>
    public CelValue Cells(int first, int count, int step = 1)
    {
        var cells = step == 1 ? _cells : new CelValue[count];
        for (var i = 0; i < count; i++)
        {
            var cell = Cell(first + (i * step));
            if (step != 1)
            {
                cells[i] = cell;
            }
        }

        return CelValue.Of(step == 1 ? new CelList(cells, first, count) : new CelList(cells));
    }

    /// <summary>A part of a table: made when first asked for, and kept.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="index">Which of its kind.</param>
    public CelValue Part(PartKind kind, int index)
    {
        if (kind.Id >= _parts.Length)
        {
            // A kind that was added after this report's facts were made.
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

    /// <summary>Whether the document has the table, in the form that the rules know.</summary>
    public bool IsPresent(TableTemplate table)
    {
        for (var i = 0; i < Report.Deviations.Count; i++)
        {
            var deviation = Report.Deviations[i];
            if (deviation.Kind is Deviation.Types.Kind.MissingTable or Deviation.Types.Kind.OldForm && deviation.Path == table.Key)
            {
                return false;
            }
        }

        return true;
    }
}
