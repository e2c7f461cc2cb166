using Validation.Engine.Documents.Packages;

namespace Validation.Engine.Documents.Docx;

/// <summary>What a style says of the text that a reader sees.</summary>
internal sealed class DocxStyle
{
    /// <summary>The style that it builds on.</summary>
    public string? Base { get; set; }

    /// <summary>Its list. Null: that of its base; 0: none.</summary>
    public int? List { get; set; }

    /// <summary>Its level in the list.</summary>
    public int? Level { get; set; }

    /// <summary>How its text is to be seen.</summary>
    public TextLook Look { get; set; }
}
