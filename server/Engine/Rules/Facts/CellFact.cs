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
internal sealed record CellFact(CellTemplate? Template, Cell Cell, string Column, bool IsOwn = true) : IPlace
{
    private static readonly CelValue Unknown = CelValue.Of(new CelError(Texts.CellUnknown, IsUnknown: true));

    private static readonly CelValue[] States = [.. Enum.GetValues<State>().Select(state => CelValue.Of(NameOf(state)))];

    /// <summary>The type of cells that hold counts.</summary>
    public static readonly ObjectType Count = Type(CelType.Int, fact => CelValue.Of((long)fact.Cell.Value), CelValue.Of(0L));

    /// <summary>The type of cells that hold amounts.</summary>
    public static readonly ObjectType Amount = Type(CelType.Double, fact => CelValue.Of(fact.Cell.Value), CelValue.Of(0.0));

    public Location? Location => Cell.Location;

    public int Section => Template is null ? 0 : FactPaths.SectionOf(Template.Path);

    public string Words => Template?.Path ?? Cell.Text;

    /// <summary>The cell as a message shows it: its number, else the text as printed, else a question mark where the document has no such
    /// cell.</summary>
    public string Shown => Cell.State switch
    {
        State.Number => Sums.Text(Cell.Value),
        State.Blank or State.Dash => "0",
        State.Missing => "？",
        _ => Cell.Text,
    };

    private bool IsAddable => Cell.State is State.Number or State.Blank or State.Dash;

    /// <summary>The cell as a value of expressions.</summary>
    public static CelValue ValueOf(CellTemplate template, Cell cell, bool isOwn)
    {
        var fact = new CellFact(template, cell, template.Column, isOwn);
        return CelValue.Of(new CelObject(template.HasDecimals ? Amount : Count, fact));
    }

    private static ObjectType Type(CelType number, Func<CellFact, CelValue> value, CelValue zero) => new("cell", Fields)
    {
        NumberType = number,
        Number = cell =>
        {
            var fact = (CellFact)cell;
            return fact.Cell.State == State.Number ? value(fact) : fact.IsAddable ? zero : Unknown;
        },
    };

    private static IEnumerable<ObjectField> Fields() =>
    [
        Field("state", fact => States[(int)fact.Cell.State], "状态：NUMBER、BLANK、DASH、INVALID 或 MISSING"),
        Field("text", fact => CelValue.Of(fact.Cell.Text), "原文"),
        Field("row", fact => CelValue.Of(fact.Template?.Row ?? string.Empty), "行的名称"),
        Field("column", fact => CelValue.Of(fact.Column), "列的名称"),
        Field("path", fact => CelValue.Of(fact.Template?.Path ?? string.Empty), "路径"),
    ];

    private static ObjectField Field(string name, Func<CellFact, CelValue> get, string documentation) =>
        new(name, CelType.String, cell => get((CellFact)cell), documentation);

    private static string NameOf(State state) => Cell.Descriptor.EnumTypes[0].FindValueByNumber((int)state).Name;
}
