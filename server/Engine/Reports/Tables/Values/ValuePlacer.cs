using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Tables.Rows;
using State = Validation.V1.Cell.Types.State;

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

    /// <summary>The last of so many cells is the sum of the others, and none of them is invalid.</summary>
    public static bool AddsUp(IEnumerable<Token> cells, int first, int count)
    {
        var read = cells.Skip(first).Take(count).Select(static cell => CellText.Read(cell.Text, hasDecimals: false)).ToList();
        return read.TrueForAll(static cell => cell.State != State.Invalid)
            && read.SkipLast(1).Sum(static cell => cell.Value) == read[^1].Value;
    }

    private static List<Token>? PlaceGrid(TableRecord record, int width, bool lastIsTotal, int? usualFirst)
    {
        var (first, last) = Offsets(record, width);
        var usual = usualFirst - record.FirstCell;
        var offset = usual >= first && usual <= last ? usual
            : first == last || (first < last && (record.Filled == 0 || width == 1)) ? first
            : lastIsTotal && usualFirst is null ? OnlyRun(record.Values, width, first, last) : null;

        // The last empty cells of a row may have been cut off.
        var isCutOff = record.Values.Count < width && (usualFirst == record.FirstCell || record.Filled == 0);
        return offset is { } certain ? record.Values.Count == width ? record.Values : record.Values.GetRange(certain, width)
            : isCutOff ? [.. record.Values, .. Enumerable.Repeat(record.EmptyCell, width - record.Values.Count)]
            : record.CellsBehindLabels() is { } cells && cells.Count == width ? cells : null;
    }

    private static IReadOnlyList<Token>? PlaceFlow(TableRecord record, int width, bool lastIsTotal)
    {
        var values = record.FilledValues;
        return width > 1 && record.HasGluedZeros ? record.PartedZeros(width)
            : values.Count == 0 ? Enumerable.Repeat(record.EmptyCell, width).ToArray()
            : values.Count == width ? width <= MostWithoutSums && MayEndWithPageNumber(record, values) ? null : values
            : values.Count < width ? lastIsTotal && HasEmptyLines(record, values, width) ? record.Values : null
            : FirstOf(values, record, width, lastIsTotal) is { } first ? values.GetRange(first, width) : null;
    }

    // Each number on its line, and as many empty lines among them as numbers are wanting: these are empty cells if the row adds up.
    private static bool HasEmptyLines(TableRecord record, List<Token> values, int width) => TableRecord.AreOnePerLine(values)
        && !record.HasGapBeforeValues && record.Values.Count == width && values[^1] == record.Values[^1] && AddsUp(record.Values, 0, width);

    // Numbers each on its line, with an empty line between some of them and none between others: that one may be an empty cell, and the
    // last number that of the page.
    private static bool MayEndWithPageNumber(TableRecord record, List<Token> values) => values.Count >= 3
        && PageNumbers.IsPossible(values[^1].Text) && TableRecord.AreOnePerLine(values)
        && values.ConvertAll(record.Values.IndexOf) is var places
        && places.Zip(places.Skip(1), static (place, next) => next > place + 1).Distinct().Count() > 1;

    // Where the row begins among more numbers than it has. A page number stands on a line of its own; "10 0" on one line may be 100, 10 or
    // two cells.
    private static int? FirstOf(List<Token> values, TableRecord record, int width, bool lastIsTotal) =>
        width > 1 ? OnlyLine(values, width) ?? (lastIsTotal ? OnlyRun(values, width, 0, values.Count - width) : null)
        : !TableRecord.AreOnePerLine(values) ? null
        : record.Labels is [.., var label] ? Math.Max(0, values.FindIndex(value => value.Position.Order == label.Position.Order)) : 0;

    // Where the only line begins that has just as many numbers as the row has columns.
    private static int? OnlyLine(List<Token> values, int width)
    {
        var lines = values.GroupBy(static value => value.Position.Order).Where(line => line.Count() == width).ToList();
        return lines is [var only] ? values.IndexOf(only.First()) : null;
    }

    // The only place of so many neighbours among the values that add up. Null: there is none, or several.
    private static int? OnlyRun(IReadOnlyList<Token> values, int width, int from, int to)
    {
        var runs = Enumerable.Range(from, Math.Max(0, to - from + 1)).Where(first => AddsUp(values, first, width)).Take(2).ToList();
        return runs is [var only] ? only : null;
    }
}
