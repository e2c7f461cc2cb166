using Validation.Cel;
using Validation.Form;

namespace Validation.Engine.Rules.Facts;

/// <summary>Makes the fields that the types of the three tables share.</summary>
internal static class TableFacts
{
    /// <summary>A field that holds a part, made once for each report and index.</summary>
    public static ObjectField Field(string name, PartType type, Func<Part, int> index, string documentation) =>
        FactField<Part>.Of(name, type.Type, part => type.Of(part.Facts, index(part)), documentation);

    /// <summary>A field that holds a list of cells, made once for each report and index.</summary>
    public static ObjectField Cells(string name, PartKind kind, string documentation, CelType? cell = null) =>
        FactField<Part>.Of(name, CelType.ListOf(cell ?? CellFact.Count), part => part.Facts.Part(kind, part.Index), documentation);

    /// <summary>The fields that every table has.</summary>
    public static IEnumerable<ObjectField> Common(TableTemplate table, CelType cell)
    {
        var first = ReportFacts.FirstOf(table);
        yield return FactField<Part>.Of("present", part => part.Facts.IsPresent(table), "表在不在");
        yield return Cells("cells", new PartKind(1, (facts, _) => facts.Cells(first, table.Cells.Count)), "全部单元格", cell);
    }

    /// <summary>A field that holds a list of parts.</summary>
    public static ObjectField List(string name, PartType type, IReadOnlyList<int> indices, string documentation)
    {
        var list = new PartKind(1, (facts, _) => CelValue.Of(new CelList([.. indices.Select(index => type.Of(facts, index))])));
        return FactField<Part>.Of(name, CelType.ListOf(type.Type), part => part.Facts.Part(list, 0), documentation);
    }
}
