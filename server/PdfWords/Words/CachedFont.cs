using System.Diagnostics.CodeAnalysis;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokens;

namespace Validation.PdfWords.Words;

/// <summary>A font that remembers the character of each code. PdfPig searches the tables of predefined encodings, of thousands of ranges,
/// from their beginning for every character.</summary>
internal sealed class CachedFont(IFont inner, FontFacts facts) : IFont
{
    private readonly Dictionary<int, string> _texts = [];
    private readonly Dictionary<int, CharacterBoundingBox> _boxes = [];

    public NameToken? Name => inner.Name;

    public bool IsVertical => inner.IsVertical;

    public FontDetails Details => inner.Details;

    public int ReadCharacterCode(IInputBytes bytes, out int codeLength) => inner.ReadCharacterCode(bytes, out codeLength);

    public bool TryGetUnicode(int characterCode, [NotNullWhen(true)] out string? value)
    {
        if (!_texts.TryGetValue(characterCode, out value))
        {
            _texts[characterCode] = value = facts.TextOf(inner, characterCode);
        }

        return true;
    }

    public CharacterBoundingBox GetBoundingBox(int characterCode)
    {
        if (!_boxes.TryGetValue(characterCode, out var box))
        {
            _boxes[characterCode] = box = inner.GetBoundingBox(characterCode);
        }

        return box;
    }

    public TransformationMatrix GetFontMatrix() => inner.GetFontMatrix();

    public double GetDescent() => inner.GetDescent();

    public double GetAscent() => inner.GetAscent();

    public bool TryGetPath(int characterCode, [NotNullWhen(true)] out IReadOnlyList<PdfSubpath>? path) =>
        inner.TryGetPath(characterCode, out path);

    public bool TryGetNormalisedPath(int characterCode, [NotNullWhen(true)] out IReadOnlyList<PdfSubpath>? path) =>
        inner.TryGetNormalisedPath(characterCode, out path);
}
