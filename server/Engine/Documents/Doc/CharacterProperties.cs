namespace Validation.Engine.Documents.Doc;

/// <summary>What is read of the properties of characters.</summary>
internal struct CharacterProperties
{
    // What a flag may say besides off and on, [MS-DOC] 2.9.327 ToggleOperand: as in the style, or the other way round.
    private const byte AsStyle = 0x80;
    private const byte UnlikeStyle = 0x81;

    // What sprmCIss says of raised characters; others may be lowered.
    private const byte Above = 1;

    private byte _hidden;
    private byte _struck;
    private bool _isAlwaysHidden;
    private bool _isStruckTwice;
    private bool? _isRaised;

    /// <summary>The properties of characters that nothing was said of.</summary>
    public CharacterProperties()
    {
        (_hidden, _struck) = (AsStyle, AsStyle);
    }

    /// <summary>They were deleted while changes were recorded.</summary>
    public bool IsDeleted { get; private set; }

    /// <summary>They have a special meaning.</summary>
    public bool IsSpecial { get; private set; }

    /// <summary>The style of characters; 0: none.</summary>
    public int Style { get; private set; }

    /// <summary>A character of a font of symbols that stands for them.</summary>
    public char Symbol { get; private set; }

    /// <summary>Whether they are hidden, in a paragraph or style of characters that is hidden or not.</summary>
    public readonly bool IsHidden(bool isStyleHidden) => _isAlwaysHidden || IsOn(_hidden, isStyleHidden);

    /// <summary>Whether they are struck out, in a paragraph or style of characters that is struck out or not.</summary>
    public readonly bool IsStruck(bool isStyleStruck) => _isStruckTwice || IsOn(_struck, isStyleStruck);

    /// <summary>Whether they are raised, in a style of characters that is raised or not.</summary>
    public readonly bool IsRaised(bool isStyleRaised) => _isRaised ?? isStyleRaised;

    /// <summary>Applies changes.</summary>
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
