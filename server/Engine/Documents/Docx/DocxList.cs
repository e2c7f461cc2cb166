namespace Validation.Engine.Documents.Docx;

/// <summary>A list: a definition, and where it departs from that. [ISO 29500-1] 17.9.15</summary>
internal sealed class DocxList
{
    /// <summary>The number of the definition that the list uses; -1: none.</summary>
    public int Definition { get; set; } = -1;

    /// <summary>Levels of its own. Null: the definition's.</summary>
    public DocxLevel?[] Levels { get; } = new DocxLevel?[DocxNumbering.Levels];

    /// <summary>Where each level begins at the first paragraph of this list. Null: it goes on.</summary>
    public int?[] Starts { get; } = new int?[DocxNumbering.Levels];

    /// <summary>A paragraph of the list has come.</summary>
    public bool HasBegun { get; set; }
}
