namespace Validation.Engine.Documents.Ofd;

/// <summary>An object of a page that may show text. [GB/T 33190-2016] 8.5</summary>
/// <param name="Boundary">What lies outside of it is not shown, in the space that the object stands in.</param>
/// <param name="Matrix">The object's transformation within its boundary.</param>
/// <param name="IsHidden">It is not visible, or quite transparent.</param>
internal abstract record OfdObject(OfdBox Boundary, OfdMatrix Matrix, bool IsHidden)
{
    /// <summary>From the object's own space, whose origin is the corner of the boundary, to the space that the object stands in.</summary>
    public OfdMatrix Inner { get; } = Matrix.Shift(Boundary.Left, Boundary.Top);
}

/// <summary>A text of one font and size. [GB/T 33190-2016] 11.2</summary>
/// <param name="Boundary">As for every object.</param>
/// <param name="Matrix">As for every object.</param>
/// <param name="IsHidden">As for every object.</param>
/// <param name="Size">The size of the type.</param>
/// <param name="Stretch">How many times wider the characters are than the font has them.</param>
/// <param name="CharacterTurn">By how many degrees each character is turned clockwise: 0, 90, 180 or 270.</param>
/// <param name="ReadingTurn">By how many degrees the line is turned clockwise, for texts without distances.</param>
/// <param name="Codes">Its parts.</param>
internal sealed record OfdText(
    OfdBox Boundary, OfdMatrix Matrix, bool IsHidden, double Size, double Stretch, int CharacterTurn, int ReadingTurn,
    IReadOnlyList<OfdTextCode> Codes)
    : OfdObject(Boundary, Matrix, IsHidden);

/// <summary>
/// A part of a text: characters, where the first one stands and how far each is from the one before. [GB/T 33190-2016] 11.3
/// </summary>
/// <param name="X">Where the first character begins. Null: where that of the part before does.</param>
/// <param name="Y">The line that it stands on. Null: that of the part before.</param>
/// <param name="DeltaX">The distances to the right, as <see cref="OfdDeltas"/> reads them. Null: none.</param>
/// <param name="DeltaY">The distances downwards. Null: none.</param>
/// <param name="Text">The characters.</param>
/// <param name="Clusters">Which of them have not as many glyphs as there are characters, by their positions.</param>
internal readonly record struct OfdTextCode(
    double? X, double? Y, string? DeltaX, string? DeltaY, string Text, IReadOnlyList<OfdCluster> Clusters);

/// <summary>Characters that a font draws together, such as "fi" with one glyph. [GB/T 33190-2016] 11.4</summary>
/// <param name="Position">Which character of the text is the first of them, from 0.</param>
/// <param name="Characters">How many characters they are, at least 1.</param>
/// <param name="Glyphs">With how many glyphs they are drawn, at least 1. The distances of a text count glyphs.</param>
internal readonly record struct OfdCluster(int Position, int Characters, int Glyphs);

/// <summary>A use of a composite, which the resources define. [GB/T 33190-2016] 13</summary>
/// <param name="Boundary">As for every object.</param>
/// <param name="Matrix">As for every object.</param>
/// <param name="IsHidden">As for every object.</param>
/// <param name="Resource">The id of the composite.</param>
internal sealed record OfdComposite(OfdBox Boundary, OfdMatrix Matrix, bool IsHidden, string Resource)
    : OfdObject(Boundary, Matrix, IsHidden);
