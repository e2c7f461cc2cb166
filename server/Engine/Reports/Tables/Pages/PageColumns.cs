using Validation.Engine.Documents;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>The columns of a table by what stands in them: their edges are not drawn in any way that a text shows.</summary>
internal sealed class PageColumns
{
    private readonly (double Left, double Right)[] _columns;
    private readonly ColumnEdges? _edges;

    private PageColumns((double Left, double Right)[] columns, ColumnEdges? edges = null)
    {
        _columns = columns;
        _edges = edges;
    }

    /// <summary>How many columns there are.</summary>
    public int Count => _columns.Length;

    /// <summary>Finds the columns.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="headings">Their headings from left to right, as far as they were found.</param>
    /// <param name="rows">The words in the cells of each row.</param>
    /// <returns>The columns. Null: they cannot be told, or the headings contradict the numbers.</returns>
    public static PageColumns? Find(int count, IReadOnlyList<PagePlace> headings, IReadOnlyList<IReadOnlyList<TableWord>> rows)
    {
        var headed = headings.Count == count ? Disjoint([.. headings.Select(box => (box.X, box.Right))]) : null;
        var words = rows.SelectMany(Numbers).ToList();
        var full = FullRows(count, rows) ?? Runs(count, words);
        if (headed is not null && full is not null && !Agree(headed, full))
        {
            return null;
        }

        var columns = full ?? headed ?? Runs(count, words.Concat(headings.Select(box => (box.X, box.Right))));
        if (columns is null)
        {
            return null;
        }

        var found = new PageColumns(columns, full is null && headed is not null ? new ColumnEdges(headed, words) : null);
        found.Extend(rows);
        return found;
    }

    /// <summary>The column that a word stands in; -1 where it may be one or the other.</summary>
    public int Of(PagePlace box)
    {
        var over = Over(box);
        if (over.Count > 0)
        {
            return over.Count == 1 ? over[0] : -1;
        }

        var gaps = _columns
            .Select((column, i) => (Gap: Math.Max(column.Left - box.Right, box.X - column.Right), Column: i))
            .OrderBy(gap => gap.Gap).ToList();
        var isNear = gaps.Count == 1 || gaps[0].Gap * 2 < gaps[1].Gap;
        return isNear && _edges?.Allow(box, gaps[0].Column) != false ? gaps[0].Column : -1;
    }

    /// <summary>The column whose middle is nearest.</summary>
    public int Nearest(PagePlace box) =>
        Enumerable.Range(0, _columns.Length).MinBy(i => Math.Abs(((_columns[i].Left + _columns[i].Right) / 2) - box.CenterX));

    /// <summary>
    /// The columns of the characters of a word that spans several, one for each: numbers of one digit that stand so close that they seem to
    /// be one. Empty: that it is not.
    /// </summary>
    public IReadOnlyList<int> Split(TableWord word)
    {
        var over = Over(word.Box);
        var width = word.Box.Width / word.Text.Length;
        var columns = Enumerable.Range(0, word.Text.Length)
            .Select(i => Of(PagePlace.Between(word.Box.Page, word.Box.X + ((i + 0.4) * width), 0, word.Box.X + ((i + 0.6) * width), 1)))
            .ToList();
        return over.Count == word.Text.Length && columns.SequenceEqual(over) ? columns : [];
    }

    /// <summary>
    /// The numbers of a word that spans several columns, one for each: they touch because both fill their cells. Their sum must tell
    /// whether it is so. None: the word is no such number.
    /// </summary>
    public IReadOnlyList<(int Column, TableWord Part)> Parts(TableWord word)
    {
        var over = Over(word.Box);
        if (over.Count < 2 || over[^1] - over[0] >= over.Count || word.Text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return [];
        }

        var width = word.Box.Width / word.Text.Length;
        var parts = new List<(int Column, TableWord Part)>();
        var start = 0;
        foreach (var column in over)
        {
            var edge = column == over[^1] ? double.MaxValue : (_columns[column].Right + _columns[column + 1].Left) / 2;
            var end = start;
            while (end < word.Text.Length && word.Box.X + ((end + 0.5) * width) < edge)
            {
                end++;
            }

            if (end == start || (word.Text[start] == '0' && end - start > 1))
            {
                return [];
            }

            var box = word.Box with { X = word.Box.X + (start * width), Width = (end - start) * width };
            parts.Add((column, new TableWord(word.Text[start..end], word.Position.Shift(start), box)));
            start = end;
        }

        return parts;
    }

    /// <summary>The part of a line that a column takes, for the place of an empty cell.</summary>
    public PagePlace Place(int column, PagePlace line) =>
        PagePlace.Between(line.Page, _columns[column].Left, line.Y, _columns[column].Right, line.Bottom);

    /// <summary>
    /// A text of that width and one more character have no room in the column: the next column is too near, and nothing wider stands in it.
    /// </summary>
    public bool IsFull(int column, PagePlace box, double character, double share)
    {
        var center = box.CenterX;
        var pitch = double.MaxValue;
        foreach (var neighbour in new[] { column - 1, column + 1 })
        {
            if (neighbour >= 0 && neighbour < Count)
            {
                pitch = Math.Min(pitch, Math.Abs(((_columns[neighbour].Left + _columns[neighbour].Right) / 2) - center));
            }
        }

        var widest = _columns[column].Right - _columns[column].Left;
        return box.Width + character > share * pitch && box.Width + character > widest;
    }

    private List<int> Over(PagePlace box)
    {
        var over = new List<int>();
        for (var i = 0; i < _columns.Length; i++)
        {
            if (Math.Min(_columns[i].Right, box.Right) > Math.Max(_columns[i].Left, box.X))
            {
                over.Add(i);
            }
        }

        return over;
    }

    // Words of rows with empty cells make the columns as wide as they are.
    private void Extend(IReadOnlyList<IReadOnlyList<TableWord>> rows)
    {
        foreach (var word in rows.SelectMany(row => row))
        {
            if (Over(word.Box) is [var only])
            {
                _columns[only] = (Math.Min(_columns[only].Left, word.Box.X), Math.Max(_columns[only].Right, word.Box.Right));
            }
        }
    }

    // From where to where the numbers of a row reach; words so close that they may be one number count as one.
    private static List<(double Left, double Right)> Numbers(IReadOnlyList<TableWord> row)
    {
        var numbers = new List<(double Left, double Right)>();
        TableWord? before = null;
        foreach (var word in row.OrderBy(word => word.Box.X))
        {
            if (before is not null && word.IsBeside(before) && word.IsCloseBehind(before))
            {
                numbers[^1] = (numbers[^1].Left, Math.Max(numbers[^1].Right, word.Box.Right));
            }
            else
            {
                numbers.Add((word.Box.X, word.Box.Right));
            }

            before = word;
        }

        return numbers;
    }

    // The rows that have a word for every column, all on one line.
    private static (double Left, double Right)[]? FullRows(int count, IReadOnlyList<IReadOnlyList<TableWord>> rows)
    {
        var columns = new (double Left, double Right)[count];
        var isFound = false;
        foreach (var row in rows.Where(row => row.Count == count && row.All(word => word.IsBeside(row[0]))))
        {
            var words = row.OrderBy(word => word.Box.X).ToList();
            if (words.Zip(words.Skip(1)).Any(pair => pair.Second.IsCloseBehind(pair.First)))
            {
                continue;
            }

            for (var i = 0; i < count; i++)
            {
                var box = words[i].Box;
                columns[i] = isFound ? (Math.Min(columns[i].Left, box.X), Math.Max(columns[i].Right, box.Right)) : (box.X, box.Right);
            }

            isFound = true;
        }

        return isFound ? Disjoint(columns) : null;
    }

    private static (double Left, double Right)[]? Disjoint((double Left, double Right)[] columns) =>
        columns.Zip(columns.Skip(1)).All(pair => pair.First.Right <= pair.Second.Left) ? columns : null;

    private static bool Agree((double Left, double Right)[] headed, (double Left, double Right)[] full)
    {
        var columns = new PageColumns(full);
        var places = headed.Select(heading => columns.Of(PagePlace.Between(1, heading.Left, 0, heading.Right, 1)));
        return places.Select((at, i) => at == i || at < 0).All(isSame => isSame);
    }

    // What overlaps from left to right is a column.
    private static (double Left, double Right)[]? Runs(int count, IEnumerable<(double Left, double Right)> words)
    {
        var runs = new List<(double Left, double Right)>();
        foreach (var word in words.OrderBy(word => word.Left))
        {
            if (runs.Count > 0 && word.Left < runs[^1].Right)
            {
                runs[^1] = (runs[^1].Left, Math.Max(runs[^1].Right, word.Right));
            }
            else
            {
                runs.Add(word);
            }
        }

        return runs.Count == count ? [.. runs] : null;
    }
}
