using Validation.Engine.Documents;
using Validation.Engine.Documents.Pdf;
using Validation.Engine.Reports.Text;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>A printed word in the section that holds a table.</summary>
internal sealed class TableWord(string text, Position position, PagePlace box)
{
    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>The text, form left aside.</summary>
    public string Words { get; } = Characters.Words(text);

    /// <summary>Where it stands in the document.</summary>
    public Position Position { get; } = position with { Place = box };

    /// <summary>Where it stands on its page.</summary>
    public PagePlace Box { get; } = box;

    /// <summary>It may stand in a cell: a number or a dash.</summary>
    public bool IsValue { get; } = CellText.Classify(text) == TokenKind.Value;

    /// <summary>Its font does not say which characters it shows: it may be a number.</summary>
    public bool IsUnknown { get; } = text.Any(UnknownCharacters.Contains);

    /// <summary>It is a part of a label or heading that was found.</summary>
    public bool IsClaimed { get; set; }

    /// <summary>The word is to the right of this one on the same line, or to its left.</summary>
    public bool IsBeside(TableWord other) =>
        Box.Page == other.Box.Page && Math.Abs(Box.CenterY - other.Box.CenterY) <= 0.35 * Math.Min(Box.Height, other.Box.Height);

    /// <summary>So little space is between that word and this one that both may be one number, set with wide spaces.</summary>
    public bool IsCloseBehind(TableWord before) =>
        Box.X - before.Box.Right < 0.5 * Math.Min(Box.Width / Text.Length, before.Box.Width / before.Text.Length);
}
