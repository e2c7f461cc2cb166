using Validation.Cel;
using Validation.Engine.Reports.Template;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Rules.Facts;

/// <summary>表三 as expressions see it: by row, by column, and by the paths of its cells.</summary>
internal static class ApplicationFacts
{
    private const string Prefix = "applications.";

    private static readonly IReadOnlyList<RowTemplate> Rows = ApplicationsTemplate.Table.Rows;
    private static readonly IReadOnlyList<ApplicantColumn> Columns = ApplicationsTemplate.Columns;
    private static readonly int First = ReportFacts.FirstOf(ApplicationsTemplate.Table);
    private static readonly object ColumnResults = new();
    private static readonly object RowCells = new();
    private static readonly object RowParts = new();
    private static readonly object ColumnCells = new();

    /// <summary>A row.</summary>
    public static readonly ObjectType Row = new("row", RowFields);

    /// <summary>A column.</summary>
    public static readonly ObjectType Column = new("column", ColumnFields);

    /// <summary>The table.</summary>
    public static readonly ObjectType Table = new("applications", () =>
    [
        .. TableFacts.Common(ApplicationsTemplate.Table, CellFact.Count),
        TableFacts.List("rows", Row, Rows.Count, "25 行"),
        TableFacts.List("columns", Column, Columns.Count, "7 列"),
        .. ByRow(key => new ObjectType("group", () => GroupFields(key)), row => TableFacts.Field(KeyOf(Rows[row]), Row, _ => row, Rows[row].Label)),
    ]);

    private static IEnumerable<ObjectField> RowFields() =>
    [
        TableFacts.Field("label", CelType.String, part => CelValue.Of(Rows[part.Index].Cells[0].Row), "行的名称"),
        TableFacts.Field("key", CelType.String, part => CelValue.Of(Rows[part.Index].Key), "行的路径"),
        TableFacts.Field(
            "cells", CelType.ListOf(CellFact.Count),
            part => part.Facts.Part(RowCells, part.Index, (facts, row) => facts.Cells(IndexOf(row, 0), Columns.Count)), "七格"),
        TableFacts.Field(
            "parts", CelType.ListOf(CellFact.Count),
            part => part.Facts.Part(RowParts, part.Index, (facts, row) => facts.Cells(IndexOf(row, 0), Columns.Count - 1)), "前六格"),
        .. Columns.Select((column, i) =>
            TableFacts.Field(column.Key, CellFact.Count, (Part part) => part.Facts.Cell(IndexOf(part.Index, i)), column.Label)),
    ];

    private static IEnumerable<ObjectField> ColumnFields() =>
    [
        TableFacts.Field("label", CelType.String, part => CelValue.Of(Columns[part.Index].Label), "列的名称"),
        TableFacts.Field("key", CelType.String, part => CelValue.Of(Columns[part.Index].Key), "列的名字"),
        TableFacts.Field(
            "cells", CelType.ListOf(CellFact.Count),
            part => part.Facts.Part(ColumnCells, part.Index, (facts, column) => facts.Cells(IndexOf(0, column), Rows.Count, Columns.Count)), "25 格"),
        TableFacts.Field(
            "results", CelType.ListOf(CellFact.Count),
            part => part.Facts.Part(ColumnResults, part.Index, Results), "（一）至（六）的各格，合并填写和多出的行算在内"),
        .. ByRow(
            key => new ObjectType("column_group", () => ColumnGroupFields(key)),
            row => TableFacts.Field(KeyOf(Rows[row]), CellFact.Count, (Part part) => part.Facts.Cell(IndexOf(row, part.Index)), Rows[row].Label)),
    ];

    /// <summary>A field for each row without a group, and one for each group, which holds its rows.</summary>
    private static IEnumerable<ObjectField> ByRow(Func<string, ObjectType> group, Func<int, ObjectField> row)
    {
        for (var i = 0; i < Rows.Count; i++)
        {
            if (Rows[i].Group is null)
            {
                yield return row(i);
            }
            else if (Rows[i].Group != Rows[i - 1].Group)
            {
                yield return TableFacts.Field(
                    Rows[i].Group!.Key[Prefix.Length..], group(Rows[i].Group!.Key), part => part.Index, Rows[i].Group!.Label);
            }
        }
    }

    private static IEnumerable<ObjectField> GroupFields(string group)
    {
        var rows = RowsOf(group);
        var list = new object();
        yield return TableFacts.Field("label", CelType.String, _ => CelValue.Of(Rows[rows[0]].Group!.Label), "组的名称");
        yield return TableFacts.Field(
            "rows", CelType.ListOf(Row), part => part.Facts.Part(list, 0, (facts, _) => RowList(facts, rows)), "组的各行");
        foreach (var row in rows)
        {
            yield return TableFacts.Field(KeyOf(Rows[row]), Row, _ => row, Rows[row].Label);
        }
    }

    private static IEnumerable<ObjectField> ColumnGroupFields(string group) =>
        RowsOf(group).Select(row =>
            TableFacts.Field(KeyOf(Rows[row]), CellFact.Count, (Part part) => part.Facts.Cell(IndexOf(row, part.Index)), Rows[row].Label));

    private static CelValue RowList(ReportFacts facts, int[] rows) =>
        CelValue.Of(new CelList([.. rows.Select(row => TableFacts.Of(new Part(facts, 0), Row, row))]));

    /// <summary>What adds up to （七）总计 in a column: a group that is printed as one row counts by that row, as does a row in excess.</summary>
    private static CelValue Results(ReportFacts facts, int column)
    {
        var whole = facts.Report.Deviations
            .Where(deviation => deviation.Kind is Kind.CollapsedRow or Kind.ExtraRow && deviation.Cells.Count > column)
            .ToList();
        var cells = new List<CelValue>(Rows.Count);
        for (var row = 0; row < Rows.Count; row++)
        {
            var group = Rows[row].Group?.Key;
            if (IsResult(row) && (group is null || !whole.Exists(deviation => deviation.Path == group)))
            {
                cells.Add(facts.Cell(IndexOf(row, column)));
            }
        }

        cells.AddRange(whole.Select(deviation =>
            CelValue.Of(new CelObject(CellFact.Count, new CellFact(null, deviation.Cells[column], Columns[column].Label)))));
        return CelValue.Of(new CelList([.. cells]));
    }

    // 一 and 二 stand before the results, （七） and 四 after them.
    private static bool IsResult(int row) => row > 1 && row < Rows.Count - 2;

    private static int[] RowsOf(string group) => [.. Enumerable.Range(0, Rows.Count).Where(row => Rows[row].Group?.Key == group)];

    private static string KeyOf(RowTemplate row) => row.Key[(row.Key.LastIndexOf('.') + 1)..];

    private static int IndexOf(int row, int column) => First + (row * Columns.Count) + column;
}
