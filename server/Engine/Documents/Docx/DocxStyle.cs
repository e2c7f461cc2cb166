using Validation.Engine.Documents.Building;

namespace Validation.Engine.Documents.Docx;

/// <summary>What a style says of the text that a reader sees.</summary>
internal sealed class DocxStyle
{
    public string? Base { get; set; }

    /// <summary>Its list. Null: that of its base; 0: none.</summary>
    public int? List { get; set; }

    public int? Level { get; set; }

    /// <summary>How its text is to be seen.</summary>
    public TextLook Look { get; set; }
}
