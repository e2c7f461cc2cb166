using Validation.Engine.Documents;
using Validation.Engine.Reports.Tables.Rows;
using Validation.Engine.Reports.Tables.Values;
using Validation.Engine.Reports.Text;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>
/// The columns of a table by what stands in them, for their edges are not drawn in any way that a text shows; and the words of rows in
/// these columns, where that is certain.
/// </summary>
/// <param name="columns">Where each reaches from left to right, in their order.</param>
/// <param name="areHeadings">These are the edges of their headings.</param>
internal sealed class PageColumns(IReadOnlyList<(double Left, double Right)> columns, bool areHeadings = false)
{
    private const double Space = 0.15;
    private const double MostSpace = 0.5;
    private const double MostOverlap = 0.3;
    private const double MostRoom = 0.55;

    /// <summary>Finds the columns of a table on a page.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="headings">Their headings from left to right, as far as they were found.</param>
    /// <param name="rows">The words in the cells of each row.</param>
    /// <returns>The columns. Null: they cannot be told, or the headings contradict the numbers.</returns>
    public static PageColumns? Find(int count, IReadOnlyList<PagePlace> headings, IReadOnlyList<IReadOnlyList<TableWord>> rows)
    {
        var words = rows.SelectMany(Numbers).ToList();
        var whole = rows.Where(row => OnePerColumn(row, count) is not null).SelectMany(Numbers).ToList();
        var above = headings.Select(box => (box.X, box.Right)).ToList();
        var columns = new PageColumns(Runs(whole.Count > 0 ? whole : words));
        var isContradicted = columns.Count == count && headings.Count == count
            && headings.Select(columns.Of).Index().Any(at => at.Item >= 0 && at.Item != at.Index);
        var others = new[] { above, words.Concat(above) }.Select((runs, i) => new PageColumns(Runs(runs), areHeadings: i == 0));
        return isContradicted ? null : others.Prepend(columns).FirstOrDefault(way => way.Count == count);
    }

    /// <summary>
    /// The words of a row from left to right, where there is one for every column, all on one line and so far apart that no two are one
    /// number: it needs no columns to be read. Null: any other row.
    /// </summary>
    public static IReadOnlyList<Token>? OnePerColumn(IReadOnlyList<TableWord> row, int count) =>
        row.Count == count && row.All(word => word.IsBeside(row[0]) && !word.Box.IsCut) && Numbers(row).Count() == count
            ? [.. row.OrderBy(word => word.Box.X).Select(word => ToToken(word.Text, [word]))] : null;

    /// <summary>The part of a line in the middle column, for the place of a cell that spans all of them.</summary>
    public PagePlace Middle(PagePlace line) => Place(Count / 2, line);

    /// <summary>A token for each cell of a row; null: a word may stand in one cell or another, or be a part of a number or not.</summary>
    /// <param name="row">The row.</param>
    /// <param name="group">How many cells make a group whose last one is the sum of the others; 0: none do.</param>
    public IReadOnlyList<Token>? Cells(PageRow row, int group)
    {
        // Cells that hold what they seem to only if the sums of the row prove it.
        var doubtful = new HashSet<int>();
        var cells = row.Cells.SelectMany(InColumns).ToLookup(static part => part.Column);
        var before = (row.Cells.Count > 0 ? row.Cells[0] : row.Label?.Words[^1])?.Position ?? default;
        var tokens = new List<Token>();
        for (var column = 0; column < Count; column++)
        {
            var words = cells[column].Select(static part => part.Word).ToList();
            words.Sort(static (a, b) => a.IsBeside(b)
                ? a.Box.X.CompareTo(b.Box.X) : (a.Box.Page, a.Box.CenterY).CompareTo((b.Box.Page, b.Box.CenterY)));
            var isOneLine = words.TrueForAll(word => word.IsBeside(words[0]));
            if (isOneLine ? !AreNear(words) : !IsWrapped(column, words))
            {
                return null;
            }

            if (!isOneLine || words is [{ Text: "0" }, _, ..] || cells[column].Any(static part => !part.IsSure || part.Word.Box.IsCut))
            {
                doubtful.Add(column);
            }

            tokens.Add(words.Count > 0 ? ToToken(Text(words), words) : Token.Empty(before with { Place = Place(column, row.Line) }));
        }

        return doubtful.All(column => group > 0 && tokens[column].Text is not ['0', _, ..]
            && ValuePlacer.AddsUp(tokens, column / group * group, group)) ? tokens : null;
    }

    /// <summary>The column that a box stands in; -1 where it may be one or the other. Numbers need not stand as the headings do: below the
    /// next heading may be the end of the column before.</summary>
    public int Of(PagePlace box)
    {
        var near = columns.Select((column, i) => (Gap: Math.Max(column.Left - box.Right, box.X - column.Right), Column: i))
            .OrderBy(near => near.Gap).Take(2).ToList();
        var isNear = near.Count == 1 || (near[0].Gap < 0 ? near[1].Gap >= 0 : near[0].Gap * 2 < near[1].Gap && !areHeadings);
        return isNear ? near[0].Column : -1;
    }

    private int Count => columns.Count;

    // The columns that a word stands in, and what of it in each. Words that are no numbers and span columns are no content of cells, but
    // lie over the table.
    private List<(int Column, TableWord Word, bool IsSure)> InColumns(TableWord word) =>
        Of(word.Box) is >= 0 and var own ? [(own, word, true)] : word.IsValue ? Parts(word) : [];

    // The numbers of a word that spans several columns, one for each: they touch because they fill their cells. The whole word where a part
    // would be no number. Numbers of one digit can be parted in one way only.
    private List<(int Column, TableWord Word, bool IsSure)> Parts(TableWord word)
    {
        var parts = Enumerable.Range(0, word.Text.Length).GroupBy(i => Nearest(word.Part(i, 1).Box.CenterX))
            .Select(part => (Column: part.Key, Word: word.Part(part.First(), part.Count()), IsSure: part.Count() == 1)).ToList();
        var over = Enumerable.Range(0, Count).Count(column => word.Box.Overlap(Place(column, word.Box)) > 0);
        return parts.Count == over && parts.TrueForAll(part => part.Word.Text is not ['0', _, ..]) ? parts
            : [(Nearest(word.Box.CenterX), word, false)];
    }

    private int Nearest(double x) => columns.Zip(columns.Skip(1)).Count(pair => (pair.First.Right + pair.Second.Left) / 2 < x);

    private PagePlace Place(int column, PagePlace line) =>
        PagePlace.Between(line.Page, columns[column].Left, line.Y, columns[column].Right, line.Bottom);

    // Two numbers are not one with a space in it, nor are two that are drawn over each other: a correction that covers an error.
    private static bool AreNear(List<TableWord> words) =>
        words.Zip(words.Skip(1)).All(pair => Gap(pair.First, pair.Second) is > -MostOverlap and < MostSpace);

    // A number too long for its column goes on below. Two rows, each with the same number twice, add up as well: the sums are no proof.
    private bool IsWrapped(int column, List<TableWord> words)
    {
        var (first, x) = (words[0], words[0].Box.CenterX);
        var pitch = columns.Where((_, other) => Math.Abs(other - column) == 1)
            .Min(other => (double?)Math.Abs(((other.Left + other.Right) / 2) - x));
        var longer = first.Box.Width * (first.Text.Length + 1) / first.Text.Length;
        return first.Text.Length > 1 && longer > MostRoom * pitch && longer > columns[column].Right - columns[column].Left
            && words.TrueForAll(word => word.Text.All(character => Characters.Fold(character) is (>= '0' and <= '9') or ',' or '.'));
    }

    private static string Text(List<TableWord> words) => string.Concat(words.Select((word, i) =>
        (i > 0 && word.IsBeside(words[0]) && Gap(words[i - 1], word) > Space ? " " : string.Empty) + word.Text));

    // Between two words, in parts of their height.
    private static double Gap(TableWord left, TableWord right) => (right.Box.X - left.Box.Right) / left.Box.Height;

    private static Token ToToken(string text, IReadOnlyList<TableWord> words) =>
        new Phrase(string.Empty, words).ToToken() with { Kind = TokenKind.Value, Text = text };

    // From where to where the numbers of a row reach; words so close that they may be one number, set with wide spaces, count as one.
    private static IEnumerable<(double Left, double Right)> Numbers(IReadOnlyList<TableWord> row)
    {
        var space = row.Count == 0 ? 0 : 0.5 * row.Min(word => word.Box.Width / word.Text.Length);
        return Runs(row.Select(word => (word.Box.X, word.Box.Right + space))).Select(run => (run.Left, run.Right - space));
    }

    // What overlaps from left to right is a column.
    private static List<(double Left, double Right)> Runs(IEnumerable<(double Left, double Right)> words)
    {
        var runs = new List<(double Left, double Right)>();
        foreach (var (left, right) in words.OrderBy(word => word.Left))
        {
            if (runs.Count == 0 || left >= runs[^1].Right)
            {
                runs.Add((left, right));
            }

            runs[^1] = (runs[^1].Left, Math.Max(runs[^1].Right, right));
        }

        return runs;
    }
}
