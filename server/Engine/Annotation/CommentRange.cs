namespace Validation.Engine.Annotation;

/// <summary>What a comment is about: whole elements of the part, or characters of their text. Elements are counted from 1 as they begin.
/// </summary>
/// <param name="First">The first element: a paragraph (w:p) or a cell (w:tc); of characters, the one that holds the first of them.</param>
/// <param name="Last">The last element. Of a cell the same.</param>
/// <param name="Start">The first character in the text of the first element, from 0. Negative: the elements are meant as a whole.</param>
/// <param name="End">The character behind the last one, in the text of the last element.</param>
internal readonly record struct CommentRange(int First, int Last, int Start = -1, int End = -1)
{
    /// <summary>The elements are meant as a whole.</summary>
    public bool IsWhole => Start < 0;
}
