using Validation.Engine.Documents;
using Validation.Template;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>
/// Gives the lines of numbers on pages to the rows of a table: a line belongs to the label beside it, or to the one that is nearest. Where
/// the label is not that of the template, the words beside the line are its label.
/// </summary>
internal sealed class PageRows
{
    private const double Beside = 0.6;

    private readonly TableTemplate _table;
    private readonly IReadOnlyList<TableWord> _words;
    private readonly PageLabels _labels;
    private readonly List<PageRow> _rows;
    private readonly List<(PageRow Row, PageRow Other)> _ends = [];

    private PageRows(TableTemplate table, IReadOnlyList<TableWord> words, PageLabels labels)
    {
        _table = table;
        _words = words;
        _labels = labels;
        _rows = [.. labels.Rows];
    }

    /// <summary>The rows in the order of the pages.</summary>
    public static IReadOnlyList<PageRow> Of(TableTemplate table, IReadOnlyList<TableWord> words, PageLabels labels)
    {
        var rows = new PageRows(table, words, labels);
        rows.GiveLines();
        rows.GiveRest();
        rows.GiveTexts();
        rows.GiveLabels();
        rows.AddBlankRows();
        rows.DoubtDisorder();
        rows.DoubtEnds();
        rows.DoubtEdge();
        rows.DoubtUnknown();
        return rows._rows;
    }

    private void GiveLines()
    {
        var lines = Lines()
            .Select(line => (Line: line, Nearest: NearestFirst(line[0].Box)))
            .OrderBy(line => line.Nearest[0].Distance).ToList();
        var free = new List<List<TableWord>>();
        foreach (var (line, nearest) in lines)
        {
            var (distance, row) = nearest[0];
            var isBeside = distance <= Beside * line[0].Box.Height;
            var isOther = row.IsInTheWayOf(line) && MissingBeside(row, line[0].Box) > 0;
            var isOwn = isBeside && !row.IsInTheWayBesideLabel(line);
            var before = distance > 0 && !isOwn ? RowBefore(line) : null;
            if (before is not null && before.IsContinuedBy(line))
            {
                before.Rivals.Add(row);
                before.Cells.AddRange(line);
            }
            else if (before is not null && row.Order == FirstOf(line[0].Box.Page) && !row.IsInTheWayOf(line))
            {
                NoteStart(row, before, line[0].Box);
                row.Cells.AddRange(line);
            }
            else if (row.IsInTheWayOf(line) && !row.IsContinuedBy(line) && RowAfter(line[0].Box) is { } after && !after.IsInTheWayOf(line))
            {
                after.Cells.AddRange(line);
            }
            else if (isBeside && !isOther)
            {
                NoteEnd(row, line[0].Box);
                AddRivals(row, line, nearest);
                row.Cells.AddRange(line);
            }
            else
            {
                free.Add(line);
            }
        }

        foreach (var line in free.OrderBy(line => (line[0].Box.Page, line[0].Box.Y)))
        {
            GiveFreeLine(line);
        }

        Sort();
    }

    // A number behind its label and yet left of where other labels end: the columns of the rows do not stand in line.
    private void DoubtEdge()
    {
        var isCrossed = _words.Any(word => word.IsValue && !word.IsClaimed && word.Box.CenterX <= _labels.Edge
            && NearestFirst(word.Box)[0] is { Row.Label: { } label } near
            && near.Distance <= Beside * word.Box.Height && word.Box.X >= label.Right - 1);
        foreach (var row in isCrossed ? _rows : [])
        {
            row.IsUnclear = true;
        }
    }

    // The rest of the last row's numbers, above everything else on the next page.
    private void GiveRest()
    {
        var row = _rows[^1];
        var rest = _words.Where(word => word.Box.Page == row.Line.Page + 1).ToList();
        var isAtEnd = !_words.Any(word => word.Box.Page == row.Line.Page && word.Box.Y > row.Line.Bottom + word.Box.Height);
        if (rest.Count == 0 || !isAtEnd || !rest.TrueForAll(word => word.IsValue && !word.IsClaimed))
        {
            return;
        }

        row.IsUnclear |= !row.IsContinuedBy(rest);
        row.Cells.AddRange(rest);
    }

    // Numbers wholly below the last label of a page may be those of the row that the next page begins with.
    private void NoteEnd(PageRow row, PagePlace line)
    {
        if (row.First.Page == line.Page && line.Y > row.First.Bottom - (0.1 * line.Height) && RowAfter(line) is { } after)
        {
            _ends.Add((row, after));
        }
    }

    // Numbers wholly above the first label of a page may be those of the row that the page before ends with.
    private void NoteStart(PageRow row, PageRow before, PagePlace line)
    {
        if (line.Bottom < row.First.Y + (0.1 * line.Height))
        {
            _ends.Add((row, before));
        }
    }

    // Unless that one has numbers of its own.
    private void DoubtEnds()
    {
        foreach (var (row, other) in _ends.Where(end => end.Other.Cells.Count == 0))
        {
            row.IsUnclear = true;
            other.IsUnclear = true;
        }
    }

    private static void AddRivals(PageRow row, List<TableWord> line, List<(double Distance, PageRow Row)> nearest)
    {
        if (row.IsInTheWayOf(line))
        {
            row.Rivals.AddRange(nearest.Where(near => near.Row != row).Select(near => near.Row));
        }
    }

    // The lines of values to the right of the labels, from the first row to the last.
    private List<List<TableWord>> Lines()
    {
        var lines = new List<List<TableWord>>();
        foreach (var word in _words.Where(word => word.IsValue && !word.IsClaimed && IsInside(word.Box)))
        {
            if (lines.Count > 0 && lines[^1][0].IsBeside(word))
            {
                lines[^1].Add(word);
            }
            else
            {
                lines.Add([word]);
            }
        }

        return lines;
    }

    private bool IsInside(PagePlace box)
    {
        var (first, last) = (_rows[0].First, _rows[^1].Line);
        return box.CenterX > _labels.Edge
            && (box.Page, box.CenterY).CompareTo((first.Page, first.Y - box.Height)) > 0
            && (box.Page, box.CenterY).CompareTo((last.Page, last.Bottom + (2 * box.Height))) < 0;
    }

    // What a font does not tell is no empty cell.
    private void DoubtUnknown()
    {
        foreach (var word in _words.Where(word => word.IsUnknown && !word.IsClaimed && IsInside(word.Box)))
        {
            NearestFirst(word.Box)[0].Row.IsUnclear = true;
        }
    }

    // Above the first label of a page may stand the rest of the row that the page before ends with.
    private PageRow? RowBefore(List<TableWord> line)
    {
        var box = line[0].Box;
        var before = _rows.FindLast(row => row.First.Page < box.Page);
        var isTop = !_rows.Exists(row => row.First.Page == box.Page && row.First.Y < box.CenterY);
        return isTop && before?.First.Page == box.Page - 1 ? before : null;
    }

    // Below the last label of a page may stand the numbers of the row that the next page begins with.
    private PageRow? RowAfter(PagePlace line) => _rows.Exists(row => row.First.Page == line.Page && row.First.Y > line.CenterY)
        ? null : _rows.Find(row => row.First.Page == line.Page + 1);

    private (int Page, double Y) FirstOf(int page) => _rows.Find(row => row.First.Page == page)?.Order ?? default;

    private List<(double Distance, PageRow Row)> NearestFirst(PagePlace line) =>
        [.. _rows.Select(row => (row.Distance(line), row)).OrderBy(row => row.Item1).Take(2)];

    // How many rows of the template were not found between a row and the next one, on the side where the line stands.
    private int MissingBeside(PageRow row, PagePlace line)
    {
        var isBelow = (line.Page, line.CenterY).CompareTo((row.First.Page, row.First.CenterY)) > 0;
        var at = _rows.IndexOf(row);
        var (above, below) = isBelow ? (row, at + 1 < _rows.Count ? _rows[at + 1] : null) : (at > 0 ? _rows[at - 1] : null, row);
        return Missing(above, below);
    }

    private int Missing(PageRow? above, PageRow? below)
    {
        var known = _rows.Where(row => row.Index >= 0).ToList();
        var from = above is null ? -1
            : above.Index >= 0 ? above.Index : known.LastOrDefault(row => row.Order.CompareTo(above.Order) < 0)?.Index ?? -1;
        var to = below is null ? _table.Rows.Count
            : below.Index >= 0 ? below.Index : known.Find(row => row.Order.CompareTo(below.Order) > 0)?.Index ?? _table.Rows.Count;
        var between = known.Count(row => row.Index > from && row.Index < to);
        return Math.Max(0, to - from - 1 - between);
    }

    private void GiveFreeLine(List<TableWord> line)
    {
        var box = line[0].Box;
        var reach = Beside * box.Height;
        var group = _labels.Headings.FirstOrDefault(
            heading => heading.Right <= _labels.Edge + 1 && new PageRow(heading.Boxes).Distance(box) <= reach);
        var nearest = NearestFirst(box);
        var isLabelled = _words.Any(word => IsFreeLabel(word) && word.IsBeside(line[0]) && Numbered(word));
        var place = line.Select(word => word.Box).Aggregate((one, other) => one.With(other));
        var isPiece = nearest[0].Distance < 1.5 * box.Height
            && line.TrueForAll(word => nearest.Exists(near => near.Row.IsInTheWayOf([word])));
        var isMissing = MissingBeside(nearest[0].Row, box) > 0;
        if (group is not null && nearest[0].Distance > reach && !isLabelled && !isPiece)
        {
            DoubtContinued(nearest, line);
            Insert(new PageRow(group.Boxes, group), line);
        }
        else if (isLabelled || (isMissing && !(isPiece && line.Count == 1)))
        {
            DoubtContinued(nearest, line);
            Insert(new PageRow([place]), line);
        }
        else
        {
            var isClear = nearest.Count == 1 || nearest[1].Distance - nearest[0].Distance > 0.5 * box.Height;
            NoteEnd(nearest[0].Row, box);
            AddRivals(nearest[0].Row, line, nearest);
            nearest[0].Row.Cells.AddRange(line);
            nearest[0].Row.IsUnclear |= !isClear || isMissing;
            if (!isClear)
            {
                nearest[1].Row.IsUnclear = true;
            }
        }
    }

    // A line that touches the numbers of a row may be the rest of them.
    private static void DoubtContinued(List<(double Distance, PageRow Row)> nearest, List<TableWord> line)
    {
        foreach (var (_, row) in nearest)
        {
            row.IsUnclear |= row.IsContinuedBy(line) && row.Cells.Exists(own => own.Box.Page == line[0].Box.Page
                && Math.Abs(own.Box.CenterY - line[0].Box.CenterY) < 1.2 * line[0].Box.Height);
        }
    }

    private static bool Numbered(TableWord word) => word.Words.Length > 1;

    private void Insert(PageRow row, List<TableWord> line)
    {
        row.Cells.AddRange(line);
        _rows.Add(row);
        Sort();
    }

    // Words in the place of numbers: 无, 见附件.
    private void GiveTexts()
    {
        foreach (var word in _words.Where(word => !word.IsValue && !word.IsClaimed && word.Words.Length > 0 && word.Box.X > _labels.Edge))
        {
            var (distance, row) = NearestFirst(word.Box)[0];
            if (distance == 0 || row.Cells.Exists(word.IsBeside))
            {
                row.Cells.Add(word);
            }
        }
    }

    // The label of a line that stands beside no label of the template.
    private void GiveLabels()
    {
        foreach (var word in _words.Where(IsFreeLabel))
        {
            var (distance, row) = NearestFirst(word.Box)[0];
            if (row.Label is null && distance < 4 * word.Box.Height)
            {
                row.OtherLabel.Add(word);
            }
        }
    }

    // Between two rows one is missing, and words stand in the place of its label: its cells are blank.
    private void AddBlankRows()
    {
        for (var i = _rows.Count - 1; i > 0; i--)
        {
            var (above, below) = (_rows[i - 1], _rows[i]);
            if (above.Index < 0 || below.Index < 0 || below.Index - above.Index != 2)
            {
                continue;
            }

            var label = _words.Where(word => IsFreeLabel(word) && word.Words.Length > 0
                && (word.Box.Page, word.Box.CenterY).CompareTo((above.Line.Page, Math.Max(above.First.Bottom, above.Line.CenterY))) > 0
                && (word.Box.Page, word.Box.CenterY).CompareTo((below.First.Page, below.First.Y)) < 0).ToList();
            if (label.Count > 0)
            {
                var row = new PageRow([label[0].Box]);
                row.OtherLabel.AddRange(label);
                _rows.Insert(i, row);
                DoubtNumbersApart(row, above, below);
            }
        }
    }

    // Numbers apart from the labels beside may be those of the row between.
    private static void DoubtNumbersApart(PageRow row, params ReadOnlySpan<PageRow> neighbours)
    {
        foreach (var neighbour in neighbours)
        {
            if (neighbour.Cells.Exists(word => neighbour.Distance(word.Box) > Beside * word.Box.Height))
            {
                neighbour.IsUnclear = true;
                row.IsUnclear = true;
            }
        }
    }

    // Labels that come again, or too early, may not be labels: unless the whole table begins again. Other labels are in the place of those
    // that are missing if there are as many.
    private void DoubtDisorder()
    {
        var known = _rows.Where(row => row.Index >= 0).ToList();
        foreach (var (above, below) in known.Zip(known.Skip(1)))
        {
            if (above.Index >= below.Index && (above.Index != _table.Rows.Count - 1 || below.Index != 0))
            {
                above.IsUnclear = true;
                below.IsUnclear = true;
            }
        }

        for (var i = 0; i < _rows.Count; i++)
        {
            if (_rows[i].Index >= 0)
            {
                continue;
            }

            var end = _rows.FindIndex(i, row => row.Index >= 0);
            end = end < 0 ? _rows.Count : end;
            var missing = Missing(i > 0 ? _rows[i - 1] : null, end < _rows.Count ? _rows[end] : null);
            var others = _rows.GetRange(i, end - i).Where(row => row.Label is null).ToList();
            others.ForEach(row => row.IsUnclear |= missing > 0 && missing != others.Count);
            i = end;
        }
    }

    private bool IsFreeLabel(TableWord word) => !word.IsClaimed && word.Box.CenterX < _labels.Edge;

    private void Sort() => _rows.Sort(static (a, b) => a.Order.CompareTo(b.Order));
}
