namespace Validation.Engine.Documents.Doc;

/// <summary>What is read of the properties of characters.</summary>
internal struct CharacterProperties
{
    // What a flag may say besides off and on, [MS-DOC] 2.9.327 ToggleOperand: as in the style, or the other way round.
    private const byte AsStyle = 0x80;
    private const byte UnlikeStyle = 0x81;

    private byte _hidden;
    private bool _isAlwaysHidden;

    /// <summary>The properties of characters that nothing was said of.</summary>
    public CharacterProperties()
    {
        _hidden = AsStyle;
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
    public readonly bool IsHidden(bool isStyleHidden) =>
        _isAlwaysHidden || (_hidden == AsStyle ? isStyleHidden : _hidden == UnlikeStyle ? !isStyleHidden : _hidden != 0);

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
}
