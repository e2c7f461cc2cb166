using Validation.Engine.Documents;
using Validation.Form;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>
/// Gives the lines of numbers on pages to the rows of a table: a line belongs to the label beside it, or to the one that is nearest. Where
/// the label is not that of the template, the words beside the line are its label.
/// </summary>
internal sealed class PageRows(TableTemplate table, IReadOnlyList<TableWord> words, PageLabels labels)
{
    private const double Beside = 0.6;

    private readonly List<PageRow> _rows = [.. labels.Rows];

    /// <summary>The rows in the order of the pages; none where the labels of the template were not found.</summary>
    public static IReadOnlyList<PageRow> Of(TableTemplate table, IReadOnlyList<TableWord> words, PageLabels labels)
    {
        var rows = new PageRows(table, words, labels);
        if (table.Rows is [{ Label.Length: 0 } only])
        {
            rows.AddSingle(only);
        }
        else if (rows._rows.Count > 0)
        {
            rows.AddAltered();
            rows.Lines().OrderBy(line => rows.Nearest(line[0])[0].Distance).ToList().ForEach(rows.Give);
            rows.GiveTexts();
            rows.GiveLabels();
            rows.DoubtOrder();
            rows.DoubtPlaces();
        }

        return rows._rows;
    }

    // 表四 is a single row of numbers under headings: the last of these is its label. None where most headings are not there.
    private void AddSingle(RowTemplate row)
    {
        var headings = row.Cells.Select(cell => cell.Column).Distinct().SelectMany(labels.Heading).ToList();
        if (headings.Count * 2 < row.Cells.Count)
        {
            return;
        }

        // Its cells go down to the first text, or a gap.
        var bottom = headings.Max(phrase => (phrase.Boxes[^1].Page, phrase.Boxes[^1].Bottom));
        var under = words.Where(word => !word.IsClaimed && (word.Box.Page, word.Box.CenterY).CompareTo(bottom) > 0).ToList();
        var found = new PageRow(labels.Headings[^1], index: 0);
        found.Cells.AddRange(under.TakeWhile((word, i) => word.Words.Length <= row.Cells.Count
            && (word.IsValue || under.Take(i).Any(word.IsBeside))
            && (i == 0 || (word.Box.Page == under[i - 1].Box.Page && word.Box.Y - under[i - 1].Box.Bottom <= 1.5 * word.Box.Height))));

        // The text that ends the row stands on its line, or above a line of values: no cell is blank then.
        var values = under.FindAll(word => word.IsValue);
        var end = under.Skip(found.Cells.Count).FirstOrDefault();
        found.IsUnclear = labels.IsExhausted || (found.Cells.Count == 0
            ? values.Zip(values.Skip(row.Cells.Count / 2)).Any(pair => pair.First.IsBeside(pair.Second))
            : end is not null && found.Cells.Exists(end.IsBeside));
        _rows.Add(found);
    }

    // Between two rows one is missing, and words stand in the place of its label.
    private void AddAltered()
    {
        for (var i = _rows.Count - 1; i > 0; i--)
        {
            var (above, below) = (_rows[i - 1], _rows[i]);
            var label = words.Where(word => IsLabel(word) && IsBelow(word.Box, above.Place.First.Page, above.Place.First.Bottom)
                && !IsBelow(word.Box, below.Place.First.Page, below.Place.First.Y)).ToList();
            if (label.Count > 0 && below.Index - above.Index == 2)
            {
                _rows.Insert(i, new PageRow(new Phrase(string.Empty, label)));
            }
        }
    }

    // The lines of values to the right of the labels, from the first row to the last.
    private IEnumerable<List<TableWord>> Lines()
    {
        var (first, last) = (_rows[0].Place.First, _rows[^1].Line);
        return words.Where(word => word.IsValue && !word.IsClaimed && word.Box.CenterX > labels.Edge
                && IsBelow(word.Box, first.Page, first.Y - word.Box.Height)
                && !IsBelow(word.Box, last.Page, last.Bottom + (2 * word.Box.Height)))
            .GroupBy(word => word.Position.Order).Select(line => line.ToList());
    }

    // Apart from all labels a line is that of a row whose label was not found, or the rest of long numbers.
    private void Give(List<TableWord> line)
    {
        var (first, near) = (line[0], Nearest(line[0]));
        var isApart = near[0].Distance > Beside * first.Box.Height;
        var isMissing = isApart && Missing(first.Box) > 0;
        var isRest = near[0].Distance < 1.5 * first.Box.Height
            && line.TrueForAll(word => near.Exists(near => near.Row.IsInTheWayOf(word)));
        var isLabelled = isApart && words.Any(word => IsLabel(word) && word.IsBeside(first) && word.Words.Length > 1);
        if (isLabelled || (isMissing && !(isRest && line.Count == 1)))
        {
            _rows.Add(new PageRow(line));
            _rows.Sort(static (a, b) => a.Place.Order.CompareTo(b.Place.Order));
            return;
        }

        var row = near[0].Row;
        var next = _rows.IndexOf(row) + (IsBehind(first.Box, row) ? 1 : -1);
        row.Take(line, isApart, [.. near[1..].Select(near => near.Row), .. _rows.Where((_, i) => i == next)]);
        row.IsUnclear |= isMissing;
    }

    // How many rows of the template were not found in that place.
    private int Missing(PagePlace place)
    {
        var above = _rows.FindLast(row => row.Index >= 0 && IsBehind(place, row));
        var below = _rows.Find(row => row.Index >= 0 && !IsBehind(place, row));
        return (below?.Index ?? table.Rows.Count) - (above?.Index ?? -1) - 1;
    }

    // Words in the place of numbers: 无, 见附件.
    private void GiveTexts()
    {
        foreach (var word in words.Where(word => word.IsFree && word.Box.X > labels.Edge))
        {
            var (distance, row) = Nearest(word)[0];
            row.Cells.AddRange(distance == 0 || row.Cells.Exists(word.IsBeside) ? [word] : []);
        }
    }

    // The label of a line that stands beside no label of a row: other words, or that of a group without rows.
    private void GiveLabels()
    {
        var texts = words.Where(IsLabel).Select(word => (Word: word, Near: Nearest(word)[0]))
            .Where(label => label.Near.Distance < 4 * label.Word.Box.Height).ToLookup(label => label.Near.Row, label => label.Word);
        foreach (var row in _rows.Where(row => row.Label is null))
        {
            row.Label = texts.Contains(row) ? new Phrase(string.Empty, [.. texts[row]]) : labels.Headings.FirstOrDefault(heading =>
                IsWithoutRows(heading.Label) && heading.Distance(row.Line) <= Beside * row.Line.Height);
        }
    }

    private bool IsWithoutRows(string group) => table.Rows.Any(row => row.Group?.Label == group)
        && !_rows.Exists(row => row.Index >= 0 && table.Rows[row.Index].Group?.Label == group);

    // Labels that come again, or too early, may not be labels: unless the whole table begins again. Other labels are in the place of those
    // that are missing if there are as many.
    private void DoubtOrder()
    {
        var known = _rows.FindAll(row => row.Index >= 0);
        foreach (var (above, below) in known.Zip(known.Skip(1)))
        {
            var isInOrder = above.Index < below.Index || (above.Index == table.Rows.Count - 1 && below.Index == 0);
            above.IsUnclear |= !isInOrder;
            below.IsUnclear |= !isInOrder;
        }

        foreach (var others in _rows.Except(known).GroupBy(row => known.Find(next => next.Place.Order.CompareTo(row.Place.Order) > 0)))
        {
            var missing = Missing(others.First().Place.First);
            others.ToList().ForEach(row => row.IsUnclear |= missing > 0 && missing != others.Count());
        }
    }

    private void DoubtPlaces()
    {
        // A number behind its label and yet left of where other labels end: the columns of the rows do not stand in line.
        var isCrossed = words.Any(word => word.IsValue && !word.IsClaimed && word.Box.CenterX <= labels.Edge
            && Nearest(word)[0] is { Row: { Index: >= 0, Label: { } label } } near
            && near.Distance <= Beside * word.Box.Height && word.Box.X >= label.Right - 1);
        _rows.ForEach(row => row.IsUnclear |= isCrossed || labels.IsExhausted);

        // Numbers apart from their label may be those of the row above or below that has none.
        foreach (var (one, other) in _rows.Zip(_rows.Skip(1)))
        {
            var isEither = (one.IsApart && other.Cells.Count == 0) || (other.IsApart && one.Cells.Count == 0);
            one.IsUnclear |= isEither;
            other.IsUnclear |= isEither;
        }

        // Numbers above everything else on the next page may be the rest of those of the last row.
        var next = words.Where(word => word.Box.Page == _rows[^1].Line.Page + 1).ToList();
        _rows[^1].IsUnclear |= next.Count > 0 && next.TrueForAll(word => word.IsValue && !word.IsClaimed);
    }

    private List<(double Distance, PageRow Row)> Nearest(TableWord word) =>
        [.. _rows.Select(row => (Distance: row.Place.Distance(word.Box), row)).OrderBy(row => row.Distance).Take(2)];

    private static bool IsBelow(PagePlace box, int page, double y) => (box.Page, box.CenterY).CompareTo((page, y)) > 0;

    private static bool IsBehind(PagePlace box, PageRow row) => IsBelow(box, row.Place.First.Page, row.Place.First.CenterY);

    private bool IsLabel(TableWord word) => word.IsFree && word.Box.CenterX < labels.Edge;
}
