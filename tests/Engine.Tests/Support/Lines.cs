using Validation.Engine.Documents;

namespace Validation.Engine.Tests.Support;

/// <summary>Lines of text as a document has them.</summary>
internal static class Lines
{
    public static IReadOnlyList<Paragraph> Of(string text) =>
        [.. text.Split('\n').Select((line, i) => new Paragraph(line, new Position(i + 1, 1)))];
}
