using Validation.Engine.Documents;
using Validation.Engine.Reports.Articles;

namespace Validation.Engine.Tests.Support;

/// <summary>The lines of a document as Reports reads them.</summary>
internal static class DocumentLines
{
    public static IReadOnlyList<TextLine> Lines(this Document document) => TextLine.Of(document);
}
