using Validation.Engine.Documents;
using Validation.Engine.Reports.Text;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>Puts the words of a row into its cells, where that is certain.</summary>
internal static class PageCells
{
    private const double Space = 0.15;
    private const double MostRoom = 0.55;
    private const double NoRoom = 0.93;
    private const double MostOverlap = 0.3;

    /// <summary>A token for each cell; null: a word may stand in one cell or another, or be a part of a number or not.</summary>
    /// <param name="row">The row.</param>
    /// <param name="columns">The columns. Null: they are not known.</param>
    /// <param name="count">How many cells the row has.</param>
    /// <param name="group">How many cells make a group whose last one is the sum of the others; 0: none do.</param>
    public static IReadOnlyList<Token>? Place(PageRow row, PageColumns? columns, int count, int group)
    {
        if (row.IsUnclear)
        {
            return null;
        }

        if (columns is null)
        {
            var words = row.Cells.OrderBy(word => word.Box.X).ToList();
            var isWhole = words.Count == count && words.TrueForAll(word => word.IsBeside(words[0]) && !word.Box.IsCut)
                && words.Zip(words.Skip(1)).All(pair => !pair.Second.IsCloseBehind(pair.First));
            return isWhole ? [.. words.Select(word => ToToken(word.Text, [word]))] : null;
        }

        var cells = new List<TableWord>[count];
        for (var i = 0; i < count; i++)
        {
            cells[i] = [];
        }

        var doubtful = new HashSet<int>();
        foreach (var word in row.Cells)
        {
            Add(cells, word, columns, doubtful);
        }

        return Join(cells, row, columns, group, doubtful);
    }

    /// <summary>The only cell of a row; null: more than one number stands there.</summary>
    public static IReadOnlyList<Token>? PlaceOne(PageRow row, PagePlace empty)
    {
        if (row.IsUnclear || row.Cells.Exists(word => !word.IsBeside(row.Cells[0]) || word.Box.IsCut))
        {
            return null;
        }

        var words = row.Cells.OrderBy(word => word.Box.X).ToList();
        return words.Count == 0 ? [Empty(row, empty)] : AreNear(words) ? [ToToken(OnOneLine(words), words)] : null;
    }

    private static void Add(List<TableWord>[] cells, TableWord word, PageColumns columns, HashSet<int> doubtful)
    {
        var own = columns.Of(word.Box);
        if (own >= 0)
        {
            cells[own].Add(word);
            return;
        }

        // Words that are no numbers and span columns are no content of cells, but lie over the table.
        if (!word.IsValue)
        {
            return;
        }

        var split = columns.Split(word);
        for (var i = 0; i < split.Count; i++)
        {
            cells[split[i]].Add(new TableWord(word.Text[i].ToString(), word.Position.Shift(i), columns.Place(split[i], word.Box)));
        }

        var parts = split.Count == 0 ? columns.Parts(word) : [];
        foreach (var (column, part) in parts)
        {
            cells[column].Add(part);
            doubtful.Add(column);
        }

        if (split.Count == 0 && parts.Count == 0)
        {
            var nearest = columns.Nearest(word.Box);
            cells[nearest].Add(word);
            doubtful.Add(nearest);
        }
    }

    private static List<Token>? Join(List<TableWord>[] cells, PageRow row, PageColumns columns, int group, HashSet<int> doubtful)
    {
        var tokens = new List<Token>(cells.Length);
        for (var i = 0; i < cells.Length; i++)
        {
            var words = cells[i];
            if (words.Count == 0)
            {
                tokens.Add(Empty(row, columns.Place(i, row.Line)));
                continue;
            }

            if (words.Exists(word => word.Box.IsCut))
            {
                doubtful.Add(i);
            }

            words.Sort(static (a, b) => a.IsBeside(b)
                ? a.Box.X.CompareTo(b.Box.X) : (a.Box.Page, a.Box.CenterY).CompareTo((b.Box.Page, b.Box.CenterY)));
            if (words.TrueForAll(word => word.IsBeside(words[0])))
            {
                if (!AreNear(words))
                {
                    return null;
                }

                tokens.Add(ToToken(OnOneLine(words), words));
                continue;
            }

            // A number too long for its column goes on below.
            if (!words.TrueForAll(word => word.Text.All(IsOfNumber)) || !IsLong(words, i, columns))
            {
                return null;
            }

            if (!IsWrapped(words, i, columns))
            {
                doubtful.Add(i);
            }

            tokens.Add(ToToken(string.Concat(words.Select(word => word.Text)), words));
        }

        return doubtful.All(i => group > 0 && AddsUp(tokens.GetRange(i / group * group, group))) ? tokens : null;
    }

    // Two numbers are not one with a space in it, nor are two that are drawn over each other: a correction that covers an error.
    private static bool AreNear(List<TableWord> words) => words.Zip(words.Skip(1)).All(pair =>
        (pair.Second.Box.X - pair.First.Box.Right) / pair.First.Box.Height is > -MostOverlap and < 0.5);

    // Even if the numbers then add up: two rows, each with the same number twice, do so too.
    private static bool IsLong(List<TableWord> words, int column, PageColumns columns)
    {
        var first = words[0];
        return first.Text.Length > 1 && columns.IsFull(column, first.Box, first.Box.Width / first.Text.Length, MostRoom);
    }

    // Every line but the last is as long as the column allows.
    private static bool IsWrapped(List<TableWord> words, int column, PageColumns columns)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var box = words[i].Box;
            if (words[i].IsBeside(words[i + 1]) || words[i + 1].Box.Width > box.Width + 1
                || !columns.IsFull(column, box, box.Width / words[i].Text.Length, NoRoom))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOfNumber(char character) => Characters.Fold(character) is (>= '0' and <= '9') or ',' or '.';

    private static bool AddsUp(List<Token> tokens)
    {
        double sum = 0, last = 0;
        foreach (var token in tokens)
        {
            var (state, value) = CellText.Read(token.Text, hasDecimals: false);
            if (state == State.Invalid)
            {
                return false;
            }

            sum += last;
            last = value;
        }

        return sum == last;
    }

    private static string OnOneLine(List<TableWord> words)
    {
        var text = words[0].Text;
        for (var i = 1; i < words.Count; i++)
        {
            var gap = words[i].Box.X - words[i - 1].Box.Right;
            text += (gap > Space * words[i].Box.Height ? " " : string.Empty) + words[i].Text;
        }

        return text;
    }

    private static Token Empty(PageRow row, PagePlace place)
    {
        var position = row.Cells.Count > 0 ? row.Cells[0].Position
            : row.Label is not null ? row.Label.Words[^1].Position
            : row.OtherLabel.Count > 0 ? row.OtherLabel[^1].Position : default;
        return new Token(TokenKind.Gap, string.Empty, position with { Place = place });
    }

    private static Token ToToken(string text, List<TableWord> words)
    {
        var first = words[0];
        var box = words.Where(word => word.Box.Page == first.Box.Page).Select(word => word.Box).Aggregate((box, other) => box.With(other));
        return new Token(TokenKind.Value, text, first.Position with { Place = box });
    }
}
