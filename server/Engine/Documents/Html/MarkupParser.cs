using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;
using Validation.Engine.Documents.Text;

namespace Validation.Engine.Documents.Html;

/// <summary>
/// Builds the elements of a web page with AngleSharp, which stops at the limits. Measured: AngleSharp takes quadratic time for deep nesting
/// and makes one copy of each unclosed formatting element for every paragraph, so depth, tags and memory are bounded each for itself.
/// </summary>
internal static class MarkupParser
{
    // What reads the elements calls itself.
    private const int MostDepth = 2000;

    // A page whose elements go too deep goes on like that: some of them are enough to look at.
    private const int ElementsPerCheck = 64;

    /// <summary>The page. Only the attributes that matter for reading are kept.</summary>
    /// <param name="text">The markup.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="isRepaired">It may hold <see cref="TextDecoder.Broken"/>; attributes whose names do are kept too.</param>
    /// <param name="cancellationToken">Stops the work at any element.</param>
    /// <exception cref="UnreadableException">It goes beyond a limit.</exception>
    public static IHtmlDocument Parse(
        string text, EngineLimits limits, bool isRepaired, CancellationToken cancellationToken)
    {
        UnreadableException.ThrowIfTooLarge(text.Length > limits.WebPage.Characters || text.AsSpan().Count('<') > limits.WebPage.Tags);

        var options = new HtmlParserOptions
        {
            // One level more than is read: deeper elements end the reading when it comes to them.
            MaximumDepth = Math.Min(limits.MarkupDepth, MostDepth) + 1,
            // As in a browser, where noscript holds text; there is no engine that could run a script.
            IsScripting = true,
            DisableElementPositionTracking = true,
            SkipComments = true,
            SkipScriptText = true,
            SkipProcessingInstructions = true,
            ShouldEmitAttribute = isRepaired ? MattersOrIsBroken : Matters,
            OnCreated = Guard(limits, cancellationToken),
        };
        return new HtmlParser(options).ParseDocument(text.AsMemory());
    }

    private static bool MattersOrIsBroken(ref StructHtmlToken tag, ReadOnlyMemory<char> name) =>
        Matters(ref tag, name) || name.Span.Contains(TextDecoder.Broken);

    private static bool Matters(ref StructHtmlToken tag, ReadOnlyMemory<char> name) =>
        name.Span is "style" or "hidden" or "id" or "colspan" or "rowspan" or "value" or "type" or "start" or "reversed" or "open";

    // Stops the building of a page that goes too deep or takes too much memory. It is called for each new element, which has no parent yet.
    private static Action<IElement, TextPosition> Guard(EngineLimits limits, CancellationToken cancellationToken)
    {
        var mostBytes = GC.GetAllocatedBytesForCurrentThread() + limits.WebPage.Memory;
        IElement? previous = null;
        var elements = 0;
        return (element, _) =>
        {
            if (++elements % ElementsPerCheck == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                UnreadableException.ThrowIfTooLarge(GC.GetAllocatedBytesForCurrentThread() > mostBytes);
                UnreadableException.ThrowIfTooLarge(IsDeeper(previous, limits.MarkupDepth));
            }

            previous = element;
        };
    }

    private static bool IsDeeper(IElement? element, int most)
    {
        for (; element is not null && most >= 0; element = element.ParentElement)
        {
            most--;
        }

        return most < 0;
    }
}
