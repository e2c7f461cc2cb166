using Validation.Cel;
using Validation.Form;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Rules.Facts;

/// <summary>A cell as rules see it: it stands for its number, where it has one.</summary>
/// <param name="Template">The cell in the template. Null: the template has no such row.</param>
/// <param name="Cell">What the report holds.</param>
/// <param name="Column">The column's label.</param>
/// <param name="IsOwn">It is of the report that is checked, not of one that it is compared with.</param>
internal sealed record CellFact(CellTemplate? Template, Cell Cell, string Column, bool IsOwn = true)
{
    private static readonly CelValue Unknown = CelValue.Of(new CelError(Texts.CellUnknown, IsUnknown: true));

    private static readonly EnumWords<State> States = new(Cell.Descriptor.EnumTypes[0]);

    /// <summary>The type of cells that hold counts.</summary>
    public static readonly ObjectType Count = Type(CelType.Int, number => CelValue.Of((long)number));

    /// <summary>The type of cells that hold amounts.</summary>
    public static readonly ObjectType Amount = Type(CelType.Double, CelValue.Of);

    /// <summary>The section of the cell, 2 to 4; 0 where the template has no such row.</summary>
    public int Section => Template is null ? 0 : FactPaths.SectionOf(Template.Path);

    /// <summary>The cell as a message shows it: its number, else the text as printed, else a question mark where the document has no such
    /// cell.</summary>
    public string Shown => Cell.State switch
    {
        State.Number => Sums.Text(Cell.Value),
        State.Blank or State.Dash => "0",
        State.Missing => "？",
        _ => Cell.Text,
    };

    /// <summary>The cell as a value of expressions.</summary>
    public static CelValue ValueOf(CellTemplate template, Cell cell, bool isOwn)
    {
        var fact = new CellFact(template, cell, template.Column, isOwn);
        return CelValue.Of(new CelObject(template.HasDecimals ? Amount : Count, fact));
    }

    private static ObjectType Type(CelType type, Func<double, CelValue> valueOf) => new("cell", Fields)
    {
        NumberType = type,
        Number = fact => ((CellFact)fact).Cell is var cell && Sums.IsAddable(cell) ? valueOf(Sums.ValueOf(cell)) : Unknown,
    };

    private static IEnumerable<ObjectField> Fields() =>
    [
        FactField<CellFact>.Of("state", CelType.String, fact => States.Of(fact.Cell.State), "状态：NUMBER、BLANK、DASH、INVALID 或 MISSING"),
        FactField<CellFact>.Of("text", fact => fact.Cell.Text, "原文"),
        FactField<CellFact>.Of("row", fact => fact.Template?.Row ?? string.Empty, "行的名称"),
        FactField<CellFact>.Of("column", fact => fact.Column, "列的名称"),
        FactField<CellFact>.Of("path", fact => fact.Template?.Path ?? string.Empty, "路径"),
    ];
}
