using Validation.Cel;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Rules.Facts;

/// <summary>A departure from the template, as rules see it.</summary>
internal sealed record DeviationFact(Deviation Deviation) : IPlace
{
    public Location? Location => Deviation.Location;

    public int Section => FactPaths.SectionOf(Deviation.Path);

    public string Words => $"{Deviation.Path}|{Deviation.Expected}|{Deviation.Actual}";
}

/// <summary>The departures from the template, as rules see them.</summary>
internal static class DeviationFacts
{
    private static readonly Dictionary<string, Kind> Kinds =
        Deviation.Descriptor.EnumTypes[0].Values.ToDictionary(value => value.Name, value => (Kind)value.Number, StringComparer.Ordinal);

    private static readonly Dictionary<Kind, CelValue> Names = Kinds.ToDictionary(pair => pair.Value, pair => CelValue.Of(pair.Key));

    /// <summary>The type of a departure from the template, as rules see it.</summary>
    public static readonly ObjectType Type = new("deviation", () =>
    [
        Field("kind", deviation => Names.GetValueOrDefault(deviation.Kind, Names[Kind.Unspecified]), "种类，如 LABEL"),
        Field("table", deviation => CelValue.Of(FactPaths.TableOf(deviation.Path)), "哪张表，如 applications"),
        Field("path", deviation => CelValue.Of(deviation.Path), "路径"),
        Field("row", deviation => CelValue.Of(FactPaths.RowOf(deviation.Path) ?? deviation.Expected), "行的名称"),
        Field("expected", deviation => CelValue.Of(deviation.Expected), "规定格式的文字"),
        Field("actual", deviation => CelValue.Of(deviation.Actual), "文档的文字"),
        new("section", CelType.Int, fact => CelValue.Of((long)((DeviationFact)fact).Section), "属于第几部分"),
    ]);

    /// <summary>The deviations of a report.</summary>
    public static CelValue Of(Report report) =>
        ProseFacts.ListOf(Type, [.. report.Deviations.Select(deviation => new DeviationFact(deviation))]);

    /// <summary>Reads the name of a kind such as "LABEL". False: there is no such kind.</summary>
    public static bool TryParse(string name, out Kind kind) => Kinds.TryGetValue(name, out kind) && kind != Kind.Unspecified;

    private static ObjectField Field(string name, Func<Deviation, CelValue> get, string documentation) =>
        new(name, CelType.String, fact => get(((DeviationFact)fact).Deviation), documentation);
}
