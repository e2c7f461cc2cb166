using Validation.V1;

namespace Validation.Engine.Documents.Docx;

/// <summary>The place of a paragraph or a cell with the element that it comes from. Elements are counted from 1 as they begin in the part.
/// </summary>
/// <param name="Element">The paragraph (w:p; of several whose text goes on, the last) or the cell (w:tc).</param>
/// <param name="Sources">Where the characters of the paragraph come from, in their order. Empty: it has none, or it is a cell.</param>
/// <param name="Numbers">The numbers that a reply tells. Null: not known yet.</param>
internal sealed record DocxPlace(int Element, IReadOnlyList<TextSource> Sources, ParagraphPlace? Numbers = null) : Place
{
    /// <inheritdoc/>
    public override Location ToLocation() => Numbers?.ToLocation() ?? new Location();

    /// <inheritdoc/>
    internal override Place At(ParagraphPlace numbers) => this with { Numbers = numbers };
}

/// <summary>Characters of a paragraph that come from one element: a text (w:t) or a character such as w:tab.</summary>
/// <param name="Start">The first of them in the paragraph's text, from 0.</param>
/// <param name="Length">How many there are.</param>
/// <param name="Element">The element.</param>
internal readonly record struct TextSource(int Start, int Length, int Element);
