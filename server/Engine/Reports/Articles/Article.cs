using Validation.Engine.Documents;
using Validation.V1;

namespace Validation.Engine.Reports.Articles;

/// <summary>The lines of a report, without what surrounds it in a document.</summary>
internal static class Article
{
    /// <summary>Takes the report out of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="deviations">Takes the marks that a converter left in the text.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static IReadOnlyList<TextLine> Of(
        Document document, ICollection<Deviation> deviations, CancellationToken cancellationToken)
    {
        var lines = PageSurroundings.Remove(TextLine.Of(document), cancellationToken);
        return FlattenedText.Split(StrayMarks.Blank(lines, deviations));
    }
}
