using Validation.Form;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>Finds the row of a table that is a single row of numbers under headings, without a label: 表四.</summary>
internal static class PageSingleRow
{
    /// <summary>The row, whose label is the last of its headings; none where most headings are not there.</summary>
    public static IReadOnlyList<PageRow> Of(RowTemplate row, IReadOnlyList<TableWord> words, PageLabels labels)
    {
        var headings = row.Cells.Select(cell => cell.Column).Distinct().SelectMany(labels.Heading).ToList();
        if (headings.Count * 2 < row.Cells.Count)
        {
            return [];
        }

        // Its cells go down to the first text, or a gap.
        var bottom = headings.Max(phrase => (phrase.Boxes[^1].Page, phrase.Boxes[^1].Bottom));
        var under = words.Where(word => !word.IsClaimed && (word.Box.Page, word.Box.CenterY).CompareTo(bottom) > 0).ToList();
        var found = new PageRow(labels.Headings.Last(), index: 0);
        foreach (var word in under)
        {
            var isApart = found.Cells is [.., var last]
                && (word.Box.Page != last.Box.Page || word.Box.Y - last.Box.Bottom > 1.5 * word.Box.Height);
            if (isApart || word.Words.Length > row.Cells.Count || !(word.IsValue || found.Cells.Exists(word.IsBeside)))
            {
                break;
            }

            found.Cells.Add(word);
        }

        // The text that ends the row stands on its line, or above a line of values: no cell is blank then.
        var values = under.FindAll(word => word.IsValue);
        var end = under.Skip(found.Cells.Count).FirstOrDefault();
        found.IsUnclear = labels.IsExhausted || (found.Cells.Count == 0
            ? values.Zip(values.Skip(row.Cells.Count / 2)).Any(pair => pair.First.IsBeside(pair.Second))
            : end is not null && found.Cells.Exists(end.IsBeside));
        return [found];
    }
}
