using Validation.Cel;
using Validation.Engine.Reports.Template;

namespace Validation.Engine.Rules.Facts;

/// <summary>A part of a table as expressions see it: which one is known from its type alone, or by an index.</summary>
/// <param name="Facts">The report.</param>
/// <param name="Index">The row, column or group; 0 where there is only one.</param>
internal sealed record Part(ReportFacts Facts, int Index);

/// <summary>What the types of the tables have in common.</summary>
internal static class TableFacts
{
    /// <summary>A field of a part of a table.</summary>
    public static ObjectField Field(string name, CelType type, Func<Part, CelValue> get, string documentation = "") =>
        new(name, type, part => get((Part)part), documentation);

    /// <summary>A field that holds a part, made once for each report and index.</summary>
    public static ObjectField Field(string name, ObjectType type, Func<Part, int> index, string documentation = "") =>
        new(name, type, part => Of((Part)part, type, index((Part)part)), documentation);

    /// <summary>The fields that every table has.</summary>
    public static IEnumerable<ObjectField> Common(TableTemplate table, CelType cell)
    {
        var first = ReportFacts.FirstOf(table);
        var cells = new object();
        yield return Field("present", CelType.Bool, part => CelValue.Of(part.Facts.IsPresent(table)), "表在不在");
        yield return Field(
            "cells", CelType.ListOf(cell), part => part.Facts.Part(cells, 0, (facts, _) => facts.Cells(first, table.Cells.Count)), "全部单元格");
    }

    /// <summary>A list of parts.</summary>
    public static ObjectField List(string name, ObjectType type, int count, string documentation)
    {
        var list = new object();
        return Field(name, CelType.ListOf(type), part => part.Facts.Part(list, 0, (facts, _) => ListOf(facts, type, count)), documentation);
    }

    private static CelValue ListOf(ReportFacts facts, ObjectType type, int count)
    {
        var items = new CelValue[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = Of(new Part(facts, 0), type, i);
        }

        return CelValue.Of(new CelList(items));
    }

    /// <summary>A part with that index.</summary>
    public static CelValue Of(Part of, ObjectType type, int index) =>
        of.Facts.Part(type, index, (facts, i) => CelValue.Of(new CelObject(type, new Part(facts, i))));
}
