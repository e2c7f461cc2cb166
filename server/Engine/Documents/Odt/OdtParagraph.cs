using Validation.Engine.Documents.Packages;

namespace Validation.Engine.Documents.Odt;

/// <summary>A paragraph that is being read; drawings in it have paragraphs of their own.</summary>
/// <param name="start">Where its text begins in the buffer.</param>
/// <param name="number">The number before its text. Null: none.</param>
/// <param name="isHidden">Its text is hidden.</param>
internal sealed class OdtParagraph(int start, string? number, bool isHidden)
{
    /// <summary>Where its text begins in the buffer.</summary>
    public int Start { get; } = start;

    /// <summary>The number before its text. Null: none.</summary>
    public string? Number { get; } = number;

    /// <summary>Its text is hidden.</summary>
    public bool IsHidden { get; } = isHidden;

    /// <summary>What its drawings hold. Null: there are none.</summary>
    public List<Step>? Boxes { get; set; }

    /// <summary>How many drawings are open, one in the other.</summary>
    public int Drawings { get; set; }

    /// <summary>The last character was white space, so that more of it adds nothing.</summary>
    public bool IsBehindSpace { get; set; } = true;
}
