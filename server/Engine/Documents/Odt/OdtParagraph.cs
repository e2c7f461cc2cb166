using Validation.Engine.Documents.Building;

namespace Validation.Engine.Documents.Odt;

/// <summary>A paragraph that is being read; drawings in it have paragraphs of their own.</summary>
/// <param name="Start">Where its text begins in the buffer.</param>
/// <param name="Number">The number before its text. Null: none.</param>
/// <param name="IsHidden">Its text is hidden.</param>
internal sealed record OdtParagraph(int Start, string? Number, bool IsHidden)
{
    /// <summary>What its drawings hold. Null: there are none.</summary>
    public List<Step>? Boxes { get; set; }

    /// <summary>How many drawings are open, one in the other.</summary>
    public int Drawings { get; set; }

    /// <summary>The last character was white space, so that more of it adds nothing.</summary>
    public bool IsBehindSpace { get; set; } = true;
}
