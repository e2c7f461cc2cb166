using Validation.Cel;
using Validation.Template;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Rules.Facts;

/// <summary>A cell as expressions see it: a number wherever it has one.</summary>
/// <param name="Template">The cell in the template. Null: the template has no such row.</param>
/// <param name="Cell">What the report holds.</param>
/// <param name="Column">The column's label.</param>
internal sealed record CellFact(CellTemplate? Template, Cell Cell, string Column) : IPlace
{
    private static readonly CelValue Unknown = CelValue.Of(new CelError(Texts.CellUnknown, IsUnknown: true));

    private static readonly CelValue[] States = [.. Enum.GetValues<State>().Select(state => CelValue.Of(NameOf(state)))];

    /// <summary>Cells that hold counts.</summary>
    public static readonly ObjectType Count = Type(CelType.Int, fact => CelValue.Of((long)fact.Cell.Value), CelValue.Of(0L));

    /// <summary>Cells that hold amounts.</summary>
    public static readonly ObjectType Amount = Type(CelType.Double, fact => CelValue.Of(fact.Cell.Value), CelValue.Of(0.0));

    public Location? Location => Cell.Location;

    public int Section => Template is null ? 0 : FactPaths.SectionOf(Template.Path);

    public string Words => Template?.Path ?? Cell.Text;

    /// <summary>
    /// The number as a message shows it: the text as printed where there is none, a question mark where there is no cell.
    /// </summary>
    public string Shown => Cell.State switch
    {
        State.Number => Sums.Text(Cell.Value),
        State.Blank or State.Dash => "0",
        State.Missing => "？",
        _ => Cell.Text,
    };

    private bool IsAddable => Cell.State is State.Number or State.Blank or State.Dash;

    /// <summary>The value for expressions.</summary>
    public static CelValue ValueOf(CellTemplate template, Cell cell)
    {
        var fact = new CellFact(template, cell, template.Column);
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
