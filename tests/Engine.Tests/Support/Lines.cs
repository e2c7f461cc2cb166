using Validation.Engine.Documents;
using Validation.Engine.Reports.Articles;

namespace Validation.Engine.Tests.Support;

/// <summary>Lines of text as a document has them.</summary>
internal static class Lines
{
    public static IReadOnlyList<TextLine> Of(string text) =>
        [.. text.Split('\n').Select((line, i) => new TextLine(line, new Position(i + 1, 1)))];
}
