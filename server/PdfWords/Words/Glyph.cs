using UglyToad.PdfPig.Core;

namespace Validation.PdfWords.Words;

/// <summary>A character that a page draws, with its place and size.</summary>
/// <param name="Text">What it means: mostly one character, more for a ligature.</param>
/// <param name="Matrix">From the space of its font, in which the size is 1, to that of the page.</param>
/// <param name="Width">How wide it is in the space of its font.</param>
/// <param name="Font">What its font says.</param>
/// <param name="IsVertical">The text runs from above to below.</param>
internal readonly record struct Glyph(string Text, TransformationMatrix Matrix, double Width, FontFacts Font, bool IsVertical);
