using Validation.Engine.Rules;
using Validation.Template;
using Validation.V1;

namespace Validation.Engine.Diagnosis;

/// <summary>The 39 sums of 表三 as equations: what is left of each when its right side is taken from its left. 0: the sum is right.</summary>
internal sealed class ApplicationSums
{
    private const int Columns = 7;
    private const int Total = Columns - 1;
    private const int FirstResult = 2;

    private static readonly IReadOnlyList<RowTemplate> Rows = ApplicationsTemplate.Table.Rows;
    private static readonly int ResultsTotal = Rows.Count - 2;

    private readonly double[,] _values = new double[Rows.Count, Columns];
    private readonly double[] _rowRests = new double[Rows.Count];
    private readonly double[] _resultRests = new double[Columns];
    private readonly double[] _balanceRests = new double[Columns];

    private ApplicationSums()
    {
    }

    /// <summary>The equations of a report, or null when a cell is missing or invalid: then nothing follows from them.</summary>
    public static ApplicationSums? Of(Report report)
    {
        var sums = new ApplicationSums();
        for (var row = 0; row < Rows.Count; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                var term = Sums.Term(report, Rows[row].Cells[column]);
                if (!term.IsAddable)
                {
                    return null;
                }

                sums.Add(row, column, term.Value);
            }
        }

        return sums;
    }

    /// <summary>All changes of one cell, or of one cell and the total of its row, that mend what they touch.</summary>
    public IEnumerable<CellChange> Changes()
    {
        for (var row = 0; row < Rows.Count; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                var change = OneCell(row, column) ?? (column < Total ? CellAndTotal(row, column) : null);
                if (change is not null)
                {
                    yield return change;
                }
            }
        }
    }

    private void Add(int row, int column, double value)
    {
        _values[row, column] = value;
        _rowRests[row] += column < Total ? value : -value;
        _resultRests[column] += ResultSign(row) * value;
        _balanceRests[column] += BalanceSign(row) * value;
    }

    private CellChange? OneCell(int row, int column)
    {
        var needed = column < Total ? -_rowRests[row] : _rowRests[row];
        var inColumn = Needed(row, column);
        return needed != 0 && inColumn == needed && _values[row, column] + needed >= 0
            ? new CellChange([EditOf(row, column, needed)], 1 + SumsInColumn(row))
            : null;
    }

    // The row is right, and wrong in two columns by the same number.
    private CellChange? CellAndTotal(int row, int column)
    {
        var needed = Needed(row, column);
        var isExplained = _rowRests[row] == 0 && needed is not null and not 0 && Needed(row, Total) == needed
            && _values[row, column] + needed >= 0 && _values[row, Total] + needed >= 0;
        return isExplained
            ? new CellChange([EditOf(row, column, needed!.Value), EditOf(row, Total, needed.Value)], 2 * SumsInColumn(row))
            : null;
    }

    // By how much the cell must change for the sums of its column; null when they do not agree.
    private double? Needed(int row, int column)
    {
        double? byResults = ResultSign(row) == 0 ? null : -_resultRests[column] * ResultSign(row);
        double? byBalance = BalanceSign(row) == 0 ? null : -_balanceRests[column] * BalanceSign(row);
        return byResults is null || byBalance is null || byResults == byBalance ? byResults ?? byBalance : null;
    }

    private static int SumsInColumn(int row) => Math.Abs(ResultSign(row)) + Math.Abs(BalanceSign(row));

    // （一） to （六） on the left, （七）总计 on the right.
    private static int ResultSign(int row) => row < FirstResult || row > ResultsTotal ? 0 : row == ResultsTotal ? -1 : 1;

    // 一 and 二 on the left, （七）总计 and 四 on the right.
    private static int BalanceSign(int row) => row < FirstResult ? 1 : row >= ResultsTotal ? -1 : 0;

    private Edit EditOf(int row, int column, double change) =>
        new(Rows[row].Cells[column], _values[row, column], _values[row, column] + change);
}
