using Validation.Engine.Documents.Building;

namespace Validation.Engine.Documents.Rtf;

/// <summary>The special meaning that the end of a group has.</summary>
internal enum RtfGroup
{
    Plain, // Nothing special happens where the group ends.
    Box, // The end of a text box.
    ListText, // The end of a paragraph's automatic number.
    NestedRow, // The end of the definition of a row of a table in a table.
}

/// <summary>The properties that hold up to the end of a group.</summary>
/// <param name="Group">What its end brings.</param>
/// <param name="IsSkipped">Nothing in it is read.</param>
/// <param name="IsContainer">Its own text is not read.</param>
/// <param name="IsFontTable">It lists the fonts.</param>
/// <param name="Look">How the text is to be seen.</param>
/// <param name="IsDeleted">The text was deleted while changes were recorded.</param>
/// <param name="IsStruckTwice">The text is struck out with two lines.</param>
/// <param name="IsInTable">The paragraph stands in a table.</param>
/// <param name="TableDepth">How deep in tables the paragraph stands; 0: not said.</param>
/// <param name="CodePage">The code page of bytes.</param>
/// <param name="UnicodeSkip">How many characters follow a Unicode character for readers that do not know it.</param>
/// <param name="ListTextStart">How many characters of the paragraph stood before its automatic number.</param>
internal record struct RtfState(
    RtfGroup Group, bool IsSkipped, bool IsContainer, bool IsFontTable, TextLook Look, bool IsDeleted, bool IsStruckTwice,
    bool IsInTable, int TableDepth, int CodePage, int UnicodeSkip, int ListTextStart)
{
    /// <summary>Whether its text is the document's.</summary>
    public readonly bool IsText => !IsSkipped && !IsContainer && !IsFontTable;

    /// <summary>Whether its text is read: the document's, neither hidden nor deleted nor struck out.</summary>
    public readonly bool IsRead => IsText && IsShown && Look.IsStruck != true && !IsStruckTwice;

    /// <summary>Whether its text is there, be it struck out or not.</summary>
    public readonly bool IsShown => Look.IsHidden != true && !IsDeleted;
}
