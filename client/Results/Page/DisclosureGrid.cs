using Validation.Form;

namespace Validation.Client.Page;

/// <summary>表二: items of 第二十条, each with the headings of its own columns.</summary>
internal static class DisclosureGrid
{
    private const int NumberColumns = 3;

    /// <summary>Writes the rows of the table.</summary>
    public static void Write(Markup page, TableCells cells)
    {
        page.Open(Tag.Tbody);
        foreach (var row in DisclosureTemplate.Table.Rows)
        {
            if (row.Headings.Count > 0)
            {
                WriteHeadings(page, row.Headings);
            }

            page.Open(Tag.Tr);
            page.Leaf(Tag.Th, row.Label, Attr.Scope("row"));
            foreach (var cell in row.Cells)
            {
                cells.Write(cell, NumberColumns / row.Cells.Count);
            }

            page.Close();
        }

        page.Close();
    }

    /// <summary>The item, and below it what its columns are called.</summary>
    private static void WriteHeadings(Markup page, IReadOnlyList<string> headings)
    {
        page.Open(Tag.Tr);
        page.Leaf(Tag.Th, headings[0], Attr.Class("item"), Attr.Columns(1 + NumberColumns), Attr.Scope("colgroup"));
        page.Close();
        page.Open(Tag.Tr);
        page.Leaf(Tag.Th, headings[1], Attr.Scope("col"));
        foreach (var heading in headings.Skip(2))
        {
            page.Leaf(Tag.Th, heading, Attr.Columns(NumberColumns / (headings.Count - 2)), Attr.Scope("col"));
        }

        page.Close();
    }
}
