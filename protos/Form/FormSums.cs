namespace Validation.Form;

/// <summary>The sums that the form prescribes: those of 表三 down its columns and along its rows, and those of the groups of 表四.</summary>
public static class FormSums
{
    /// <summary>In each column of 表三, the rows （一） to （六） are together as much as （七）总计.</summary>
    public static ColumnSum Results { get; } = new(ApplicationsTemplate.ResultRows, [ApplicationsTemplate.ResultsTotal]);

    /// <summary>In each column of 表三, what was received and carried in is as much as what was finished and carried out.</summary>
    public static ColumnSum Balance { get; } = new(
        [ApplicationsTemplate.Received, ApplicationsTemplate.CarriedIn],
        [ApplicationsTemplate.ResultsTotal, ApplicationsTemplate.CarriedOut]);

    /// <summary>How many neighbouring cells of a row make a group whose last cell is the sum of the others: 7 in 表三, 5 in 表四.
    /// 0: the rows of the table have no sums.</summary>
    public static int GroupWidth(TableTemplate table) =>
        table == ApplicationsTemplate.Table ? ApplicationsTemplate.Columns.Count
        : table == DisputesTemplate.Table ? DisputesTemplate.Groups[0].Cells.Count
        : 0;
}

/// <summary>A sum down the columns of 表三: in each column the cells of some rows are together as much as those of others.</summary>
public sealed class ColumnSum
{
    private readonly sbyte[] _signs = new sbyte[ApplicationsTemplate.Table.Rows.Count];

    internal ColumnSum(IReadOnlyList<RowTemplate> left, IReadOnlyList<RowTemplate> right)
    {
        Left = left;
        Right = right;
        for (var row = 0; row < _signs.Length; row++)
        {
            var template = ApplicationsTemplate.Table.Rows[row];
            _signs[row] = (sbyte)(left.Contains(template) ? 1 : right.Contains(template) ? -1 : 0);
        }
    }

    /// <summary>The rows on the left side.</summary>
    public IReadOnlyList<RowTemplate> Left { get; }

    /// <summary>The rows on the right side.</summary>
    public IReadOnlyList<RowTemplate> Right { get; }

    /// <summary>1: the row with that index in 表三 stands on the left side; -1: on the right; 0: it is no part of the sum.</summary>
    public int SignOf(int row) => _signs[row];
}
