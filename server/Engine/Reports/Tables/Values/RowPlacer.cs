using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Tables.Rows;
using Validation.Form;

namespace Validation.Engine.Reports.Tables.Values;

/// <summary>Puts the values of records into columns, as the rows of their table that were found show how.</summary>
internal sealed class RowPlacer
{
    private readonly List<RowReading> _rows;
    private readonly bool _lastIsTotal;

    // In a grid whose rows all have as many cells: where the numbers of each row begin that can only be read in one way, and which cell
    // stands behind its labels.
    private readonly List<(int FirstCell, int FirstNumber)> _firsts;

    public RowPlacer(TableTemplate table, List<RowReading> rows)
    {
        _rows = rows;
        _lastIsTotal = FormSums.GroupWidth(table) == table.Rows[0].Cells.Count;
        var grid = rows.FindAll(static row => row.Record is { IsGrid: true });
        var isEven = grid.Count > 1 && grid.TrueForAll(row => row.Record!.CellCount == grid[0].Record!.CellCount);
        _firsts =
        [
            .. from row in isEven ? grid : []
               let offsets = ValuePlacer.Offsets(row.Record!, row.Width)
               where offsets.First == offsets.Last
               select (row.Record!.FirstCell, row.Record.FirstCell + offsets.First),
        ];
    }

    /// <summary>In a grid whose rows all have as many cells, the column in which most rows begin. Null: nothing that is usual.</summary>
    public int? UsualFirst() => _firsts.CountBy(static row => row.FirstNumber)
        .OrderByDescending(static first => first.Value).ThenBy(static first => first.Key)
        .Select(static first => (int?)first.Key).FirstOrDefault();

    /// <summary>The values of a record as those of a row. Null: which stands where is not certain.</summary>
    public IReadOnlyList<Token>? Place(TableRecord record, RowTemplate row)
    {
        if (record.Headings?.MapOf(row) is { Found: > 0 } map && (record.HasColumns || !map.IsInOrder))
        {
            return map.Place(record, record.Headings.Width);
        }

        var width = row.Cells.Count;
        return record.IsUnclear || IsCellLost(record, width) || IsNumberApart(record, width)
            ? null : ValuePlacer.Place(record, width, _lastIsTotal, FirstLike(record));
    }

    // The only number of a row, apart from its label, while those of like rows are not: the cell may be empty, and the number that of the
    // page.
    private bool IsNumberApart(TableRecord record, int width)
    {
        if (width != 1 || record is not { IsGrid: false, HasGapBeforeValues: true, Values: [{ Kind: TokenKind.Value } only, ..] }
            || !PageNumbers.IsPossible(only.Text))
        {
            return false;
        }

        var like = _rows.FindAll(other => other.Width == width && other.Record is { Filled: > 0 });
        return like.Count > 0 && !like.Exists(other => other.Record != record && other.Record!.HasGapBeforeValues);
    }

    // A row of a grid that begins like others and is shorter, though empty cells stand at its end: one of its numbers has lost its cell.
    private bool IsCellLost(TableRecord record, int width) =>
        record is { IsGrid: true, Filled: > 0, Values: [.., { Kind: TokenKind.Gap }] } && record.Filled < width
        && _rows.Exists(other => other.Width == width && other.Record is { } like
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
}
