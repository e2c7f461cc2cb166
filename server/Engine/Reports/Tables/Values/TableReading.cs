using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Labels;
using Validation.Engine.Reports.Tables.Rows;
using Validation.Form;

namespace Validation.Engine.Reports.Tables.Values;

/// <summary>A row of the form, and what was found of it.</summary>
/// <param name="Template">The row of the form.</param>
/// <param name="Index">The index of its record in the text; -1: none was found.</param>
/// <param name="Record">That record. Null: none was found.</param>
internal sealed record RowReading(RowTemplate Template, int Index, TableRecord? Record)
{
    /// <summary>How many cells the row of the form has.</summary>
    public int Width => Template.Cells.Count;

    /// <summary>The values in their columns. Null: the row was not found, or which value stands where is not certain.</summary>
    public IReadOnlyList<Token>? Values { get; set; }

    /// <summary>The numbers of flowing text that stand behind the label and in none of the cells of a row that was placed.</summary>
    public IEnumerable<Token> Strays => Record is { IsGrid: false } && Record.Filled > Width ? Record.FilledValues.Except(Values!) : [];
}

/// <summary>One way to read a table: its records, the rows that they are, and the values in their columns.</summary>
internal sealed class TableReading
{
    private readonly bool _lastIsTotal;

    // In a grid whose rows all have as many cells: where the numbers of each row begin that can only be read in one way, and which cell
    // stands behind its labels.
    private readonly List<(int FirstCell, int FirstNumber)> _firsts;

    /// <param name="table">The table.</param>
    /// <param name="records">The records of its text; those that stand under headings come to know them.</param>
    /// <param name="content">The lines of that text.</param>
    public TableReading(TableTemplate table, IReadOnlyList<TableRecord> records, List<TextLine> content)
    {
        // Where neither cells nor words have places of their own, a row of empty cells may leave no trace.
        var mayLackBlanks = !content.Exists(static line => line.Cells is not null || line.Words is not null);
        (Table, Records) = (table, records);
        HeadingBlock.Assign(table, records);
        WordsForNumbers.Divide(table, records);
        var recordOf = new RowAligner(table, records).Align(mayLackBlanks);
        Rows = [.. recordOf.Select((index, row) => new RowReading(table.Rows[row], index, index < 0 ? null : records[index]))];
        _lastIsTotal = FormSums.GroupWidth(table) == table.Rows[0].Cells.Count;
        var grid = Rows.FindAll(static row => row.Record is { IsGrid: true });
        var isEven = grid.Count > 1 && grid.TrueForAll(row => CellsOf(row) == CellsOf(grid[0]));
        _firsts =
        [
            .. from row in isEven ? grid : []
               let offsets = ValuePlacer.Offsets(row.Record!, row.Width)
               where offsets.First == offsets.Last
               select (row.Record!.FirstCell, row.Record.FirstCell + offsets.First),
        ];
        Rows.ForEach(row => row.Values = row.Record is null ? null : Place(row.Record, row.Template));
        var disproved = Rows.Where((row, i) => row is { Record.HasGluedZeros: true } && HasWrongSum(i)).ToList();
        disproved.ForEach(static row => row.Values = null);
        var unclaimed = records.Index().Where(record => record.Item.Filled > 0 && !recordOf.Contains(record.Index)).ToList();
        Moved = FindMoved(unclaimed);
        Leftover = [.. unclaimed.ExceptBy(Moved.Select(static row => row.Index), static record => record.Index)];
    }

    /// <summary>The table of the form that was read.</summary>
    public TableTemplate Table { get; }

    /// <summary>The records, in the order of the text.</summary>
    public IReadOnlyList<TableRecord> Records { get; }

    /// <summary>The rows of the form, and the record of each.</summary>
    public List<RowReading> Rows { get; }

    /// <summary>The rows that stand elsewhere in the table than in the template and can be read, in the order of the text.</summary>
    public IReadOnlyList<RowReading> Moved { get; }

    /// <summary>The records with numbers that are those of no row, and the index of each.</summary>
    public IReadOnlyList<(int Index, TableRecord Record)> Leftover { get; }

    /// <summary>How many rows were found.</summary>
    public int Found => Rows.Count(static row => row.Record is not null);

    /// <summary>So much was found that the table must be there.</summary>
    public bool IsFound => Found * 5 >= Rows.Count && Found > 0;

    /// <summary>How many rows were found with every number in its column.</summary>
    public int Readable => Rows.Count(static row => row.Values is not null);

    /// <summary>Each row that both read has the same numbers in both.</summary>
    public bool Agrees(TableReading other) => Rows.Zip(other.Rows)
        .All(static pair => pair is not ({ Values: { } own }, { Values: { } others }) || own.SequenceEqual(others, Token.ByText));

    /// <summary>In a grid whose rows all have as many cells, the column in which most rows begin. Null: nothing that is usual.</summary>
    public int? UsualFirst() => _firsts.CountBy(static row => row.FirstNumber)
        .OrderByDescending(static first => first.Value).ThenBy(static first => first.Key)
        .Select(static first => (int?)first.Key).FirstOrDefault();

    /// <summary>The values of a record as those of a row. Null: which stands where is not certain.</summary>
    public IReadOnlyList<Token>? Place(TableRecord record, RowTemplate row)
    {
        var width = row.Cells.Count;
        return record.Headings?.MapOf(row) is { Found: > 0 } map && (record.HasColumns || !map.IsInOrder)
            ? map.Place(record, record.Headings.Width)
            : record.IsUnclear || IsCellLost(record, width) || IsNumberApart(record, width) ? null
            : ValuePlacer.Place(record, width, _lastIsTotal, FirstLike(record));
    }

    // Only a row of a grid with the exact label counts, and only where no other record has it.
    private List<RowReading> FindMoved(List<(int Index, TableRecord Record)> unclaimed)
    {
        var labels = LabelWords.Of(Table);
        var candidates =
            from left in unclaimed
            where left.Record is { IsGrid: true, Labels.Count: > 0 }
            let row = labels.RowOf(left.Record.Labels[^1].Text)
            where row >= 0 && Rows[row].Record is null
            let values = Place(left.Record, Table.Rows[row])
            group new RowReading(Table.Rows[row], left.Index, left.Record) { Values = values } by row into found
            where found.Count() == 1
            select found.Single();
        return [.. candidates.Where(static row => row.Values is not null)];
    }

    // The only number of a row, apart from its label, while those of like rows are not: the cell may be empty, and the number that of the
    // page.
    private bool IsNumberApart(TableRecord record, int width) =>
        width == 1 && record is { IsGrid: false, HasGapBeforeValues: true, Values: [{ Kind: TokenKind.Value } only, ..] }
        && PageNumbers.IsPossible(only.Text)
        && Rows.FindAll(other => other.Width == width && other.Record is { Filled: > 0 }) is { Count: > 0 } like
        && !like.Exists(other => other.Record != record && other.Record!.HasGapBeforeValues);

    // A row of a grid that begins like others and is shorter, though empty cells stand at its end: one of its numbers has lost its cell.
    private bool IsCellLost(TableRecord record, int width) =>
        record is { IsGrid: true, Filled: > 0, Values: [.., { Kind: TokenKind.Gap }] } && record.Filled < width
        && Rows.Exists(other => other.Width == width && other.Record is { } like
            && like.FirstCell == record.FirstCell && like.Values.Count > record.Values.Count);

    // Where the numbers of all rows begin whose labels end in the same cell. Null: there are none, or they differ.
    private int? FirstLike(TableRecord record)
    {
        int? first = null;
        foreach (var (cell, number) in _firsts)
        {
            if (cell == record.FirstCell && number != (first ??= number))
            {
                return null;
            }
        }

        return first;
    }

    private static int CellsOf(RowReading row) => row.Record!.FirstCell + row.Record.Values.Count;

    // In some column of 表三 a sum that the row takes part in does not hold. False where rows are wanting, and in other tables.
    private bool HasWrongSum(int row)
    {
        var isWhole = Rows.TrueForAll(static other => other.Values is not null);
        ColumnSum[] sums = isWhole && Table == ApplicationsTemplate.Table ? [FormSums.Results, FormSums.Balance] : [];
        return sums.Any(sum => sum.SignOf(row) != 0 && Enumerable.Range(0, Rows[row].Width).Any(column => Rows.Index()
            .Sum(other => sum.SignOf(other.Index) * CellText.Read(other.Item.Values![column].Text, hasDecimals: false).Value) != 0));
    }
}
