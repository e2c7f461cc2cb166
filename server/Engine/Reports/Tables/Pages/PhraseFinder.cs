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
    private const int MostSteps = 5_000_000;
    private const int MostOnNextPage = 100;
    private const double Room = 0.8;
    private const double Touch = 0.3;

    private int _steps;

    /// <summary>The search went on for too long: labels may stand there that were not found.</summary>
    public bool IsExhausted => _steps >= MostSteps;

    /// <summary>All places where the label stands, in the order of reading.</summary>
    /// <param name="label">The label, with its number if it has one; the number itself may be another or be missing.</param>
    /// <param name="isPossible">Which words it may begin with. Null: any.</param>
    /// <param name="isExact">It stands there with its own number.</param>
    public IReadOnlyList<Phrase> FindAll(string label, Func<TableWord, bool>? isPossible = null, bool isExact = false)
    {
        var whole = Characters.Words(label);
        var numbering = Numbering.Of(label);
        var bare = Characters.Words(label[numbering.Length..]);
        var found = new List<Phrase>();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].IsClaimed || words[i].Words.Length == 0 || isPossible?.Invoke(words[i]) == false)
            {
                continue;
            }

            var phrase = Rest(words[i], whole, isExact ? null : bare, numbering.Style) is { } rest ? Complete([i], rest) : null;
            if (phrase is null)
            {
                continue;
            }

            foreach (var index in phrase)
            {
                words[index].IsClaimed = true;
            }

            found.Add(new Phrase(label, [.. phrase.Select(index => words[index])]));
        }

        return found;
    }

    // What of the label is still to be found behind the word; null: the label does not begin with it.
    private static string? Rest(TableWord word, string whole, string? bare, NumberingStyle style)
    {
        if (whole.StartsWith(word.Words, StringComparison.Ordinal))
        {
            return whole[word.Words.Length..];
        }

        if (bare is null)
        {
            return null;
        }

        // The number may be another, but （六）其他处理 is not 3.其他.
        var numbering = Numbering.Of(word.Text);
        var words = Characters.Words(word.Text[numbering.Length..]);
        return (numbering.Length == 0 || numbering.Style == style) && words.Length > 0 && bare.StartsWith(words, StringComparison.Ordinal)
            ? bare[words.Length..] : null;
    }

    // Each call makes the rest shorter, so that its length bounds the depth.
    private List<int>? Complete(List<int> chosen, string rest)
    {
        if (rest.Length == 0)
        {
            return chosen;
        }

        foreach (var next in Continuations(chosen))
        {
            if (rest.StartsWith(words[next].Words, StringComparison.Ordinal)
                && Complete([.. chosen, next], rest[words[next].Words.Length..]) is { } whole)
            {
                return whole;
            }
        }

        return null;
    }

    // The words that may follow: on the line, then on the line below, then at the top of the next page.
    private IEnumerable<int> Continuations(List<int> chosen)
    {
        var last = words[chosen[^1]];
        var right = last.Box.Right;
        var beside = new List<int>();
        var below = new List<int>();
        var box = chosen.Select(index => words[index].Box).Where(box => box.Page == last.Box.Page)
            .Aggregate((box, other) => box.With(other));
        for (var i = FirstNear(last.Box.Page, last.Box.CenterY - last.Box.Height); i < words.Count && !IsExhausted; i++, _steps++)
        {
            var word = words[i];
            if (word.Box.Page > last.Box.Page || word.Box.Y - last.Box.Bottom > 3 * last.Box.Height)
            {
                break;
            }

            var isMark = word.Words.Length == 0 && !word.IsValue;
            if (isMark && word.Box.X >= last.Box.X && word.Box.X - right < Room * last.Box.Height && IsOnLine(word, last))
            {
                right = Math.Max(right, word.Box.Right);
            }

            if (!IsFree(i, chosen))
            {
                continue;
            }

            var isBeside = word.IsBeside(last);
            if (isBeside && word.Box.X > last.Box.X && word.Box.X - right < Room * last.Box.Height)
            {
                beside.Add(i);
            }
            else if (!isBeside && word.Box.CenterY > last.Box.CenterY && word.Box.Y - last.Box.Bottom < 1.5 * last.Box.Height
                && IsUnder(box, word.Box))
            {
                below.Add(i);
            }
        }

        var near = beside.OrderBy(i => words[i].Box.X).Concat(below.OrderBy(i => words[i].Box.CenterY).ThenBy(i => words[i].Box.X));
        return near.Concat(OnNextPage(chosen, box));
    }

    private IEnumerable<int> OnNextPage(List<int> chosen, PagePlace box)
    {
        if (!IsLast(chosen, box))
        {
            yield break;
        }

        var start = FirstNear(box.Page + 1, double.NegativeInfinity);
        for (var i = start; i < Math.Min(words.Count, start + MostOnNextPage) && !IsExhausted; i++, _steps++)
        {
            if (words[i].Box.Page == box.Page + 1 && IsFree(i, chosen) && IsUnder(box, words[i].Box))
            {
                yield return i;
            }
        }
    }

    // No text stands below it on the page, and its line does not go on: otherwise the page does not break it.
    private bool IsLast(List<int> chosen, PagePlace box)
    {
        var last = words[chosen[^1]];
        var height = last.Box.Height;
        var column = box.Width > height ? box : box with { X = box.X - height, Width = box.Width + (2 * height) };
        for (var i = FirstNear(box.Page, last.Box.Y); i < words.Count && words[i].Box.CenterY < last.Box.Bottom
            && words[i].Box.Page == box.Page && !IsExhausted; i++, _steps++)
        {
            var gap = words[i].Box.X - last.Box.Right;
            if (!words[i].IsValue && words[i].Words.Length > 0 && !chosen.Contains(i) && words[i].IsBeside(last)
                && words[i].Box.X > last.Box.X && gap < Touch * height)
            {
                return false;
            }
        }

        for (var i = FirstNear(box.Page, box.Bottom); i < words.Count && words[i].Box.Page == box.Page && !IsExhausted; i++, _steps++)
        {
            if (!words[i].IsValue && words[i].Words.Length > 0 && !chosen.Contains(i)
                && IsUnder(column, words[i].Box))
            {
                return false;
            }
        }

        return true;
    }

    // Marks may have a box of their own height.
    private static bool IsOnLine(TableWord mark, TableWord word) =>
        mark.Box.Page == word.Box.Page && mark.Box.CenterY > word.Box.Y && mark.Box.CenterY < word.Box.Bottom;

    private bool IsFree(int word, List<int> chosen) => !words[word].IsClaimed && words[word].Words.Length > 0 && !chosen.Contains(word);

    private static bool IsUnder(PagePlace above, PagePlace below) =>
        Math.Min(above.Right, below.Right) - Math.Max(above.X, below.X) > 0.4 * Math.Min(above.Width, below.Width);

    // Words come by page and line: those far above cannot follow.
    private int FirstNear(int page, double top)
    {
        int low = 0, high = words.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            var isAbove = (words[middle].Box.Page, words[middle].Box.CenterY).CompareTo((page, top)) < 0;
            (low, high) = isAbove ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
