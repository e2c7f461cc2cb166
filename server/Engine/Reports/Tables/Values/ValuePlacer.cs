using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Tables.Rows;

namespace Validation.Engine.Reports.Tables.Values;

/// <summary>Puts the values of a record into columns where that is certain, and gives up where it is not.</summary>
internal static class ValuePlacer
{
    // Where a row has more cells, rules check its sums.
    private const int MostWithoutSums = 3;

    /// <summary>A value for each column; null when the values cannot be told apart.</summary>
    /// <param name="record">The record.</param>
    /// <param name="width">How many columns the row has.</param>
    /// <param name="lastIsTotal">The last column is the sum of the others: it then proves a placement.</param>
    /// <param name="usualFirst">Where the first value stands in like rows of the grid. Null: not known.</param>
    public static IReadOnlyList<Token>? Place(TableRecord record, int width, bool lastIsTotal, int? usualFirst) =>
        record.IsGrid ? PlaceGrid(record, width, lastIsTotal, usualFirst) : PlaceFlow(record, width, lastIsTotal);

    /// <summary>How far the values may be moved: from the first to the last offset nothing but empty cells is left out.</summary>
    public static (int First, int Last) Offsets(TableRecord record, int width)
    {
        var first = record.Values.FindIndex(static value => value.Kind != TokenKind.Gap);
        var last = record.Values.FindLastIndex(static value => value.Kind != TokenKind.Gap);
        var most = record.Values.Count - width;
        return (Math.Max(0, last - width + 1), first < 0 ? most : Math.Min(most, first));
    }

    private static List<Token>? PlaceGrid(TableRecord record, int width, bool lastIsTotal, int? usualFirst)
    {
        var (first, last) = Offsets(record, width);
        var usual = usualFirst - record.FirstCell;
        var offset = usual >= first && usual <= last ? usual
            : first == last || (first < last && (record.Filled == 0 || width == 1)) ? first
            : lastIsTotal && usualFirst is null ? SumProof.OnlyRun(record.Values, width, first, last) : null;
        if (offset is { } certain)
        {
            return record.Values.Count == width ? record.Values : record.Values.GetRange(certain, width);
        }

        // A row whose last empty cells were cut off.
        if (record.Values.Count < width && (usualFirst == record.FirstCell || record.Filled == 0))
        {
            return [.. record.Values, .. Enumerable.Repeat(record.EmptyCell, width - record.Values.Count)];
        }

        return record.CellsBehindLabels() is { } cells && cells.Count == width ? cells : null;
    }

    private static IReadOnlyList<Token>? PlaceFlow(TableRecord record, int width, bool lastIsTotal)
    {
        var values = record.FilledValues;
        if (width > 1 && record.HasGluedZeros)
        {
            return record.PartedZeros(width);
        }

        if (values.Count == 0)
        {
            return Enumerable.Repeat(record.EmptyCell, width).ToArray();
        }

        if (values.Count == width)
        {
            return width <= MostWithoutSums && MayEndWithPageNumber(record, values) ? null : values;
        }

        var areOnePerLine = TableRecord.AreOnePerLine(values);
        if (values.Count < width)
        {
            // Each number on its line, and as many empty lines among them as numbers are wanting: these are empty cells if the row adds up.
            var cells = record.Values;
            var areCells = areOnePerLine && !record.HasGapBeforeValues && cells.Count == width && values[^1] == cells[^1];
            return lastIsTotal && areCells && SumProof.AddsUp(cells, 0, width) ? cells : null;
        }

        var first = width > 1 ? OnlyLine(values, width) ?? (lastIsTotal ? SumProof.OnlyRun(values, width, 0, values.Count - width) : null)
            : areOnePerLine ? BesideLabel(record, values) : null;
        return first is { } start ? values.GetRange(start, width) : null;
    }

    // Numbers each on its line, with an empty line between some of them and none between others: that one may be an empty cell, and the
    // last number that of the page.
    private static bool MayEndWithPageNumber(TableRecord record, List<Token> values)
    {
        if (values.Count < 3 || !PageNumbers.IsPossible(values[^1].Text) || !TableRecord.AreOnePerLine(values))
        {
            return false;
        }

        var places = values.ConvertAll(record.Values.IndexOf);
        return places.Zip(places.Skip(1), static (place, next) => next > place + 1).Distinct().Count() > 1;
    }

    // A page number stands on a line of its own; "10 0" on one line may be 100, 10 or two cells.
    private static int BesideLabel(TableRecord record, List<Token> values) =>
        record.Labels.Count == 0 ? 0 : Math.Max(0, values.FindIndex(value => value.Position.Order == record.Labels[^1].Position.Order));

    // Where the only line begins that has just as many numbers as the row has columns.
    private static int? OnlyLine(List<Token> values, int width)
    {
        var lines = values.GroupBy(static value => value.Position.Order).Where(line => line.Count() == width).ToList();
        return lines is [var only] ? values.IndexOf(only.First()) : null;
    }
}
