using AngleSharp.Dom;
using AngleSharp.Text;

namespace Validation.Engine.Documents.Html;

/// <summary>Stops the building of a page that goes too deep or takes too much memory, while it is being built.</summary>
internal sealed class ParseGuard(EngineLimits limits, CancellationToken cancellationToken)
{
    // A page whose elements go too deep goes on like that: some of them are enough to look at.
    private const int ElementsPerCheck = 64;

    private readonly long _mostBytes = GC.GetAllocatedBytesForCurrentThread() + limits.WebPage.Memory;
    private IElement? _previous;
    private int _elements;

    /// <summary>To be called for each new element, which has no parent yet.</summary>
    /// <exception cref="UnreadableException">The page goes beyond a limit.</exception>
    public void Check(IElement element, TextPosition position)
    {
        if (++_elements % ElementsPerCheck == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            UnreadableException.ThrowIfTooLarge(GC.GetAllocatedBytesForCurrentThread() > _mostBytes || IsTooDeep(_previous));
        }

        _previous = element;
    }

    private bool IsTooDeep(IElement? element)
    {
        var depth = 0;
        for (; element is not null && depth <= limits.MarkupDepth; element = element.ParentElement)
        {
            depth++;
        }

        return depth > limits.MarkupDepth;
    }
}
