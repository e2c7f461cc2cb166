using Validation.Engine.Documents.Building;

namespace Validation.Engine.Documents.Doc;

/// <summary>The properties of characters, as far as they matter to the text.</summary>
internal struct CharacterProperties
{
    // The values of a flag besides off and on, [MS-DOC] 2.9.327 ToggleOperand: as in the style, or the opposite.
    private const byte AsStyle = 0x80;
    private const byte UnlikeStyle = 0x81;

    // The value of sprmCIss for raised characters; others are lowered or normal.
    private const byte Above = 1;

    private byte _hidden;
    private byte _struck;
    private bool _isAlwaysHidden;
    private bool _isStruckTwice;
    private bool? _isRaised;

    /// <summary>Makes the properties of characters of which the file says nothing.</summary>
    public CharacterProperties()
    {
        (_hidden, _struck) = (AsStyle, AsStyle);
    }

    /// <summary>True: the characters were deleted while changes were recorded.</summary>
    public bool IsDeleted { get; private set; }

    /// <summary>True: the characters have a special meaning, such as the mark of a field.</summary>
    public bool IsSpecial { get; private set; }

    public int Style { get; private set; }

    /// <summary>A character of a font of symbols that stands for them.</summary>
    public char Symbol { get; private set; }

    /// <summary>How they are to be seen in a style that says how its text is.</summary>
    public readonly TextLook Over(TextLook style) => new(
        _isAlwaysHidden || IsOn(_hidden, style.IsHidden == true),
        _isStruckTwice || IsOn(_struck, style.IsStruck == true),
        _isRaised ?? style.IsRaised);

    /// <summary>Applies changes of properties, [MS-DOC] 2.6.1, in their order.</summary>
    public void Apply(ReadOnlySpan<byte> bytes)
    {
        var changes = new PropertyChanges(bytes);
        while (changes.Next())
        {
            switch (changes.Code)
            {
                case PropertyCode.Deleted:
                    IsDeleted = changes.Byte != 0;
                    break;
                case PropertyCode.Hidden:
                    _hidden = changes.Byte;
                    break;
                case PropertyCode.FieldHidden or PropertyCode.AlwaysHidden:
                    _isAlwaysHidden |= changes.Byte != 0;
                    break;
                case PropertyCode.Struck:
                    _struck = changes.Byte;
                    break;
                case PropertyCode.StruckTwice:
                    _isStruckTwice = changes.Byte is not (0 or AsStyle);
                    break;
                case PropertyCode.Raised:
                    _isRaised = changes.Byte == Above;
                    break;
                case PropertyCode.Special:
                    IsSpecial = changes.Byte != 0;
                    break;
                case PropertyCode.CharacterStyle:
                    Style = changes.UInt16;
                    break;
                case PropertyCode.Symbol:
                    Symbol = (char)(changes.Int32 >>> 16);
                    break;
                default:
                    break;
            }
        }
    }

    private static bool IsOn(byte flag, bool isStyleOn) => flag switch
    {
        AsStyle => isStyleOn,
        UnlikeStyle => !isStyleOn,
        _ => flag != 0,
    };
}
