using Validation.Engine.Documents;

namespace Validation.Engine.Reports.Articles;

/// <summary>
/// Takes the report out of the menus, metadata and footers of the page that it was published on. They are told by their words and links,
/// never by the names that a site gives its elements; what is not certain to be furniture stays.
/// </summary>
internal static class PageSurroundings
{
    private const int LeastLandmarks = 2;
    private const int LinesSearchedForTitle = 60;
    private const int LinesOfTitle = 3;
    private const int LinesOfBody = 2;

    /// <summary>Whether there is something of a report in a page: two headings of sections or rows of tables at least.</summary>
    public static bool HoldReport(Document page)
    {
        var landmarks = 0;
        foreach (var line in page.Blocks)
        {
            landmarks += IsLandmark(line.Position, line.Text, isRow: line is TableRow) ? 1 : 0;
            if (landmarks == LeastLandmarks)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The lines of the report. All of them: it stands on no page, or nothing of a report is on it.</summary>
    public static IReadOnlyList<TextLine> Remove(IReadOnlyList<TextLine> lines, CancellationToken cancellationToken)
    {
        var landmarks = new List<int>();
        for (var i = 0; i < lines.Count && lines[0].Position.Place?.Container is not null; i++)
        {
            if (IsLandmark(lines[i].Position, lines[i].Text, isRow: lines[i].Cells is not null))
            {
                landmarks.Add(i);
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (landmarks.Count < LeastLandmarks)
        {
            return lines;
        }

        var limit = DropCopy(lines, landmarks);
        var article = new ArticleRange(lines, landmarks, cancellationToken);
        var kept = new List<TextLine>(lines.Count);
        AddHead(kept, lines, article.Start, landmarks[0]);
        kept.AddRange(lines.Take(landmarks[0]..(landmarks[^1] + 1)));
        AddTail(kept, lines, landmarks[^1] + 1, Math.Min(article.End, limit), limit);
        return kept;
    }

    private static bool IsLandmark(Position position, string text, bool isRow) =>
        position.Place is not { IsLink: true } && Landmarks.Contain(text, isRow);

    // A page may hold its article a second time, word for word, for small screens or for print. Returns the line at which that begins.
    private static int DropCopy(IReadOnlyList<TextLine> lines, List<int> landmarks)
    {
        var (first, last) = (landmarks[0], landmarks[^1]);
        var second = landmarks.FindIndex(1, landmark => lines[landmark].Text == lines[first].Text);
        if (second < LeastLandmarks)
        {
            return lines.Count;
        }

        var start = landmarks[second];
        for (var i = start; i <= last; i++)
        {
            if (lines[i].Text != lines[i - start + first].Text)
            {
                return lines.Count;
            }
        }

        // Less than the whole is no copy.
        if (last - start < landmarks[second - 1] - first)
        {
            return lines.Count;
        }

        landmarks.RemoveRange(second, landmarks.Count - second);
        var begin = start;
        for (var i = first; i > 0 && begin - 1 > landmarks[^1] && lines[begin - 1].Text == lines[i - 1].Text; i--)
        {
            begin--;
        }

        return begin < start ? begin : TitleBefore(lines, landmarks[^1] + 1, start)?.Start ?? start;
    }

    // The title may stand outside the article; what stands before it is no part of the report, but for the body's name and the year that
    // the title lacks.
    private static void AddHead(List<TextLine> kept, IReadOnlyList<TextLine> lines, int start, int end)
    {
        var title = TitleBefore(lines, start, end) ?? TitleBefore(lines, Math.Max(0, start - LinesSearchedForTitle), start);
        var first = title?.Start ?? start;
        var hasYear = title is var (from, behind) && lines.Skip(from).Take(behind - from).Any(line => SurroundingWords.NameYear(line.Text));
        for (var above = first - 1; above >= Math.Max(0, first - LinesOfBody) && title is not null; above--)
        {
            var isYear = !hasYear && SurroundingWords.EndsWithYear(lines[above].Text);
            if (lines[above].IsLink || lines[above].Cells is not null || !(isYear || SurroundingWords.IsBody(lines[above].Text)))
            {
                break;
            }

            hasYear |= isYear;
            first = above;
        }

        for (var i = first; i < end; i++)
        {
            var isOutside = i < start && i >= (title?.End ?? 0);
            var isFurniture = lines[i].IsLink || SurroundingWords.IsFurniture(lines[i].FirstCell)
                || SurroundingWords.EndsArticle(lines[i].Text);
            if (i < title?.End || !(isFurniture || (isOutside && !IsProse(lines[i]))))
            {
                kept.Add(lines[i]);
            }
        }
    }

    // The last one: names of the report among the metadata of the page stand before it.
    private static (int Start, int End)? TitleBefore(IReadOnlyList<TextLine> lines, int start, int end)
    {
        for (var last = end - 1; last >= start; last--)
        {
            var text = string.Empty;
            for (var first = last; first >= Math.Max(start, last - LinesOfTitle + 1); first--)
            {
                if (lines[first].Cells is not null || lines[first].IsLink || SurroundingWords.IsFurniture(lines[first].Text)
                    || SurroundingWords.IsSentence(lines[first].Text) || (first < last && lines[first].Text.Length == 0))
                {
                    break;
                }

                text = lines[first].Text + text;
                if (SurroundingWords.IsTitle(text) && !IsLabelled(lines, first))
                {
                    return (first, last + 1);
                }
            }
        }

        return null;
    }

    // "名称：" on the line above.
    private static bool IsLabelled(IReadOnlyList<TextLine> lines, int line) =>
        line > 0 && lines[line - 1] is { Cells: null, Text.Length: < 10 } above && SurroundingWords.IsSentence(above.Text.TrimEnd());

    // Behind the article, sentences and attachments may follow that a page sets apart.
    private static void AddTail(List<TextLine> kept, IReadOnlyList<TextLine> lines, int start, int end, int limit)
    {
        for (var i = start; i < limit && !SurroundingWords.EndsArticle(lines[i].Text); i++)
        {
            var isAttachment = SurroundingWords.IsAttachment(lines[i].Text);
            var isFurniture = SurroundingWords.IsFurniture(lines[i].FirstCell) || (lines[i].IsLink && !isAttachment);
            if (i >= end && (isFurniture || !(isAttachment || lines[i].Text.EndsWith('。') || lines[i].Text.Length == 0)))
            {
                break;
            }

            if (!isFurniture)
            {
                kept.Add(lines[i]);
            }
        }
    }

    private static bool IsProse(TextLine line) => line.Cells is null && SurroundingWords.IsSentence(line.Text) && !line.IsLink;
}
