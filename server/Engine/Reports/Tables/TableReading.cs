using Validation.Engine.Reports.Text;
using Validation.Template;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Reports.Tables;

/// <summary>One way to read a table: the records of its text, laid beside the rows of the template.</summary>
internal sealed class TableReading
{
    private readonly TableTemplate _table;
    private readonly IReadOnlyList<TableRecord> _records;
    private readonly int[] _recordOf;
    private readonly Placement?[] _placements;
    private readonly int? _usualFirst;

    /// <param name="table">The table.</param>
    /// <param name="records">The records.</param>
    /// <param name="mayLackBlanks">
    /// The text shows no empty cells, so that a row of these may leave no trace. False: cells or words have places of their own.
    /// </param>
    public TableReading(TableTemplate table, IReadOnlyList<TableRecord> records, bool mayLackBlanks)
    {
        _table = table;
        _records = records;
        HeadingBlock.Assign(table, records);
        _recordOf = table.Rows is [{ Label.Length: 0 } only]
            ? [WidestRecord(records, only, mayLackBlanks)]
            : RowAligner.Align(records, table.Rows);
        _usualFirst = UsualFirst();
        _placements = [.. table.Rows.Select((row, i) => _recordOf[i] < 0 ? null : Place(_records[_recordOf[i]], row))];
        DropDisproved();
    }

    /// <summary>What stands beside a document's table, as rows: text that repeats one of its rows.</summary>
    public IReadOnlyList<TableRecord> Beside { get; set; } = [];

    /// <summary>How many rows were found.</summary>
    public int Found => _recordOf.Count(record => record >= 0);

    /// <summary>How many of them were found with every number in its column.</summary>
    public int Readable => _placements.Count(placement => placement is not null);

    /// <summary>So much was found that the table must be there.</summary>
    public bool IsFound => Found * 5 >= _table.Rows.Count && Found > 0;

    /// <summary>Each row that both read has the same numbers in both.</summary>
    public bool Agrees(TableReading other) => _placements.Zip(other._placements).All(row => row is not ({ } own, { } others)
        || own.Cells.Select(cell => cell.Text).SequenceEqual(others.Cells.Select(cell => cell.Text), StringComparer.Ordinal));

    private bool LastIsTotal => _table == ApplicationsTemplate.Table;

    /// <summary>Fills the cells, and notes where the text departs from the template.</summary>
    public void WriteTo(Report report, ICollection<Deviation> deviations)
    {
        var moved = FillMoved(report, deviations);
        var strays = new UnmatchedRecords(_table, _records, _recordOf, record => Place(record, _table.Rows[0])) { Moved = moved };
        for (var i = 0; i < _table.Rows.Count; i++)
        {
            var row = _table.Rows[i];
            if (_placements[i] is { } placement)
            {
                Fill(row, placement, report, deviations);
                NoteShift(row, _records[_recordOf[i]], placement, deviations);
            }
            else if (_recordOf[i] >= 0)
            {
                deviations.Add(Unreadable(row, _records[_recordOf[i]]));
            }
        }

        NoteColumns(deviations);
        strays.Note(deviations);
        RepeatedTable.Note(_table, [.. _records, .. Beside], _recordOf, Place, deviations);
        if (_table.Rows.Count > 1)
        {
            new TableLabels(_table, _records, _recordOf, strays).Note(deviations);
        }
    }

    // The rows that are read where they stand, though the template has them elsewhere.
    private Dictionary<int, int> FillMoved(Report report, ICollection<Deviation> deviations)
    {
        var moved = new Dictionary<int, int>();
        foreach (var (index, record) in MovedRows.Find(_table, _records, _recordOf))
        {
            var row = _table.Rows[index];
            if (Place(_records[record], row) is not { } placement)
            {
                continue;
            }

            moved.Add(index, record);
            Fill(row, placement, report, deviations);
            var location = _records[record].Position.ToLocation();
            deviations.Add(new Deviation { Kind = Kind.RowOrder, Path = row.Key, Expected = row.Label, Location = location });
        }

        return moved;
    }

    // Zeros that were printed without spaces, and the sums of the columns say otherwise.
    private void DropDisproved()
    {
        var glued = Enumerable.Range(0, _table.Rows.Count).Where(row =>
            _placements[row] is not null && _records[_recordOf[row]].Values.Exists(value => GluedZeros.IsRun(value.Text)));
        foreach (var row in glued.Where(row => ColumnSums.Contradict(_table, _placements, row)).ToList())
        {
            _placements[row] = null;
        }
    }

    private Placement? Place(TableRecord record, RowTemplate row)
    {
        if (record.Headings?.MapOf(row) is { Found: > 0 } map && (record.HasColumns || !map.IsInOrder))
        {
            return HeadedPlacer.Place(record, map, record.Headings.Width, LastIsTotal);
        }

        var width = row.Cells.Count;
        return record.IsUnclear || IsCellLost(record, width) || IsNumberApart(record, width)
            ? null : ValuePlacer.Place(record, width, LastIsTotal, FirstLike(record));
    }

    // The only number of a row, apart from its label, while those of like rows are not: the cell may be empty, and the number that of the
    // page.
    private bool IsNumberApart(TableRecord record, int width) =>
        width == 1 && record is { IsGrid: false, HasGapBeforeValues: true, Values: [{ Kind: TokenKind.Value } only, ..] }
        && PageNumbers.IsPossible(only.Text)
        && LikeRows(width).Any() && !LikeRows(width).Any(other => other != record && other.HasGapBeforeValues);

    private IEnumerable<TableRecord> LikeRows(int width) => _table.Rows.Zip(_recordOf)
        .Where(row => row.Second >= 0 && row.First.Cells.Count == width).Select(row => _records[row.Second]).Where(row => row.Filled > 0);

    // A row of a grid that begins like others and is shorter, though empty cells stand at its end: one of its numbers has lost its cell.
    private bool IsCellLost(TableRecord record, int width) =>
        record is { IsGrid: true, Filled: > 0, Values: [.., { Kind: TokenKind.Gap }] } && record.Filled < width
        && _table.Rows.Zip(_recordOf).Any(row => row.Second >= 0 && row.First.Cells.Count == width
            && _records[row.Second].FirstCell == record.FirstCell && _records[row.Second].Values.Count > record.Values.Count);

    private static void Fill(RowTemplate row, Placement placement, Report report, ICollection<Deviation> deviations)
    {
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var token = placement.Cells[i];
            if (token.Kind == TokenKind.Absent)
            {
                continue;
            }

            CellText.Fill(row.Cells[i].Of(report), token.Text, token.Position, row.Cells[i].HasDecimals);
        }

        foreach (var stray in placement.Strays)
        {
            var kind = PageNumbers.IsPossible(stray.Text) ? Kind.PageNumber : Kind.StrayValue;
            deviations.Add(new Deviation { Kind = kind, Path = row.Key, Actual = stray.Text, Location = stray.Position.ToLocation() });
        }
    }

    private static Deviation Unreadable(RowTemplate row, TableRecord record) => new()
    {
        Kind = Kind.UnreadableRow,
        Path = row.Key,
        Expected = row.Label,
        Actual = string.Join(' ', record.Values.Where(value => value.Kind == TokenKind.Value).Select(value => value.Text)),
        Location = record.Position.ToLocation(),
    };

    private void NoteShift(RowTemplate row, TableRecord record, Placement placement, ICollection<Deviation> deviations)
    {
        var first = record.Values.IndexOf(placement.Cells[0]) + record.FirstCell;
        if (_usualFirst is not null && record is { IsGrid: true, HasColumns: false } && record.Filled > 0 && first != _usualFirst)
        {
            deviations.Add(new Deviation { Kind = Kind.ShiftedRow, Path = row.Key, Location = placement.Cells[0].Position.ToLocation() });
        }
    }

    private void NoteColumns(ICollection<Deviation> deviations)
    {
        var noted = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < _table.Rows.Count; i++)
        {
            var row = _table.Rows[i];
            if (_placements[i] is null || _records[_recordOf[i]].Headings?.MapOf(row) is not { Found: > 0 } map)
            {
                continue;
            }

            var record = _records[_recordOf[i]];
            var expected = string.Join('、', map.LeftToRight.Order().Select(cell => row.Cells[cell].Column));
            var actual = string.Join('、', map.LeftToRight.Select(cell => row.Cells[cell].Column));
            if (!map.IsInOrder && noted.Add(actual))
            {
                deviations.Add(new Deviation
                {
                    Kind = Kind.ColumnOrder,
                    Path = _table.Key,
                    Expected = expected,
                    Actual = actual,
                    Location = record.Headings!.Position.ToLocation(),
                });
            }

            foreach (var other in map.Others.Where(other => record.HasColumns && noted.Add(other.Words)))
            {
                var (text, location) = (other.Token.Text, other.Token.Position.ToLocation());
                deviations.Add(new Deviation { Kind = Kind.ExtraColumn, Path = _table.Key, Actual = text, Location = location });
            }
        }
    }

    // In a grid whose rows all have as many cells, the column in which most rows begin.
    private int? UsualFirst() => IsRectangular()
        ? Firsts(_ => true).GroupBy(first => first).OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
            .Select(group => (int?)group.Key).FirstOrDefault()
        : null;

    // The column in which all rows begin whose labels end where those of the record do. Null: they differ, so that nothing follows.
    private int? FirstLike(TableRecord record)
    {
        if (!record.IsGrid || !IsRectangular())
        {
            return null;
        }

        var firsts = Firsts(other => other.FirstCell == record.FirstCell).Distinct().ToList();
        return firsts.Count == 1 ? firsts[0] : null;
    }

    private bool IsRectangular()
    {
        var found = _recordOf.Where(record => record >= 0).Select(record => _records[record]);
        var counts = found.Where(record => record.IsGrid).Select(record => record.CellCount).ToList();
        return counts.Count > 1 && counts.Distinct().Count() == 1;
    }

    // Where the numbers of those rows begin that can only be read in one way.
    private IEnumerable<int> Firsts(Func<TableRecord, bool> isMeant) =>
        from row in _table.Rows.Zip(_recordOf, (row, record) => (Width: row.Cells.Count, Record: record))
        where row.Record >= 0 && isMeant(_records[row.Record])
        let offsets = ValuePlacer.Offsets(_records[row.Record], row.Width)
        where offsets.Count == 1
        select _records[row.Record].FirstCell + offsets[0];

    // A table of a single row without a label: the record with all its numbers, else the one that comes nearest.
    private static int WidestRecord(IReadOnlyList<TableRecord> records, RowTemplate row, bool mayLackBlanks)
    {
        var width = row.Cells.Count;
        var best = -1;
        var headings = records.Count;
        for (var i = 0; i < records.Count; i++)
        {
            headings = headings == records.Count && HasHeadings(records[i], row) ? i : headings;
            var filled = records[i].FilledOf(width);
            var isBetter = best < 0 || Math.Min(filled, width) >= Math.Min(records[best].FilledOf(width), width);
            var isLikely = filled >= width || (i >= headings && records[i].HasValues && records[i].Values.Count > width / 2);
            if (isLikely && isBetter)
            {
                best = i;
            }
        }

        return best >= 0 || headings == records.Count || !mayLackBlanks || HasOtherNumbers(records, headings) ? best : headings;
    }

    // "0,0,3,0,3": numbers below the headings, though none that can be told apart.
    private static bool HasOtherNumbers(IReadOnlyList<TableRecord> records, int first) => records.Skip(first)
        .SelectMany(record => record.Labels)
        .Any(label => label.Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 && !label.Text.Any(char.IsLetter));

    // Headings may be printed one character below another, those of several columns in turn: then only the characters are there.
    private static bool HasHeadings(TableRecord record, RowTemplate row)
    {
        var characters = row.Headings.SelectMany(heading => heading).ToHashSet();
        return characters.Count(character => record.Words.Contains(character, StringComparison.Ordinal)) * 3 >= characters.Count * 2;
    }
}
