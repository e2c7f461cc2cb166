using AngleSharp.Dom;
using Validation.Engine.Documents.Building;
using Validation.Engine.Documents.Text;
using Validation.V1;

namespace Validation.Engine.Documents.Html;

/// <summary>
/// Reads a web page as a browser shows it, without its scripts and style sheets, menus and footers included. Nothing is loaded and nothing
/// is run.
/// </summary>
internal static class HtmlReader
{
    /// <summary>Reads a page, or a part of one.</summary>
    /// <param name="content">The page.</param>
    /// <param name="limits">How much is read before giving up.</param>
    /// <param name="isSought">
    /// Whether a document is what the caller looks for. Some pages hide their article until a script shows it: one whose visible text is
    /// not sought is read with what its author has hidden, if that is. Null: what is visible is all that counts.
    /// </param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="UnreadableException">The bytes are no text, or too much of it; or nothing is to be seen on the page.</exception>
    public static Document Read(
        ReadOnlySpan<byte> content, EngineLimits limits, Func<Document, bool>? isSought, CancellationToken cancellationToken)
    {
        var decoded = TextDecoder.DecodeMarkup(content);
        var isRepaired = decoded is null;
        if ((decoded ?? TextDecoder.RepairMarkup(content)) is not var (text, encoding))
        {
            throw new UnreadableException(Reason.UndecodableText);
        }

        // Not disposed: the places of the document make their paths of it.
        var page = MarkupParser.Parse(text, limits, isRepaired, cancellationToken);
        if (isRepaired)
        {
            CheckTags(page);
        }

        var format = $"html; {encoding}";
        var visible = Flatten(page, format, showsAll: false, isRepaired, limits, cancellationToken);
        if (isSought is null || (visible is not null && isSought(visible)))
        {
            return visible ?? throw NothingToSee(page);
        }

        var whole = Flatten(page, format, showsAll: true, isRepaired, limits, cancellationToken);
        return (whole is not null && isSought(whole) ? whole : visible) ?? throw NothingToSee(page);
    }

    private static UnreadableException NothingToSee(IDocument page) =>
        new(page.Images.Length > 0 ? Reason.NoText : Reason.EmptyDocument);

    // Null: nothing is to be seen.
    private static Document? Flatten(
        IDocument page, string format, bool showsAll, bool isRepaired, EngineLimits limits, CancellationToken cancellationToken)
    {
        var builder = new DocumentBuilder(limits);
        new PageFlattener(builder, limits, showsAll, cancellationToken).Flatten(page);
        if (!builder.HasText)
        {
            return null;
        }

        var lines = builder.Build(format);
        foreach (var line in isRepaired ? lines.Blocks : [])
        {
            CheckText(line.Text);
        }

        return lines;
    }

    // Of broken bytes, those that matter are refused: in the names of elements, in what attributes say of their place, and in what is seen.
    // Those in a description that a system has cut by bytes change nothing that a browser shows.
    private static void CheckTags(IDocument page)
    {
        foreach (var element in page.All)
        {
            CheckText(element.LocalName);
            foreach (var attribute in element.Attributes)
            {
                // A value is text, if it is seen at all.
                CheckText(attribute.Name);
                CheckText(attribute.Name == "value" ? string.Empty : attribute.Value);
            }
        }
    }

    private static void CheckText(string text)
    {
        if (text.Contains(TextDecoder.Broken, StringComparison.Ordinal))
        {
            throw new UnreadableException(Reason.UndecodableText);
        }
    }
}
