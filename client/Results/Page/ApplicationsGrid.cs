using Validation.Form;

namespace Validation.Client.Page;

/// <summary>表三: three columns of labels, seven of numbers, a head of three rows.</summary>
internal static class ApplicationsGrid
{
    private const int LabelColumns = 3;
    private const int HeadRows = 3;

    private static readonly IReadOnlyList<RowTemplate> Rows = ApplicationsTemplate.Table.Rows;

    // The rows of 三、本年度办理结果, its total included.
    private static readonly int ResultRows = ApplicationsTemplate.ResultRows.Count + 1;

    /// <summary>Writes the rows of the table.</summary>
    public static void Write(Markup page, TableCells cells)
    {
        WriteWidths(page);
        WriteHead(page);
        page.Open(Tag.Tbody);
        var results = 0;
        for (var i = 0; i < Rows.Count; i++)
        {
            var row = Rows[i];
            page.Open(Tag.Tr);
            if (row == ApplicationsTemplate.ResultRows[0])
            {
                page.Leaf(Tag.Th, ApplicationsTemplate.Results.Label, Attr.Rows(ResultRows), Attr.Scope("rowgroup"));
                results = ResultRows;
            }

            WriteLabels(page, i, results > 0 ? LabelColumns - 1 : LabelColumns);
            results--;
            foreach (var cell in row.Cells)
            {
                cells.Write(cell);
            }

            page.Close();
        }

        page.Close();
    }

    /// <summary>The label of a row, and before the first row of a group that of the group.</summary>
    private static void WriteLabels(Markup page, int index, int columns)
    {
        var row = Rows[index];
        if (row.Group is null)
        {
            page.Leaf(Tag.Th, row.Label, Attr.Columns(columns), Attr.Scope("row"));
            return;
        }

        if (Rows[index - 1].Group != row.Group)
        {
            page.Leaf(Tag.Th, row.Group.Label, Attr.Rows(Rows.Count(other => other.Group == row.Group)), Attr.Scope("rowgroup"));
        }

        page.Leaf(Tag.Th, row.Label, Attr.Columns(columns - 1), Attr.Scope("row"));
    }

    private static void WriteHead(Markup page)
    {
        var columns = ApplicationsTemplate.Columns;
        page.Open(Tag.Thead);
        page.Open(Tag.Tr);
        page.Leaf(Tag.Td, ApplicationsTemplate.Relation, Attr.Class("relation"), Attr.Columns(LabelColumns), Attr.Rows(HeadRows));
        page.Leaf(Tag.Th, ApplicationsTemplate.Applicants, Attr.Columns(columns.Count), Attr.Scope("colgroup"));
        page.Close();
        page.Open(Tag.Tr);
        page.Leaf(Tag.Th, columns[0].Label, Attr.Rows(HeadRows - 1), Attr.Scope("col"));
        page.Leaf(Tag.Th, ApplicationsTemplate.Organizations, Attr.Columns(columns.Count - 2), Attr.Scope("colgroup"));
        page.Leaf(Tag.Th, columns[^1].Label, Attr.Rows(HeadRows - 1), Attr.Scope("col"));
        page.Close();
        page.Open(Tag.Tr);
        foreach (var column in columns.Skip(1).SkipLast(1))
        {
            page.Leaf(Tag.Th, column.Label, Attr.Scope("col"));
        }

        page.Close(2);
    }

    private static void WriteWidths(Markup page)
    {
        page.Open(Tag.Colgroup);
        page.Open(Tag.Col, Attr.Class("part"));
        page.Open(Tag.Col, Attr.Class("group"));
        page.Open(Tag.Col, Attr.Class("label"));
        foreach (var _ in ApplicationsTemplate.Columns)
        {
            page.Open(Tag.Col, Attr.Class("count"));
        }

        page.Close();
    }
}
