using Validation.Engine.Reports.Labels;
using Validation.Engine.Reports.Tables.Rows;
using Validation.Form;

namespace Validation.Engine.Reports.Tables.Values;

/// <summary>How a text shows where the values of a table stand.</summary>
internal enum TableLayout
{
    /// <summary>By the places of printed words on pages.</summary>
    Pages,

    /// <summary>By cells: those of a document's table, or tabs and pipes.</summary>
    Cells,

    /// <summary>By the order of labels and numbers alone.</summary>
    Flow,
}

/// <summary>One way to read a table: its records, the rows that they are, and the values in their columns.</summary>
internal sealed class TableReading
{
    /// <param name="table">The table.</param>
    /// <param name="records">The records of its text; those that stand under headings come to know them.</param>
    /// <param name="layout">Where these come from.</param>
    /// <param name="mayLackBlanks">
    /// The text shows no empty cells, so that a row of these may leave no trace. False: cells or words have places of their own.
    /// </param>
    public TableReading(TableTemplate table, IReadOnlyList<TableRecord> records, TableLayout layout, bool mayLackBlanks)
    {
        (Table, Records, Layout) = (table, records, layout);
        HeadingBlock.Assign(table, records);
        WordsForNumbers.Divide(table, records);
        var recordOf = new RowAligner(table, records).Align(mayLackBlanks);
        Rows = [.. recordOf.Select((index, row) => new RowReading(table.Rows[row], index, index < 0 ? null : records[index]))];
        Placer = new RowPlacer(table, Rows);
        foreach (var row in Rows)
        {
            row.Values = row.Record is null ? null : Placer.Place(row.Record, row.Template);
        }

        var disproved = Rows.Where((row, i) => row is { Record.HasGluedZeros: true } && SumProof.Contradicts(table, Rows, i)).ToList();
        disproved.ForEach(static row => row.Values = null);
        var unclaimed = records.Index().Where(record => record.Item.Filled > 0 && !recordOf.Contains(record.Index)).ToList();
        Moved = FindMoved(unclaimed);
        Leftover = [.. unclaimed.ExceptBy(Moved.Select(static row => row.Index), static record => record.Index)];
    }

    /// <summary>The table of the form that was read.</summary>
    public TableTemplate Table { get; }

    /// <summary>The records, in the order of the text.</summary>
    public IReadOnlyList<TableRecord> Records { get; }

    /// <summary>How the text shows the values.</summary>
    public TableLayout Layout { get; }

    /// <summary>The rows of the form, and the record of each.</summary>
    public List<RowReading> Rows { get; }

    /// <summary>The rows that stand elsewhere in the table than in the template and can be read, in the order of the text.</summary>
    public IReadOnlyList<RowReading> Moved { get; }

    /// <summary>The records with numbers that are those of no row, and the index of each.</summary>
    public IReadOnlyList<(int Index, TableRecord Record)> Leftover { get; }

    /// <summary>Puts the values of other records of the text into columns.</summary>
    public RowPlacer Placer { get; }

    /// <summary>How many rows were found.</summary>
    public int Found => Rows.Count(static row => row.Record is not null);

    /// <summary>So much was found that the table must be there.</summary>
    public bool IsFound => Found * 5 >= Rows.Count && Found > 0;

    /// <summary>How many rows were found with every number in its column.</summary>
    public int Readable => Rows.Count(static row => row.Values is not null);

    /// <summary>Each row that both read has the same numbers in both.</summary>
    public bool Agrees(TableReading other) => Rows.Zip(other.Rows)
        .All(static pair => pair is not ({ Values: { } own }, { Values: { } others }) || own.SequenceEqual(others, Token.ByText));

    // Only a row of a grid with the exact label counts, and only where no other record has it.
    private List<RowReading> FindMoved(List<(int Index, TableRecord Record)> unclaimed)
    {
        var labels = LabelWords.Of(Table);
        var candidates =
            from left in unclaimed
            where left.Record is { IsGrid: true, Labels.Count: > 0 }
            let row = labels.RowOf(left.Record.Labels[^1].Text)
            where row >= 0 && Rows[row].Record is null
            let values = Placer.Place(left.Record, Table.Rows[row])
            group new RowReading(Table.Rows[row], left.Index, left.Record) { Values = values } by row into found
            where found.Count() == 1
            select found.Single();
        return [.. candidates.Where(static row => row.Values is not null)];
    }
}
