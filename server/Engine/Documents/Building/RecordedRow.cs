namespace Validation.Engine.Documents.Building;

/// <summary>A table while a document is recorded.</summary>
internal sealed class RecordedTable
{
    /// <summary>Its rows, and the tables that stand between them, in their order.</summary>
    public List<object> Parts { get; } = [];

    /// <summary>The row that has begun and not ended. Null: there is none.</summary>
    public RecordedRow? OpenRow { get; set; }
}

/// <summary>A row while a document is recorded.</summary>
internal sealed class RecordedRow
{
    /// <summary>What it holds, in its order: paragraphs, as strings, and tables, which stand in cells and between them.</summary>
    public List<object> Parts { get; } = [];

    /// <summary>The cells that began so far: how many parts stand before each.</summary>
    public List<int> Starts { get; } = [];

    /// <summary>The cells that ended so far: whether there is text in them.</summary>
    public List<bool> Cells { get; } = [];

    /// <summary>Its last cell has not ended.</summary>
    public bool IsCellOpen => Starts.Count > Cells.Count;

    /// <summary>Its definition. Null: it has none, or the row has not ended.</summary>
    public RowShape? Shape { get; set; }

    /// <summary>It was deleted while changes were recorded.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>The columns of the table at which its cells begin, and the one behind its last cell.</summary>
    public int[] Columns { get; set; } = [];

    /// <summary>Drops the cells at the end that are beyond a number and hold nothing but blank paragraphs.</summary>
    public void DropBlankCells(int beyond)
    {
        while (Cells.Count > beyond && Parts.FindIndex(Starts[^1], static part => !IsBlank(part)) < 0)
        {
            Cells.RemoveAt(Cells.Count - 1);
            Parts.RemoveRange(Starts[^1], Parts.Count - Starts[^1]);
            Starts.RemoveAt(Starts.Count - 1);
        }
    }
    private static bool IsBlank(object part) => part is string text && string.IsNullOrWhiteSpace(text);
}
