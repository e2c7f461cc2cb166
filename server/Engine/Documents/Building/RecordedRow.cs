namespace Validation.Engine.Documents.Building;

/// <summary>A row while a document is recorded.</summary>
internal sealed class RecordedRow
{
    /// <summary>The cells that ended so far: whether there is text in them.</summary>
    public List<bool> Cells { get; } = [];

    /// <summary>Its definition. Null: it has none, or the row has not ended.</summary>
    public RowShape? Shape { get; set; }

    /// <summary>Whether its end was met.</summary>
    public bool HasEnded { get; set; }

    /// <summary>It was deleted while changes were recorded.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>The columns of the table at which its cells begin, and the one behind its last cell.</summary>
    public int[] Columns { get; set; } = [];
}
