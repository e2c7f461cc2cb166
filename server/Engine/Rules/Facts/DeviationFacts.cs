using Validation.Cel;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Rules.Facts;

/// <summary>The departures from the template, as rules see them.</summary>
internal static class DeviationFacts
{
    private static readonly EnumWords<Kind> Kinds = new(Deviation.Descriptor.EnumTypes[0]);

    /// <summary>The type of a departure from the template, as rules see it.</summary>
    public static readonly ObjectType Type = new("deviation", () =>
    [
        FactField<Deviation>.Of("kind", CelType.String, deviation => Kinds.Of(deviation.Kind), "种类，如 LABEL"),
        FactField<Deviation>.Of("table", deviation => FactPaths.TableOf(deviation.Path), "哪张表，如 applications"),
        FactField<Deviation>.Of("path", deviation => deviation.Path, "路径"),
        FactField<Deviation>.Of("row", deviation => FactPaths.RowOf(deviation.Path) ?? deviation.Expected, "行的名称"),
        FactField<Deviation>.Of("expected", deviation => deviation.Expected, "规定格式的文字"),
        FactField<Deviation>.Of("actual", deviation => deviation.Actual, "文档的文字"),
        FactField<Deviation>.Of("section", deviation => FactPaths.SectionOf(deviation.Path), "属于第几部分"),
    ]);

    /// <summary>Reads the name of a kind such as "LABEL". Unspecified: there is no such kind.</summary>
    public static Kind Parse(string name) => Kinds.Find(name) ?? Kind.Unspecified;
}
