using Validation.Cel;
using Validation.Form;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Rules.Facts;

/// <summary>表三 as rules see it: by row, by column, and by the paths of its cells.</summary>
internal static class ApplicationFacts
{
    private static readonly IReadOnlyList<RowTemplate> Rows = ApplicationsTemplate.Table.Rows;
    private static readonly IReadOnlyList<ApplicantColumn> Columns = ApplicationsTemplate.Columns;
    private static readonly int First = ReportFacts.FirstOf(ApplicationsTemplate.Table);
    private static readonly int FirstOfResults = Enumerable.Range(0, Rows.Count).First(row => FormSums.Results.SignOf(row) > 0);

    /// <summary>The type of a row of 表三, as rules see it.</summary>
    public static readonly PartType Row = new("row", Rows.Count, RowFields);

    /// <summary>The type of a column of 表三, as rules see it.</summary>
    public static readonly PartType Column = new("column", Columns.Count, ColumnFields);

    /// <summary>The type of 表三, the variable <c>applications</c> of rules.</summary>
    public static readonly PartType Table = new("applications", 1, () =>
    [
        .. TableFacts.Common(ApplicationsTemplate.Table, CellFact.Count),
        TableFacts.List("rows", Row, [.. Enumerable.Range(0, Rows.Count)], "25 行"),
        TableFacts.List("columns", Column, [.. Enumerable.Range(0, Columns.Count)], "7 列"),
        .. ByRow(
            group => new PartType("group", 1, () => GroupFields(group)),
            row => TableFacts.Field(FactPaths.LastOf(Rows[row].Key), Row, _ => row, Rows[row].Label)),
    ]);

    private static IEnumerable<ObjectField> RowFields() =>
    [
        FactField<Part>.Of("label", part => Rows[part.Index].Cells[0].Row, "行的名称"),
        FactField<Part>.Of("key", part => Rows[part.Index].Key, "行的路径"),
        TableFacts.Cells("cells", new PartKind(Rows.Count, (facts, row) => facts.Cells(IndexOf(row, 0), Columns.Count)), "七格"),
        TableFacts.Cells("parts", new PartKind(Rows.Count, (facts, row) => facts.Cells(IndexOf(row, 0), Columns.Count - 1)), "前六格"),
        .. Columns.Select((column, i) =>
            FactField<Part>.Of(column.Key, CellFact.Count, part => part.Facts.Cell(IndexOf(part.Index, i)), column.Label)),
    ];

    private static IEnumerable<ObjectField> ColumnFields() =>
    [
        FactField<Part>.Of("label", part => Columns[part.Index].Label, "列的名称"),
        FactField<Part>.Of("key", part => Columns[part.Index].Key, "列的名字"),
        TableFacts.Cells(
            "cells", new PartKind(Columns.Count, (facts, column) => facts.Cells(IndexOf(0, column), Rows.Count, Columns.Count)), "25 格"),
        TableFacts.Cells("results", new PartKind(Columns.Count, Results), "（一）至（六）的各格，合并填写和多出的行算在内"),
        .. ByRow(group => new PartType("column_group", Columns.Count, () => ColumnGroupFields(group)), CellOf),
    ];

    /// <summary>The fields of a table or column: one for each row without a group, and one for each group, which holds its rows.</summary>
    private static IEnumerable<ObjectField> ByRow(Func<string, PartType> group, Func<int, ObjectField> row)
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
                    FactPaths.LastOf(Rows[i].Group!.Key), group(Rows[i].Group!.Key), part => part.Index, Rows[i].Group!.Label);
            }
        }
    }

    private static IEnumerable<ObjectField> GroupFields(string group)
    {
        var rows = RowsOf(group);
        yield return FactField<Part>.Of("label", _ => Rows[rows[0]].Group!.Label, "组的名称");
        yield return TableFacts.List("rows", Row, rows, "组的各行");
        foreach (var row in rows)
        {
            yield return TableFacts.Field(FactPaths.LastOf(Rows[row].Key), Row, _ => row, Rows[row].Label);
        }
    }

    private static IEnumerable<ObjectField> ColumnGroupFields(string group) => RowsOf(group).Select(CellOf);

    /// <summary>The field of a column that holds the cell of a row.</summary>
    private static ObjectField CellOf(int row) =>
        FactField<Part>.Of(
            FactPaths.LastOf(Rows[row].Key), CellFact.Count, part => part.Facts.Cell(IndexOf(row, part.Index)), Rows[row].Label);

    /// <summary>The cells that add up to （七）总计 in a column. A group that is printed as one row counts by that row, and rows in excess
    /// count too.</summary>
    private static CelValue Results(ReportFacts facts, int column)
    {
        var whole = facts.Report.Deviations
            .Where(deviation => deviation.Kind is Kind.CollapsedRow or Kind.ExtraRow && deviation.Cells.Count > column)
            .ToList();
        if (whole.Count == 0)
        {
            return facts.Cells(IndexOf(FirstOfResults, column), FormSums.Results.Left.Count, Columns.Count);
        }

        var cells = new List<CelValue>(Rows.Count + whole.Count);
        for (var row = 0; row < Rows.Count; row++)
        {
            var group = Rows[row].Group?.Key;
            if (FormSums.Results.SignOf(row) > 0 && (group is null || !whole.Exists(deviation => deviation.Path == group)))
            {
                cells.Add(facts.Cell(IndexOf(row, column)));
            }
        }

        cells.AddRange(whole.Select(deviation =>
            CelValue.Of(new CelObject(CellFact.Count, new CellFact(null, deviation.Cells[column], Columns[column].Label)))));
        return CelValue.Of(new CelList([.. cells]));
    }

    private static int[] RowsOf(string group) => [.. Enumerable.Range(0, Rows.Count).Where(row => Rows[row].Group?.Key == group)];

    private static int IndexOf(int row, int column) => First + (row * Columns.Count) + column;
}
