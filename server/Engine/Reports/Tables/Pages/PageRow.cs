using Validation.Engine.Documents;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>A row of a table as pages show it.</summary>
internal sealed class PageRow
{
    private const double MostDrift = 0.4;

    /// <summary>A row that stands where its label does.</summary>
    /// <param name="label">The label, of the template or not.</param>
    /// <param name="index">Which row of the template it is; -1: none.</param>
    public PageRow(Phrase label, int index = -1) => (Label, Index, Place) = (label, index, label);

    /// <summary>A row whose label is not known yet.</summary>
    public PageRow(List<TableWord> line) => (Cells, Place) = (line, new Phrase(string.Empty, line));

    /// <summary>The label of the row, of the template or not. Null: none was found.</summary>
    public Phrase? Label { get; set; }

    /// <summary>Which row of the template it is; -1: none.</summary>
    public int Index { get; } = -1;

    /// <summary>What shows where it stands: its label, or its numbers.</summary>
    public Phrase Place { get; }

    /// <summary>The words in its cells.</summary>
    public List<TableWord> Cells { get; } = [];

    /// <summary>Which words are its own is not certain.</summary>
    public bool IsUnclear { get; set; }

    /// <summary>Words stand above or below others in its cells, those of a long number or of a row beside it.</summary>
    public bool IsCrowded { get; private set; }

    /// <summary>Rows that lines of its cells may belong to as well: if the crowded row makes no sense, they lack them.</summary>
    public List<PageRow> Rivals { get; } = [];

    /// <summary>It has words, all of which stand wholly above or below its label.</summary>
    public bool IsApart => Cells.Count > 0 && Cells.TrueForAll(word => Place.Distance(word.Box) > MostDrift * word.Box.Height);

    /// <summary>Where its numbers stand, or would stand.</summary>
    public PagePlace Line => Cells.Count > 0 ? Cells[0].Box : Place.Boxes[^1];

    /// <summary>Gives the row a line of numbers.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isApart">It stands beside no label.</param>
    /// <param name="rivals">Rows that it may belong to as well.</param>
    public void Take(IReadOnlyList<TableWord> line, bool isApart, IEnumerable<PageRow> rivals)
    {
        var isInTheWay = line.Any(IsInTheWayOf);
        IsCrowded |= isInTheWay;
        Rivals.AddRange(isInTheWay || isApart ? rivals : []);
        Cells.AddRange(line);
    }

    /// <summary>A word of the row stands above or below that one.</summary>
    public bool IsInTheWayOf(TableWord word) => Cells.Exists(own => own.Box.Overlap(word.Box) > 0);
}
