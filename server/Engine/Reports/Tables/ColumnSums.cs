using Validation.Template;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Reports.Tables;

/// <summary>The sums of 表三 from top to bottom, as a proof of what was read.</summary>
internal static class ColumnSums
{
    private const int FirstResult = 2;

    /// <summary>In some column a sum that the row takes part in does not hold. False where rows are wanting.</summary>
    /// <param name="table">The table; others have no such sums.</param>
    /// <param name="placements">Its rows.</param>
    /// <param name="row">The row that is in doubt.</param>
    public static bool Contradict(TableTemplate table, IReadOnlyList<Placement?> placements, int row)
    {
        if (table != ApplicationsTemplate.Table || placements.Any(placement => placement is null))
        {
            return false;
        }

        var (total, carriedOut) = (table.Rows.Count - 2, table.Rows.Count - 1);
        var isResult = row is >= FirstResult && row <= total;
        var isBalance = row < FirstResult || row >= total;
        for (var column = 0; column < table.Rows[row].Cells.Count; column++)
        {
            var results = Enumerable.Range(FirstResult, total - FirstResult).Sum(result => Number(placements[result]!, column));
            if (isResult && results != Number(placements[total]!, column))
            {
                return true;
            }

            var given = Number(placements[0]!, column) + Number(placements[1]!, column);
            if (isBalance && given != Number(placements[total]!, column) + Number(placements[carriedOut]!, column))
            {
                return true;
            }
        }

        return false;
    }

    private static double Number(Placement placement, int column)
    {
        var (state, value) = CellText.Read(placement.Cells[column].Text, hasDecimals: false);
        return state == State.Number ? value : 0;
    }
}
