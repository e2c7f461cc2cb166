using Validation.Engine.Documents;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>A row of a table as pages show it.</summary>
/// <param name="boxes">What its label takes of each page; without a label, its numbers.</param>
/// <param name="label">The label. Null: it is not one of the template.</param>
/// <param name="index">Which row of the template it is; -1: none.</param>
internal sealed class PageRow(IReadOnlyList<PagePlace> boxes, Phrase? label = null, int index = -1)
{
    // No column is so narrow that it breaks a shorter number.
    private const int LeastWrapped = 2;

    private readonly IReadOnlyList<PagePlace> _boxes = boxes;

    /// <summary>The label.</summary>
    public Phrase? Label { get; } = label;

    /// <summary>Which row of the template it is; -1: none.</summary>
    public int Index { get; } = index;

    /// <summary>The words of the label where it is not one of the template.</summary>
    public List<TableWord> OtherLabel { get; } = [];

    /// <summary>The words in its cells.</summary>
    public List<TableWord> Cells { get; } = [];

    /// <summary>Which words are its own is not certain.</summary>
    public bool IsUnclear { get; set; }

    /// <summary>Rows that a line of its cells may belong to as well: if the row makes no sense with it, they lack it.</summary>
    public List<PageRow> Rivals { get; } = [];

    /// <summary>Where it begins.</summary>
    public PagePlace First => _boxes[0];

    /// <summary>Where its numbers stand, or would stand.</summary>
    public PagePlace Line => Cells.Count > 0 ? Cells[0].Box : _boxes[^1];

    /// <summary>Where it stands in the order of reading.</summary>
    public (int Page, double Y) Order => (First.Page, First.Y);

    /// <summary>How far the middle of a line is from the row, up or down; 0 within it.</summary>
    public double Distance(PagePlace line)
    {
        var least = double.PositiveInfinity;
        foreach (var box in _boxes)
        {
            if (box.Page == line.Page)
            {
                least = Math.Min(least, Math.Max(0, Math.Max(box.Y - line.CenterY, line.CenterY - box.Bottom)));
            }
        }

        return least;
    }

    /// <summary>A word of the row stands above or below one of the line.</summary>
    public bool IsInTheWayOf(IReadOnlyList<TableWord> line) => Cells.Exists(own => line.Any(word => IsUnder(own, word)));

    /// <summary>A word that stands beside the label itself is above or below one of the line.</summary>
    public bool IsInTheWayBesideLabel(IReadOnlyList<TableWord> line) =>
        Cells.Exists(own => Distance(own.Box) < 0.1 * own.Box.Height && line.Any(word => IsUnder(own, word)));

    /// <summary>Each word of the line may be the rest of a long number of the row that found no room.</summary>
    public bool IsContinuedBy(IReadOnlyList<TableWord> line) => line.All(word => Cells.Exists(own =>
        IsUnder(own, word) && own.Text.Length >= Math.Max(LeastWrapped, word.Text.Length)));

    private static bool IsUnder(TableWord own, TableWord word) =>
        Math.Min(own.Box.Right, word.Box.Right) > Math.Max(own.Box.X, word.Box.X);
}
