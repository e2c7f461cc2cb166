using AngleSharp.Dom;

namespace Validation.Engine.Documents.Html;

/// <summary>
/// The lines of the article that holds a report: those of the smallest element around all headings and tables, and of the elements around
/// that one as long as they add no furniture of the page.
/// </summary>
internal sealed class ArticleRange
{
    private readonly IReadOnlyList<Paragraph> _lines;

    /// <summary>Finds the article.</summary>
    /// <param name="lines">The page.</param>
    /// <param name="landmarks">Indexes of lines that are certain to be the report's, at least one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public ArticleRange(IReadOnlyList<Paragraph> lines, IReadOnlyList<int> landmarks, CancellationToken cancellationToken)
    {
        _lines = lines;
        (Start, End) = (landmarks[0], landmarks[^1] + 1);
        var around = Common(landmarks);
        (Start, End) = Grown(around);
        for (var outer = around?.ParentElement; outer is not null; outer = outer.ParentElement)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (start, end) = Grown(outer);
            if (HasFurniture(start, Start) || HasFurniture(End, end))
            {
                break;
            }

            (Start, End) = (start, end);
        }
    }

    /// <summary>Index of its first line.</summary>
    public int Start { get; private set; }

    /// <summary>Index behind its last line.</summary>
    public int End { get; private set; }

    private IElement? Common(IReadOnlyList<int> landmarks)
    {
        var common = ElementOf(landmarks[0]);
        foreach (var landmark in landmarks)
        {
            while (common is not null && !IsIn(landmark, common))
            {
                common = common.ParentElement;
            }
        }

        return common;
    }

    private (int Start, int End) Grown(IElement? around)
    {
        var (start, end) = (Start, End);
        while (around is not null && start > 0 && IsIn(start - 1, around))
        {
            start--;
        }

        while (around is not null && end < _lines.Count && IsIn(end, around))
        {
            end++;
        }

        return (start, end);
    }

    private bool HasFurniture(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var line = _lines[i];
            var isLink = line.Position.Place is ElementPlace { IsLink: true } && !PageWords.IsAttachment(line.Text);
            if (isLink || PageWords.IsFurniture(line.Cells is [var first, ..] ? first.Text : line.Text) || PageWords.EndsArticle(line.Text))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsIn(int line, IElement around)
    {
        var element = ElementOf(line);
        while (element is not null && element != around)
        {
            element = element.ParentElement;
        }

        return element is not null;
    }

    private IElement? ElementOf(int line) => (_lines[line].Position.Place as ElementPlace)?.Element;
}
