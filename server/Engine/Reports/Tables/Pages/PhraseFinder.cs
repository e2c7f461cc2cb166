using Validation.Engine.Documents;
using Validation.Engine.Reports.Text;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>
/// Finds labels of the template among the words of pages. A label may be wrapped into lines, down to one character a line, and broken by
/// the end of a page; the order of the words in the file does not matter. Words that are found are claimed, and are no part of another
/// label.
/// </summary>
internal sealed class PhraseFinder(IReadOnlyList<TableWord> words)
{
    // A label has at most 60 characters; with words that all look alike the search might go on for ever.
    private const int MostSteps = 10_000_000;
    private const int MostOnNextPage = 100;

    // Marks between two words of a label may be words of their own, and the line be set as wide as the cell: "四 、 结 转 下 年".
    private const double Room = 2.6;

    private readonly ILookup<int, TableWord> _pages = words.Where(word => word.Words.Length > 0).ToLookup(word => word.Box.Page);
    private int _steps;

    /// <summary>The search went on for too long: labels may stand there that were not found.</summary>
    public bool IsExhausted => _steps > MostSteps;

    /// <summary>All places where the label stands, in the order of reading.</summary>
    /// <param name="label">The label, with its number if it has one; the number itself may be another or be missing.</param>
    /// <param name="isPossible">Which words it may begin with. Null: any.</param>
    /// <param name="isExact">It stands there with its own number.</param>
    public IReadOnlyList<Phrase> FindAll(string label, Func<TableWord, bool>? isPossible, bool isExact = false)
    {
        var whole = Characters.Words(label);
        var numbering = Numbering.Of(label);
        var bare = isExact ? null : Characters.Words(label[numbering.Length..]);
        var found = new List<Phrase>();
        foreach (var (i, word) in words.Index())
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
        var word = words[index];
        var isMarked = index > 0 && words[index - 1] is { Words.Length: 0, IsValue: false, IsClaimed: false } before
            && before.IsBeside(word) && word.Box.X - before.Box.Right < Room * word.Box.Height;
        return isMarked ? [words[index - 1], word] : [word];
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
