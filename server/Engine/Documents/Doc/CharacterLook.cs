using System.Globalization;

namespace Validation.Engine.Documents.Doc;

/// <summary>How characters with the same properties look.</summary>
internal readonly struct CharacterLook
{
    private const char SymbolPlace = '(';

    private readonly char _symbol;
    private readonly bool _isStruck;
    private readonly bool _isRaised;

    /// <summary>The look of characters, in a style of characters and in one of paragraphs.</summary>
    public CharacterLook(CharacterProperties properties, DocStyle style, DocStyle paragraphStyle)
    {
        IsDeleted = properties.IsDeleted;
        IsHidden = IsDeleted || properties.IsHidden(style.IsHidden || paragraphStyle.IsHidden);
        _isStruck = properties.IsStruck(style.IsStruck || paragraphStyle.IsStruck);
        _isRaised = properties.IsRaised(style.IsRaised);
        _symbol = properties.IsSpecial ? Shown(properties.Symbol) : SymbolPlace;
    }

    /// <summary>They were deleted while changes were recorded.</summary>
    public bool IsDeleted { get; }

    /// <summary>They are not shown: deleted or hidden.</summary>
    public bool IsHidden { get; }

    /// <summary>They are a part of the text: shown, and not struck out.</summary>
    public bool IsRead => !IsHidden && !_isStruck;

    /// <summary>What is shown for a character.</summary>
    public char Of(char character) => character == SymbolPlace ? _symbol : _isRaised ? Superscript.Of(character) : character;

    // Fonts of symbols have their glyphs in an area without meaning: it shows that there is something.
    private static char Shown(char symbol) =>
        symbol == '\0' ? SymbolPlace
        : char.IsControl(symbol) || char.IsSurrogate(symbol) || char.GetUnicodeCategory(symbol) == UnicodeCategory.PrivateUse ? '□'
        : symbol;
}
