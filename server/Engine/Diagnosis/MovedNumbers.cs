using Validation.Form;

namespace Validation.Engine.Diagnosis;

/// <summary>
/// TypingSlips that put many right numbers into wrong cells: a row that stands one column too far to the right or to the left, and 上年结转 and
/// 结转下年度 that changed places. The number that fell out of the table is the one that makes the row right.
/// </summary>
internal static class MovedNumbers
{
    private static readonly int Rows = ApplicationsTemplate.Table.Rows.Count;
    private static readonly int Total = ApplicationsTemplate.Columns.Count - 1;

    /// <summary>Every row of 表三 put back, with and without its total, and the two rows of 结转 exchanged.</summary>
    public static IEnumerable<(Slip Slip, IReadOnlyList<Edit> Edits)> Of(ReportNumbers numbers) =>
        All(numbers).Where(move => move.Edits.Count > 1 && move.Edits.All(edit => edit.After >= 0));

    private static IEnumerable<(Slip Slip, IReadOnlyList<Edit> Edits)> All(ReportNumbers numbers)
    {
        for (var row = 0; row < Rows; row++)
        {
            var cells = CellsOf(row);
            if (!numbers.AreThere(cells))
            {
                continue;
            }

            double[] now = [.. cells.Select(cell => numbers[cell])];
            foreach (var (slip, before) in Before(now))
            {
                yield return (slip, Edits(cells, now, before));
            }
        }

        yield return (Slip.SwappedCarry, Exchanged(numbers, ApplicationsTemplate.CarriedIn, ApplicationsTemplate.CarriedOut));
    }

    // What the row may have been. The parts of a row are together as much as its total, which gives the number that is lost.
    private static IEnumerable<(Slip Slip, double[] Row)> Before(double[] now)
    {
        var (total, inner) = (now[Total], now[..Total].Sum());
        yield return (Slip.ShiftedRight, [.. now[1..], inner + total - now[0]]);
        yield return (Slip.ShiftedRight, [.. now[1..Total], total - (inner - now[0]), total]);
        yield return (Slip.ShiftedLeft, [now[Total - 1] - now[..(Total - 1)].Sum(), .. now[..Total]]);
        yield return (Slip.ShiftedLeft, [total - now[..(Total - 1)].Sum(), .. now[..(Total - 1)], total]);
    }

    private static IReadOnlyList<Edit> Exchanged(ReportNumbers numbers, RowTemplate one, RowTemplate other)
    {
        int[] cells = [.. one.Cells.Concat(other.Cells).Select(cell => FormEquations.IndexOf(cell.Path))];
        double[] now = [.. cells.Select(cell => numbers[cell])];
        return numbers.AreThere(cells) ? Edits(cells, now, [.. now[(Total + 1)..], .. now[..(Total + 1)]]) : [];
    }

    private static IReadOnlyList<Edit> Edits(int[] cells, double[] now, double[] before) =>
        [.. cells.Select((cell, i) => new Edit(cell, now[i], before[i])).Where(edit => edit.Before != edit.After)];

    private static int[] CellsOf(int row) => [.. Enumerable.Range(FormEquations.IndexOf(row, 0), Total + 1)];
}
