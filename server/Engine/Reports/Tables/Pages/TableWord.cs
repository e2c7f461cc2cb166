using Validation.Engine.Documents;
using Validation.Engine.Reports.Tables.Rows;
using Validation.Engine.Reports.Text;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>A printed word in the section that holds a table.</summary>
internal sealed class TableWord(string text, Position position, PagePlace box)
{
    /// <summary>The text of the word.</summary>
    public string Text { get; } = text;

    /// <summary>The text, form left aside.</summary>
    public string Words { get; } = Characters.Words(text);

    /// <summary>Where it stands in the document.</summary>
    public Position Position { get; } = position with { Place = box };

    /// <summary>Where it stands on its page.</summary>
    public PagePlace Box { get; } = box;

    /// <summary>Its font does not say which characters it shows.</summary>
    public bool IsUnknown { get; } = text.Any(UnknownCharacters.Contains);

    /// <summary>It may stand in a cell: a number, a dash, or what a font does not tell.</summary>
    public bool IsValue { get; } = CellText.Classify(text) == TokenKind.Value || text.Any(UnknownCharacters.Contains);

    /// <summary>It is a part of a label or heading that was found.</summary>
    public bool IsClaimed { get; set; }

    /// <summary>It may be a part of a label that is not the template's.</summary>
    public bool IsFree => !IsClaimed && !IsValue && Words.Length > 0;

    /// <summary>The word is to the right of this one on the same line, or to its left.</summary>
    public bool IsBeside(TableWord other) => Box.IsBeside(other.Box);

    /// <summary>A part of the word.</summary>
    /// <param name="start">Its first character.</param>
    /// <param name="length">How many characters it has.</param>
    /// <param name="left">Where it begins: its share of the width of the word.</param>
    /// <param name="right">Where it ends, in the same way.</param>
    public TableWord Part(int start, int length, double left, double right) => new(Text.Substring(start, length), Position.Shift(start),
        Box with { X = Box.X + (left * Box.Width), Width = (right - left) * Box.Width });
}
