using Validation.Engine.Documents;

namespace Validation.Engine.Reports.Articles;

/// <summary>
/// The lines of the article that holds a report: those of the smallest part of the page around all headings and tables, and of the parts
/// around that one as long as they add no furniture of the page.
/// </summary>
internal sealed class ArticleRange
{
    private readonly IReadOnlyList<TextLine> _lines;

    /// <summary>Finds where the article begins and ends among the lines of a page.</summary>
    /// <param name="lines">The page.</param>
    /// <param name="landmarks">Indexes of lines that are certain to be the report's, at least one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public ArticleRange(IReadOnlyList<TextLine> lines, IReadOnlyList<int> landmarks, CancellationToken cancellationToken)
    {
        _lines = lines;
        (Start, End) = (landmarks[0], landmarks[^1] + 1);
        var around = Common(landmarks);
        (Start, End) = Grown(around);
        for (var outer = AroundOf(around); outer is not null; outer = AroundOf(outer))
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

    private object? Common(IReadOnlyList<int> landmarks)
    {
        var common = PlaceOf(landmarks[0])?.Container;
        foreach (var landmark in landmarks)
        {
            while (common is not null && !IsIn(landmark, common))
            {
                common = AroundOf(common);
            }
        }

        return common;
    }

    private (int Start, int End) Grown(object? around)
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
            var isLink = line.IsLink && !SurroundingWords.IsAttachment(line.Text);
            if (isLink || SurroundingWords.IsFurniture(line.FirstCell) || SurroundingWords.EndsArticle(line.Text))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsIn(int line, object around)
    {
        var container = PlaceOf(line)?.Container;
        while (container is not null && container != around)
        {
            container = AroundOf(container);
        }

        return container is not null;
    }

    private object? AroundOf(object? container) => container is null ? null : PlaceOf(0)?.Around(container);

    private Place? PlaceOf(int line) => _lines[line].Position.Place;
}
