using Validation.Engine.Reports.Text;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Reports.Tables;

/// <summary>The values of a row in their columns.</summary>
/// <param name="Cells">One token for each column.</param>
/// <param name="Strays">Numbers of the record that belong to no column.</param>
internal sealed record Placement(IReadOnlyList<Token> Cells, IReadOnlyList<Token> Strays);

/// <summary>Puts the values of a record into columns where that is certain, and gives up where it is not.</summary>
internal static class ValuePlacer
{
    // Where a row has more cells, rules check its sums.
    private const int MostWithoutSums = 3;

    /// <summary>The placement, or null when the values cannot be told apart.</summary>
    /// <param name="record">The record.</param>
    /// <param name="width">How many columns the row has.</param>
    /// <param name="lastIsTotal">The last column is the sum of the others: it then proves a placement.</param>
    /// <param name="usualFirst">Where the first value stands in like rows of the grid. Null: not known.</param>
    public static Placement? Place(TableRecord record, int width, bool lastIsTotal, int? usualFirst) =>
        record.IsGrid ? PlaceGrid(record, width, lastIsTotal, usualFirst) : PlaceFlow(record, width, lastIsTotal);

    /// <summary>How far the values may be moved: the offsets at which nothing but empty cells is left out.</summary>
    public static IReadOnlyList<int> Offsets(TableRecord record, int width)
    {
        var first = record.Values.FindIndex(value => value.Kind != TokenKind.Gap);
        var last = record.Values.FindLastIndex(value => value.Kind != TokenKind.Gap);
        var most = record.Values.Count - width;
        var offsets = new List<int>();
        for (var offset = Math.Max(0, last - width + 1); offset <= (first < 0 ? most : Math.Min(most, first)); offset++)
        {
            offsets.Add(offset);
        }

        return offsets;
    }

    private static Placement? PlaceGrid(TableRecord record, int width, bool lastIsTotal, int? usualFirst)
    {
        var offsets = Offsets(record, width);
        var isUsual = usualFirst is not null && offsets.Contains(usualFirst.Value - record.FirstCell);
        int? offset = offsets.Count == 1 ? offsets[0] : isUsual ? usualFirst - record.FirstCell : null;
        if (offset is null && offsets.Count > 1 && (record.Filled == 0 || width == 1))
        {
            offset = offsets[0];
        }

        if (offset is null && lastIsTotal && usualFirst is null)
        {
            var sums = offsets.Where(start => AddsUp(record.Values.GetRange(start, width))).ToList();
            offset = sums.Count == 1 ? sums[0] : null;
        }

        if (offset is not null)
        {
            return new Placement(record.Values.GetRange(offset.Value, width), []);
        }

        // A row whose last empty cells were cut off.
        if (record.Values.Count < width && (usualFirst == record.FirstCell || record.Filled == 0))
        {
            return new Placement([.. record.Values, .. Enumerable.Repeat(Empty(record), width - record.Values.Count)], []);
        }

        return record.CellsBehindLabels is { } cells && cells.Count == width ? new Placement([.. cells.Select(AsValue)], []) : null;
    }

    private static Placement? PlaceFlow(TableRecord record, int width, bool lastIsTotal)
    {
        var values = record.Values.Where(value => value.Kind == TokenKind.Value).ToList();
        if (width > 1 && values.Exists(value => GluedZeros.IsRun(value.Text)))
        {
            return GluedZeros.Split(values, width) is { } parted ? new Placement(parted, []) : null;
        }

        if (values.Count == width)
        {
            return width <= MostWithoutSums && MayEndWithPageNumber(record, values) ? null : new Placement(values, []);
        }

        if (values.Count == 0)
        {
            return new Placement([.. Enumerable.Repeat(Empty(record), width)], []);
        }

        if (width == 1)
        {
            return Split(values, BesideLabel(record, values), width);
        }

        return values.Count > width ? Choose(values, width, lastIsTotal) : FillGaps(record, values, width, lastIsTotal);
    }

    // Numbers each on its line, with an empty line between some of them and none between others: that one may be an empty cell, and the
    // last number that of the page.
    private static bool MayEndWithPageNumber(TableRecord record, List<Token> values)
    {
        if (values.Count < 3 || !PageNumbers.IsPossible(values[^1].Text)
            || values.Select(value => value.Position.Order).Distinct().Count() < values.Count)
        {
            return false;
        }

        var places = values.ConvertAll(value => record.Values.IndexOf(value));
        var isApart = places.Zip(places.Skip(1), (place, next) => next > place + 1).Distinct();
        return isApart.Count() > 1;
    }

    private static int BesideLabel(TableRecord record, List<Token> values) =>
        record.Labels.Count == 0 ? 0 : Math.Max(0, values.FindIndex(value => value.Position.Order == record.Labels[^1].Position.Order));

    // More numbers than columns: the row is the line that has just as many, or the only run that adds up.
    private static Placement? Choose(List<Token> values, int width, bool lastIsTotal)
    {
        var lines = values.GroupBy(value => value.Position.Order).Where(line => line.Count() == width).ToList();
        if (lines.Count == 1)
        {
            return Split(values, values.IndexOf(lines[0].First()), width);
        }

        if (!lastIsTotal)
        {
            return null;
        }

        var runs = Enumerable.Range(0, values.Count - width + 1).Where(first => AddsUp(values.GetRange(first, width))).ToList();
        return runs.Count == 1 ? Split(values, runs[0], width) : null;
    }

    private static Placement Split(List<Token> values, int first, int width) =>
        new(values.GetRange(first, width), [.. values.Take(first), .. values.Skip(first + width)]);

    // Fewer numbers than columns, each on its line, and just as many empty lines as are wanting: these are the empty cells if the row then
    // adds up.
    private static Placement? FillGaps(TableRecord record, List<Token> values, int width, bool lastIsTotal)
    {
        var isOnePerLine = values.Select(value => value.Position.Order).Distinct().Count() == values.Count;
        var cells = record.Values;
        var areCells = isOnePerLine && !record.HasGapBeforeValues && cells.Count == width && values[^1] == cells[^1];
        return lastIsTotal && areCells && AddsUp(cells) ? new Placement(cells, []) : null;
    }

    /// <summary>The last of the cells is the sum of the others.</summary>
    public static bool AddsUp(IReadOnlyList<Token> cells)
    {
        double sum = 0, last = 0;
        foreach (var cell in cells)
        {
            var (state, value) = CellText.Read(cell.Text, hasDecimals: false);
            if (state == State.Invalid)
            {
                return false;
            }

            sum += last;
            last = value;
        }

        return sum == last;
    }

    private static Token AsValue(Token cell) => cell.Kind == TokenKind.Text ? cell with { Kind = TokenKind.Value } : cell;

    private static Token Empty(TableRecord record) =>
        new(TokenKind.Gap, string.Empty, record.Labels.Count > 0 ? record.Labels[^1].Position : record.Position);
}
