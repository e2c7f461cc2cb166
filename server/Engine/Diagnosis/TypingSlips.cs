using Validation.Engine.Rules;
using Validation.Form;

namespace Validation.Engine.Diagnosis;

/// <summary>Tells typical slips from other changes of numbers.</summary>
internal static class TypingSlips
{
    private static readonly int Columns = ApplicationsTemplate.Columns.Count;
    private static readonly int Applications = ApplicationsTemplate.Table.Cells.Count;
    private static readonly int CarriedIn = RowOf(ApplicationsTemplate.CarriedIn);
    private static readonly int CarriedOut = RowOf(ApplicationsTemplate.CarriedOut);

    /// <summary>Whether such a slip tells one change from others that mend as much: several numbers agree with it.</summary>
    public static bool IsTelling(this Slip slip) => slip >= Slip.SwappedCells;

    /// <summary>The slip that explains the changes; of several single ones, the least telling.</summary>
    public static Slip Of(IReadOnlyList<Edit> edits) =>
        edits is [var first, var second] && AreSwapped(first, second) is not Slip.None and var swapped ? swapped
        : edits.Select(Of).DefaultIfEmpty().Min();

    /// <summary>The slip that explains the change of one cell.</summary>
    public static Slip Of(Edit edit) =>
        IsForgottenCarry(edit) ? Slip.CarryForgotten : OfDigits(Sums.Text(edit.Before), Sums.Text(edit.After));

    /// <summary>The slip that made one number of another, by their digits.</summary>
    /// <param name="before">The number in the table.</param>
    /// <param name="after">The number that is right.</param>
    public static Slip OfDigits(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var same = before.CommonPrefixLength(after);
        var left = before[same..];
        var right = after[same..];
        return (left.Length - right.Length) switch
        {
            0 when left.Length >= 2 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]) =>
                Slip.SwappedDigits,
            0 when left.Length >= 1 && left[1..].SequenceEqual(right[1..]) => Slip.OneDigit,
            -1 when right[1..].SequenceEqual(left) => Slip.MissingDigit,
            1 when left[1..].SequenceEqual(right) => Slip.ExtraDigit,
            _ => Slip.None,
        };
    }

    private static bool IsForgottenCarry(Edit edit) =>
        edit is { Before: 0, After: > 0 } && edit.Index < Applications
        && (edit.Index / Columns == CarriedIn || edit.Index / Columns == CarriedOut);

    private static Slip AreSwapped(Edit first, Edit second)
    {
        if (first.Before != second.After || second.Before != first.After || second.Index >= Applications)
        {
            return Slip.None;
        }

        var (row, column) = Math.DivRem(first.Index, Columns);
        var (otherRow, otherColumn) = Math.DivRem(second.Index, Columns);
        return column == otherColumn && row == CarriedIn && otherRow == CarriedOut ? Slip.SwappedCarry
            : Math.Abs(row - otherRow) + Math.Abs(column - otherColumn) == 1 ? Slip.SwappedCells
            : Slip.None;
    }

    private static int RowOf(RowTemplate row) => FormEquations.IndexOf(row.Cells[0].Path) / Columns;
}

/// <summary>How numbers go wrong by hand, from what tells least to what chance hardly ever does.</summary>
internal enum Slip
{
    /// <summary>None that is known.</summary>
    None,

    /// <summary>One digit is another: 34 became 39.</summary>
    OneDigit,

    /// <summary>A digit is missing: 134 became 14.</summary>
    MissingDigit,

    /// <summary>There is a digit too many: 34 became 344.</summary>
    ExtraDigit,

    /// <summary>Two neighbouring digits changed places: 34 became 43.</summary>
    SwappedDigits,

    /// <summary>What was carried in or out was not filled in.</summary>
    CarryForgotten,

    /// <summary>Two neighbouring cells changed places.</summary>
    SwappedCells,

    /// <summary>上年结转 and 结转下年度 changed places, in one column or in all.</summary>
    SwappedCarry,

    /// <summary>The numbers of a row stand one column too far to the right.</summary>
    ShiftedRight,

    /// <summary>The numbers of a row stand one column too far to the left.</summary>
    ShiftedLeft,
}
