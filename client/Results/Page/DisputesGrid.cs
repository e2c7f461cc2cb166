using Validation.Form;

namespace Validation.Client.Page;

/// <summary>表四: a head of three rows above one row of 15 numbers.</summary>
internal static class DisputesGrid
{
    private static readonly IReadOnlyList<DisputeGroup> Groups = DisputesTemplate.Groups;

    /// <summary>Writes the rows of the table.</summary>
    public static void Write(Markup page, TableCells cells)
    {
        WriteHead(page);
        page.Open(Tag.Tbody);
        page.Open(Tag.Tr);
        foreach (var cell in DisputesTemplate.Table.Cells)
        {
            cells.Write(cell);
        }

        page.Close(2);
    }

    private static void WriteHead(Markup page)
    {
        var (first, others) = (Groups[0].Cells, Groups.Skip(1).ToList());
        page.Open(Tag.Thead);
        page.Open(Tag.Tr);
        page.Leaf(Tag.Th, DisputesTemplate.Review, Attr.Columns(first.Count), Attr.Scope("colgroup"));
        page.Leaf(
            Tag.Th, DisputesTemplate.Litigation, Attr.Columns(others.Sum(group => group.Cells.Count)), Attr.Scope("colgroup"));
        page.Close();
        page.Open(Tag.Tr);
        foreach (var cell in first)
        {
            page.Leaf(Tag.Th, cell.Column, Attr.Rows(2), Attr.Scope("col"));
        }

        page.Leaf(Tag.Th, DisputesTemplate.Direct, Attr.Columns(others[0].Cells.Count), Attr.Scope("colgroup"));
        page.Leaf(Tag.Th, DisputesTemplate.AfterReview, Attr.Columns(others[1].Cells.Count), Attr.Scope("colgroup"));
        page.Close();
        page.Open(Tag.Tr);
        foreach (var cell in others.SelectMany(group => group.Cells))
        {
            page.Leaf(Tag.Th, cell.Column, Attr.Scope("col"));
        }

        page.Close(2);
    }
}
