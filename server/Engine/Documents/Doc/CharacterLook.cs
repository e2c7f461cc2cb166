using Validation.Engine.Documents.Building;

namespace Validation.Engine.Documents.Doc;

/// <summary>How a reader sees characters with the same properties.</summary>
internal readonly struct CharacterLook
{
    private const char SymbolPlace = '(';

    private readonly char _symbol;
    private readonly bool _isStruck;
    private readonly bool _isRaised;

    /// <summary>The look of characters, in a style of characters and in one of paragraphs.</summary>
    public CharacterLook(CharacterProperties properties, DocStyle style, DocStyle paragraphStyle)
    {
        var (characters, paragraph) = (style.Look, paragraphStyle.Look);
        var isHidden = characters.IsHidden == true || paragraph.IsHidden == true;
        var look = properties.Over(new TextLook(isHidden, characters.IsStruck == true || paragraph.IsStruck == true, characters.IsRaised));
        IsDeleted = properties.IsDeleted;
        IsHidden = IsDeleted || look.IsHidden == true;
        _isStruck = look.IsStruck == true;
        _isRaised = look.IsRaised == true;
        _symbol = properties is { IsSpecial: true, Symbol: not '\0' and var symbol } ? SymbolFont.Shown(symbol) : SymbolPlace;
    }

    /// <summary>True: the characters were deleted while changes were recorded.</summary>
    public bool IsDeleted { get; }

    /// <summary>True: the characters are not shown, because they are deleted or hidden.</summary>
    public bool IsHidden { get; }

    /// <summary>True: the characters belong to the text: they are shown, and not struck out.</summary>
    public bool IsRead => !IsHidden && !_isStruck;

    /// <summary>The character that is shown for one of the file.</summary>
    public char Of(char character) => character == SymbolPlace ? _symbol : _isRaised ? Superscript.Of(character) : character;
}
