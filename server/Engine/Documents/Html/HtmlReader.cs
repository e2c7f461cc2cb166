using AngleSharp.Dom;
using Validation.V1;

namespace Validation.Engine.Documents.Html;

/// <summary>
/// Reads a web page as a browser shows it, without its scripts and style sheets, and takes the report out of what surrounds it. Nothing is
/// loaded and nothing is run.
/// </summary>
internal static class HtmlReader
{
    /// <summary>Reads a page, or a part of one.</summary>
    /// <exception cref="UnreadableException">The bytes are no text, or too much of it; or nothing is to be seen on the page.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Document Read(ReadOnlySpan<byte> content, EngineLimits limits, CancellationToken cancellationToken)
    {
        var decoded = TextDecoder.DecodeMarkup(content);
        var isRepaired = decoded is null;
        if ((decoded ?? TextDecoder.RepairMarkup(content)) is not var (text, encoding))
        {
            throw new UnreadableException(Reason.UndecodableText);
        }

        // Not disposed: the places of the document make their paths of it.
        var page = PageParser.Parse(text, limits, isRepaired, cancellationToken);
        if (isRepaired)
        {
            BrokenBytes.CheckTags(page);
        }

        var format = $"html; {encoding}";
        var report = Flatten(page, format, showsAll: false, isRepaired, limits, cancellationToken);
        if (report is { IsFound: true })
        {
            return report.Document;
        }

        // Some pages hide the article until a script shows it.
        var hidden = Flatten(page, format, showsAll: true, isRepaired, limits, cancellationToken);
        return (hidden is { IsFound: true } ? hidden : report)?.Document ?? throw new UnreadableException(Reason.EmptyDocument);
    }

    private static ReportInPage? Flatten(
        IDocument page, string format, bool showsAll, bool isRepaired, EngineLimits limits, CancellationToken cancellationToken)
    {
        var builder = new DocumentBuilder(limits);
        new PageFlattener(builder, limits, showsAll, cancellationToken).Flatten(page);
        try
        {
            var lines = builder.Build(format);
            return ReportInPage.Find(isRepaired ? BrokenBytes.CheckText(lines) : lines, cancellationToken);
        }
        catch (UnreadableException why) when (why.Reason == Reason.EmptyDocument)
        {
            return null;
        }
    }
}
