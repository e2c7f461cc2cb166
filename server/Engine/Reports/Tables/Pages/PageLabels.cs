using Validation.Engine.Documents;
using Validation.Engine.Reports.Labels;
using Validation.Engine.Reports.Text;
using Validation.Form;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>
/// The labels and headings of a table, as far as they stand on the pages as in the template. A label may be wrapped into lines, down to one
/// character a line, and broken by the end of a page; the order of the words in the file does not matter. Words that are found are claimed,
/// and are no part of another label.
/// </summary>
internal sealed class PageLabels
{
    // Shorter labels, 其他 and 总计, are headings of columns too: only their place tells them from those.
    private const int LeastSure = 4;

    // A label has at most 60 characters; with words that all look alike the search might go on for ever.
    private const int MostSteps = 10_000_000;
    private const int MostOnNextPage = 100;

    // Marks between two words of a label may be words of their own, and the line be set as wide as the cell: "四 、 结 转 下 年".
    private const double Room = 2.6;

    private readonly IReadOnlyList<TableWord> _words;
    private readonly ILookup<int, TableWord> _pages;
    private int _steps;

    public PageLabels(TableTemplate table, IReadOnlyList<TableWord> words)
    {
        _words = words;
        _pages = words.Where(word => word.Words.Length > 0).ToLookup(word => word.Box.Page);
        var rows = table.Rows.Select((row, index) => (Index: index, row.Label, LabelWords.Of(row.Label).Length))
            .Where(row => row.Length > 0).OrderByDescending(row => row.Length).ToLookup(row => row.Length >= LeastSure);
        var headings = table.Rows.SelectMany(row => row.Headings).Distinct().OrderByDescending(heading => heading.Length)
            .ToLookup(heading => heading.Length >= LeastSure);

        // "1.属于国家秘密" and "7.属于行政执法案卷" may be broken behind their first character, and only the number tells them apart.
        AddRows(rows[true], isExact: true);
        AddRows(rows[true]);
        Edge = Rows.Select(row => row.Label!.Right).DefaultIfEmpty(double.NegativeInfinity).Max();
        AddHeadings(headings[true]);
        AddRows(rows[false], isPossible: word => !IsBehindLabels(word));
        AddHeadings(headings[false]);
        Rows.Sort(static (a, b) => a.Place.Order.CompareTo(b.Place.Order));

        void AddRows(
            IEnumerable<(int Index, string Label, int Length)> rows, bool isExact = false, Func<TableWord, bool>? isPossible = null) =>
            Rows.AddRange(
                from row in rows
                from phrase in FindAll(row.Label, isPossible, isExact)
                select new PageRow(phrase, row.Index));

        void AddHeadings(IEnumerable<string> headings) => Headings.AddRange(headings.SelectMany(heading =>
            FindAll(heading, table.ColumnLabels.Contains(heading) ? IsBehindLabels : null)));
    }

    /// <summary>The rows whose labels were found, in the order of the pages.</summary>
    public List<PageRow> Rows { get; } = [];

    /// <summary>There are so many words that labels may stand there which were not found.</summary>
    public bool IsExhausted => _steps > MostSteps;

    /// <summary>The right edge of the labels: what stands to the right of it stands in cells, or above them.</summary>
    public double Edge { get; }

    /// <summary>Where all headings stand, the longest first.</summary>
    public List<Phrase> Headings { get; } = [];

    /// <summary>Where a heading stands.</summary>
    public IEnumerable<Phrase> Heading(string heading) => Headings.Where(phrase => phrase.Label == heading);

    /// <summary>The places of the headings of a row's columns from left to right, as far as they were found; those of the first page where
    /// they are repeated. None: they do not stand in the order of the template.</summary>
    public IReadOnlyList<PagePlace> Columns(RowTemplate row)
    {
        var labels = row.Cells.Select(cell => cell.Column).ToList();
        var found = labels.CountBy(label => label).SelectMany(label => Heading(label.Key).Take(label.Value))
            .OrderBy(phrase => phrase.First.X).ToList();
        var areInOrder = found.Select(phrase => phrase.Label).SequenceEqual(labels.Where(label => Heading(label).Any()));
        return areInOrder ? found.ConvertAll(phrase => phrase.Boxes[^1]) : [];
    }

    private bool IsBehindLabels(TableWord word) => word.Box.CenterX > Edge;

    // All places where the label stands, in the order of reading: it begins with a word that is possible, and its number may be another or
    // be missing, unless it is exact.
    private List<Phrase> FindAll(string label, Func<TableWord, bool>? isPossible, bool isExact = false)
    {
        var whole = Characters.Words(label);
        var numbering = Numbering.Of(label);
        var bare = isExact ? null : Characters.Words(label[numbering.Length..]);
        var found = new List<Phrase>();
        foreach (var (i, word) in _words.Index())
        {
            if (!word.IsClaimed && word.Words.Length > 0 && isPossible?.Invoke(word) != false
                && Rest(word, whole, bare, numbering.Style) is { } rest && Complete(Start(i), rest) is { } phrase)
            {
                phrase.ForEach(part => part.IsClaimed = true);
                found.Add(new Phrase(label, phrase));
            }
        }

        return found;
    }

    // The word, and a mark before it: where "（ 四" is the first line of a narrow column, the second begins below the mark.
    private List<TableWord> Start(int index)
    {
        var word = _words[index];
        var isMarked = index > 0 && _words[index - 1] is { Words.Length: 0, IsValue: false, IsClaimed: false } before
            && before.IsBeside(word) && word.Box.X - before.Box.Right < Room * word.Box.Height;
        return isMarked ? [_words[index - 1], word] : [word];
    }

    // What of the label is still to be found behind the word; null: the label does not begin with it. The number may be another, but
    // （六）其他处理 is not 3.其他.
    private static string? Rest(TableWord word, string whole, string? bare, NumberingStyle style)
    {
        if (bare is null || whole.StartsWith(word.Words, StringComparison.Ordinal))
        {
            return whole.StartsWith(word.Words, StringComparison.Ordinal) ? whole[word.Words.Length..] : null;
        }

        var numbering = Numbering.Of(word.Text);
        var words = Characters.Words(word.Text[numbering.Length..]);
        return (numbering.Length == 0 || numbering.Style == style) && words.Length > 0 && bare.StartsWith(words, StringComparison.Ordinal)
            ? bare[words.Length..] : null;
    }

    // Each call makes the rest shorter, so that its length bounds the depth.
    private List<TableWord>? Complete(List<TableWord> chosen, string rest) => rest.Length == 0 ? chosen
        : Continuations(chosen).Where(next => rest.StartsWith(next.Words, StringComparison.Ordinal))
            .Select(next => Complete([.. chosen, next], rest[next.Words.Length..])).FirstOrDefault(whole => whole is not null);

    // The words that may follow: on the line, then on the line below, then at the top of the next page if nothing stands between.
    private IEnumerable<TableWord> Continuations(List<TableWord> chosen)
    {
        var last = chosen[^1].Box;
        var box = chosen.Where(word => word.Box.Page == last.Page).Select(word => word.Box).Aggregate((box, other) => box.With(other));
        var near = Free(last.Page).Where(word => word.Box.IsBeside(last)
                ? word.Box.X > last.X && word.Box.X - last.Right < Room * last.Height
                : word.Box.CenterY > last.CenterY && word.Box.Y - last.Bottom < 1.5 * last.Height && IsUnder(box, word.Box))
            .OrderBy(word => word.Box.IsBeside(last) ? 0 : word.Box.CenterY).ThenBy(word => word.Box.X);
        var next = Free(last.Page + 1).Take(MostOnNextPage).Where(word => IsUnder(box, word.Box) && IsLast(box));
        return near.Concat(next).Except(chosen);
    }

    // No text stands below the box on its page. 行政 of 行政许可 is not that of 行政事业性收费, whose rest may begin the next page.
    private bool IsLast(PagePlace box) => !On(box.Page).Any(word => !word.IsValue && word.Box.Y > box.Bottom && IsUnder(box, word.Box));

    private IEnumerable<TableWord> Free(int page) => On(page).Where(word => !word.IsClaimed);

    private IEnumerable<TableWord> On(int page) => _pages[page].TakeWhile(_ => ++_steps <= MostSteps);

    private static bool IsUnder(PagePlace above, PagePlace below) => above.Overlap(below) > 0.4 * Math.Min(above.Width, below.Width);
}
