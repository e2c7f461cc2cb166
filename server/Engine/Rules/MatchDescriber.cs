using Validation.Cel;
using Validation.Engine.Rules.Facts;
using Validation.V1;

namespace Validation.Engine.Rules;

/// <summary>Writes the finding of a rule for the item that it looks at.</summary>
/// <param name="rule">The rule.</param>
/// <param name="values">The values of its expressions.</param>
internal readonly struct MatchDescriber(RulePrograms rule, RuleValues values)
{
    /// <summary>Evaluates the message and what belongs to it. Errors are kept with the values.</summary>
    public Match Describe()
    {
        var cells = Cells();
        var place = Place(cells);
        var actual = values.Text(rule.Actual);
        return new Match(values.Text(rule.Message))
        {
            Cells = cells,
            Section = rule.Section is null ? SectionOf(cells, place) : Section(rule.Section),
            Location = place?.Location,
            Expected = values.Text(rule.Expected),
            Actual = actual,
            Mend = values.Text(rule.Mend),
            Subject = rule.Subject is null ? $"{actual}|{place?.Words}" : values.Text(rule.Subject),
            Severity = Lowered(),
            Twin = rule.Twin is null ? null : Twin(rule.Twin),
        };
    }

    private List<CellFact> Cells()
    {
        var cells = new List<CellFact>();
        foreach (var program in rule.Cells)
        {
            Add(values.Of(program), cells);
        }

        return cells;
    }

    private void Add(CelValue value, List<CellFact> cells)
    {
        switch (value.Kind)
        {
            case CelKind.Object when value.AsObject is CellFact cell:
                if (!cell.IsOwn)
                {
                    values.Fail(value, Texts.CellOfOther);
                }
                else if (cell.Template is not null)
                {
                    // A row in excess has no path by which a client could find it.
                    cells.Add(cell);
                }

                break;
            case CelKind.List:
                foreach (var item in value.AsList.Items)
                {
                    Add(item, cells);
                }

                break;
            default:
                values.Fail(value, Texts.NotCells);
                break;
        }
    }

    private FactPlace? Place(List<CellFact> cells)
    {
        if (rule.At is not null)
        {
            var value = values.Of(rule.At);
            var named = PlaceOf(value);
            _ = named is not null || values.Fail(value, Texts.NotPlace);
            return named;
        }

        if (cells.Count > 0)
        {
            return FactPlace.Of(cells.Find(cell => cell.Cell.Location is not null) ?? cells[0]);
        }

        for (var depth = rule.Each.Count - 1; depth >= 0; depth--)
        {
            if (PlaceOf(values.Item(depth)) is { } place)
            {
                return place;
            }
        }

        return null;
    }

    private static FactPlace? PlaceOf(CelValue value) => value.Kind == CelKind.Object ? FactPlace.Of(value.AsObject) : null;

    private static int SectionOf(List<CellFact> cells, FactPlace? place) => cells.Count > 0 ? cells[0].Section : place?.Section ?? 0;

    private int Section(CelProgram program)
    {
        var value = values.Of(program);
        var isSection = value.Kind == CelKind.Int && value.AsInt is >= 0 and <= 6;
        _ = isSection || values.Fail(value, Texts.NotSection);
        return isSection ? (int)value.AsInt : 0;
    }

    private TwinFact? Twin(CelProgram program)
    {
        var value = values.Of(program);
        var twin = value.Kind == CelKind.Object ? value.AsObject as TwinFact : null;
        _ = twin is not null || values.Fail(value, Texts.NotTwin);
        return twin;
    }

    private Level? Lowered()
    {
        foreach (var (severity, when) in rule.Lower)
        {
            if (values.Holds(when))
            {
                return severity;
            }
        }

        return null;
    }
}

/// <summary>One place where a rule found something.</summary>
/// <param name="Message">What is wrong, with the numbers in it, in Chinese.</param>
internal sealed record Match(string Message)
{
    /// <summary>The cells that the finding is about, in the order of the message.</summary>
    public IReadOnlyList<CellFact> Cells { get; init; } = [];

    /// <summary>The section that the finding belongs to, 1 to 6; 0 for the whole document.</summary>
    public int Section { get; init; }

    /// <summary>The place in the document. Null: there is none.</summary>
    public Location? Location { get; init; }

    /// <summary>The expected value, as the finding shows it. Empty: the rule does not say.</summary>
    public string Expected { get; init; } = string.Empty;

    /// <summary>What the document has in that place, as the finding shows it; empty: the rule does not say.</summary>
    public string Actual { get; init; } = string.Empty;

    /// <summary>The advice how to mend it. Empty: the rule gives none.</summary>
    public string Mend { get; init; } = string.Empty;

    /// <summary>Words of the document by which a match without cells is told from others of the same rule. Never a line number.</summary>
    public string Subject { get; init; } = string.Empty;

    /// <summary>The passage of another report that says the same. Null: there is none.</summary>
    public TwinFact? Twin { get; init; }

    /// <summary>A lower level than the rule's, for a match that is doubtful. Null: the rule's own level.</summary>
    public Level? Severity { get; init; }
}
