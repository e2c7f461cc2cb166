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

    /// <summary>Its text is hidden. Null: as that of its base.</summary>
    public bool? IsHidden { get; set; }
}
