namespace Validation.Engine.Documents.Ofd;

/// <summary>A character as a page draws it. Places and distances in points, from the upper left corner of the page.</summary>
/// <param name="Text">What it means. White space ends a word.</param>
/// <param name="Start">Where it begins, on its line.</param>
/// <param name="Along">How far it reaches along its line.</param>
/// <param name="Up">The size of its type, as a distance upwards from the line.</param>
/// <param name="Slack">How far behind it the next character of the same word may begin, in parts of the size.</param>
/// <param name="IsCut">Other characters of the same text lie outside of its boundary, where nobody sees them.</param>
internal readonly record struct OfdGlyph(
    ReadOnlyMemory<char> Text, (double X, double Y) Start, (double X, double Y) Along, (double X, double Y) Up, double Slack, bool IsCut);
