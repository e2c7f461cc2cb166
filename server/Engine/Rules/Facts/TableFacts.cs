using Validation.Cel;
using Validation.Form;

namespace Validation.Engine.Rules.Facts;

/// <summary>Makes the fields that the types of the three tables share.</summary>
internal static class TableFacts
{
    /// <summary>A field of a part of a table.</summary>
    public static ObjectField Field(string name, CelType type, Func<Part, CelValue> get, string documentation = "") =>
        new(name, type, part => get((Part)part), documentation);

    /// <summary>A field that holds a part, made once for each report and index.</summary>
    public static ObjectField Field(string name, PartType type, Func<Part, int> index, string documentation = "") =>
        new(name, type.Type, part => type.Of(((Part)part).Facts, index((Part)part)), documentation);

    /// <summary>A field that holds a list of cells, made once for each report and index.</summary>
    public static ObjectField Cells(string name, PartKind kind, string documentation, CelType? cell = null) =>
        new(name, CelType.ListOf(cell ?? CellFact.Count), part => ((Part)part).Facts.Part(kind, ((Part)part).Index), documentation);

    /// <summary>The fields that every table has.</summary>
    public static IEnumerable<ObjectField> Common(TableTemplate table, CelType cell)
    {
        var first = ReportFacts.FirstOf(table);
        yield return Field("present", CelType.Bool, part => CelValue.Of(part.Facts.IsPresent(table)), "表在不在");
        yield return Cells("cells", new PartKind(1, (facts, _) => facts.Cells(first, table.Cells.Count)), "全部单元格", cell);
    }

    /// <summary>A field that holds a list of parts.</summary>
    public static ObjectField List(string name, PartType type, IReadOnlyList<int> indices, string documentation)
    {
        var list = new PartKind(1, (facts, _) => CelValue.Of(new CelList([.. indices.Select(index => type.Of(facts, index))])));
        return Field(name, CelType.ListOf(type.Type), part => part.Facts.Part(list, 0), documentation);
    }
}
