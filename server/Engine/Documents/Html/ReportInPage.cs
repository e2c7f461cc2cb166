namespace Validation.Engine.Documents.Html;

/// <summary>
/// A document without the menus, metadata and footers of the page that it was read from. They are told by their words and links, never by
/// the names that a site gives its elements; what is not certain to be furniture stays.
/// </summary>
/// <param name="Document">The document.</param>
/// <param name="IsFound">There is something of a report in it.</param>
internal sealed record ReportInPage(Document Document, bool IsFound)
{
    private const int LeastLandmarks = 2;
    private const int LinesSearchedForTitle = 60;
    private const int LinesOfTitle = 3;
    private const int LinesOfBody = 2;

    /// <summary>Takes the report out of a page.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ReportInPage Find(Document page, CancellationToken cancellationToken)
    {
        var lines = page.Paragraphs;
        var landmarks = new List<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsLink(lines[i]) && PageWords.IsLandmark(lines[i]))
            {
                landmarks.Add(i);
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (landmarks.Count < LeastLandmarks)
        {
            return new ReportInPage(page, IsFound: false);
        }

        var limit = DropCopy(lines, landmarks);
        var article = new ArticleRange(lines, landmarks, cancellationToken);
        var kept = new List<Paragraph>(lines.Count);
        AddHead(kept, lines, article.Start, landmarks[0]);
        for (var i = landmarks[0]; i <= landmarks[^1]; i++)
        {
            kept.Add(lines[i]);
        }

        AddTail(kept, lines, landmarks[^1] + 1, Math.Min(article.End, limit), limit);
        return new ReportInPage(page with { Paragraphs = kept }, IsFound: true);
    }

    // A page may hold its article a second time, word for word, for small screens or for print. Returns the line at which that begins.
    private static int DropCopy(IReadOnlyList<Paragraph> lines, List<int> landmarks)
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

    private static bool IsLink(Paragraph line) => line.Position.Place is ElementPlace { IsLink: true };

    // The title may stand outside the article; what stands before it is no part of the report, but for the body's name.
    private static void AddHead(List<Paragraph> kept, IReadOnlyList<Paragraph> lines, int start, int end)
    {
        var title = TitleBefore(lines, start, end) ?? TitleBefore(lines, Math.Max(0, start - LinesSearchedForTitle), start);
        var first = title?.Start ?? start;
        for (var above = first - 1; above >= Math.Max(0, first - LinesOfBody) && title is not null; above--)
        {
            if (IsLink(lines[above]) || lines[above].Cells is not null || !PageWords.IsBody(lines[above].Text))
            {
                break;
            }

            first = above;
        }

        for (var i = first; i < end; i++)
        {
            var isOutside = i < start && i >= (title?.End ?? 0);
            var isFurniture = IsLink(lines[i]) || PageWords.IsFurniture(FirstCell(lines[i])) || PageWords.EndsArticle(lines[i].Text);
            if (i < title?.End || !(isFurniture || (isOutside && !IsProse(lines[i]))))
            {
                kept.Add(lines[i]);
            }
        }
    }

    // The last one: names of the report among the metadata of the page stand before it.
    private static (int Start, int End)? TitleBefore(IReadOnlyList<Paragraph> lines, int start, int end)
    {
        for (var last = end - 1; last >= start; last--)
        {
            var text = string.Empty;
            for (var first = last; first >= Math.Max(start, last - LinesOfTitle + 1); first--)
            {
                if (lines[first].Cells is not null || IsLink(lines[first]) || PageWords.IsFurniture(lines[first].Text)
                    || PageWords.IsSentence(lines[first].Text) || (first < last && lines[first].Text.Length == 0))
                {
                    break;
                }

                text = lines[first].Text + text;
                if (PageWords.IsTitle(text) && !IsLabelled(lines, first))
                {
                    return (first, last + 1);
                }
            }
        }

        return null;
    }

    // "名称：" on the line above.
    private static bool IsLabelled(IReadOnlyList<Paragraph> lines, int line) =>
        line > 0 && lines[line - 1] is { Cells: null, Text.Length: < 10 } above && PageWords.IsSentence(above.Text.TrimEnd());

    // Behind the article, sentences and attachments may follow that a page sets apart.
    private static void AddTail(List<Paragraph> kept, IReadOnlyList<Paragraph> lines, int start, int end, int limit)
    {
        for (var i = start; i < limit && !PageWords.EndsArticle(lines[i].Text); i++)
        {
            var isAttachment = PageWords.IsAttachment(lines[i].Text);
            var isFurniture = PageWords.IsFurniture(FirstCell(lines[i])) || (IsLink(lines[i]) && !isAttachment);
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

    private static bool IsProse(Paragraph line) => line.Cells is null && PageWords.IsSentence(line.Text) && !IsLink(line);

    private static string FirstCell(Paragraph line) => line.Cells is [var first, ..] ? first.Text : line.Text;
}
