using Validation.Engine.Reports.Tables.Rows;
using Validation.Form;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Reports.Tables.Values;

/// <summary>The sums of the form as a proof of what was read.</summary>
internal static class SumProof
{
    /// <summary>The last of so many cells is the sum of the others, and none of them is invalid.</summary>
    public static bool AddsUp(IEnumerable<Token> cells, int first, int count)
    {
        var read = cells.Skip(first).Take(count).Select(static cell => CellText.Read(cell.Text, hasDecimals: false)).ToList();
        return read.TrueForAll(static cell => cell.State != State.Invalid)
            && read.SkipLast(1).Sum(static cell => cell.Value) == read[^1].Value;
    }

    /// <summary>The only place of so many neighbours among the values that add up. Null: there is none, or several.</summary>
    public static int? OnlyRun(IReadOnlyList<Token> values, int width, int from, int to)
    {
        var runs = Enumerable.Range(from, Math.Max(0, to - from + 1)).Where(first => AddsUp(values, first, width)).Take(2).ToList();
        return runs is [var only] ? only : null;
    }

    /// <summary>In some column of 表三 a sum that the row takes part in does not hold. False where rows are wanting.</summary>
    /// <param name="table">The table; others have no such sums.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="row">The index of the row that is in doubt.</param>
    public static bool Contradicts(TableTemplate table, List<RowReading> rows, int row)
    {
        var isWhole = rows.TrueForAll(static other => other.Values is not null);
        ColumnSum[] sums = isWhole && table == ApplicationsTemplate.Table ? [FormSums.Results, FormSums.Balance] : [];
        return sums.Any(sum => sum.SignOf(row) != 0 && Enumerable.Range(0, table.Rows[row].Cells.Count).Any(column =>
            rows.Index().Sum(other => sum.SignOf(other.Index) * Value(other.Item.Values![column])) != 0));
    }

    private static double Value(Token cell) => CellText.Read(cell.Text, hasDecimals: false).Value;
}
