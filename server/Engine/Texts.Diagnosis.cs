using Validation.Engine.Diagnosis;
using Validation.Engine.Rules;
using Validation.Form;
using Validation.V1;

namespace Validation.Engine;

internal static partial class Texts
{
    /// <summary>Which numbers to change, and what speaks for it.</summary>
    public static class Diagnosis
    {
        /// <summary>What follows from a change.</summary>
        /// <param name="mend">The change.</param>
        /// <param name="isSure">False: other changes would do as well.</param>
        public static string If(Mend mend, bool isSure)
        {
            var first = mend.Edits[0].Cell.Row;
            var change = mend.Slip switch
            {
                Slip.SwappedCells => $"{Pair(mend.Edits[0], mend.Edits[1])}看来填反了：如果对换，即{Moves(mend.Edits)}",
                Slip.SwappedCarry => $"“{first}”和“{mend.Edits[^1].Cell.Row}”看来填反了：如果对换，即{Moves(mend.Edits)}",
                Slip.ShiftedRight => $"“{first}”一行看来向右错了一列：如果移回去，即{Moves(mend.Edits)}",
                Slip.ShiftedLeft => $"“{first}”一行看来向左错了一列：如果移回去，即{Moves(mend.Edits)}",
                _ => $"如果{Changes(mend.Edits)}",
            };
            return $"{change}，{Outcome(mend)}。{string.Concat(mend.Support.Select(Support).Distinct(StringComparer.Ordinal))}"
                + string.Concat(Prose(mend))
                + (isSure ? string.Empty : "仅凭这些数还不能确定就是这样，请与台账核对。");
        }

        /// <summary>Several cells, one of which is wrong.</summary>
        public static string OneOf(IReadOnlyList<Edit> edits) =>
            $"下面 {edits.Count} 格中有一格不对，仅凭这张表看不出是哪一格：{Candidates(edits)}。请与台账核对。";

        /// <summary>The prose is likelier to be wrong than the table.</summary>
        /// <param name="claim">What the prose says.</param>
        /// <param name="number">What the table says.</param>
        /// <param name="holds">Whether all sums around hold.</param>
        public static string ProseIsWrong(Claim claim, double number, bool holds) =>
            (holds ? "表中有关的合计全部成立，看来要改的是正文：" : "表中这个数所在的合计都成立，看来要改的是正文：")
            + (claim.InWords ? $"“{claim.Text}”与表中的 {Sums.Text(number)} 件不符。" : $"“{claim.Text}”应为 {Sums.Text(number)} 件。");

        /// <summary>A cell without sums and the prose differ.</summary>
        public static string CellOrProse(Edit edit) =>
            $"没有合计可以核对：如果正文无误，{Changes([edit])}；如果表中无误，正文改为 {Sums.Text(edit.Before)}{(edit.Cell.HasDecimals ? " 万元" : " 件")}。";

        private static string Outcome(Mend mend) =>
            mend.Mended == 0 ? "表和正文就一致了"
            : mend.IsWhole ? $"{TableOf(mend)}所有合计就都对了"
            : $"有关的 {mend.Mended} 个合计就都对了";

        private static string TableOf(Mend mend) =>
            mend.Edits[0].Index < ApplicationsTemplate.Table.Cells.Count ? ApplicationsTemplate.Table.Name : DisputesTemplate.Table.Name;

        private static string Support(Statement statement) =>
            statement.Claim is not { } claim ? $"上年报告结转下年度的也是 {Sums.Text(statement.Value)} 件。"
            : statement.Sums[0].Length > 1 ? $"正文“{claim.Text}”与改后的数之和相同。"
            : $"正文“{claim.Text}”也是这个数。";

        private static IEnumerable<string> Prose(Mend mend) => mend.Contradicted
            .Where(statement => statement.Claim is not null && mend.Edits.Any(edit => statement.IsAbout(edit.Index)))
            .Select(statement => $"正文“{statement.Claim!.Text}”也要随着改。");

        // The row is named once for the cells that stand in it.
        private static string Changes(IReadOnlyList<Edit> edits) => string.Join('，', edits
            .GroupBy(edit => edit.Cell.Row)
            .Select(row => $"“{row.Key}”的{string.Join('、', row.Select(Change))}"));

        private static string Change(Edit edit) => Move(edit) + Note(edit);

        private static string Move(Edit edit) => $"“{edit.Cell.Column}”由 {Sums.Text(edit.Before)} 改为 {Sums.Text(edit.After)}";

        private static string Candidates(IReadOnlyList<Edit> edits) => string.Join("；或者", edits
            .GroupBy(edit => edit.Cell.Row)
            .Select(row => $"“{row.Key}”的{string.Join("，或", row.Select(Change))}"));

        // The slip was named, and with it the row where there is one.
        private static string Moves(IReadOnlyList<Edit> edits) => string.Join('，', edits
            .GroupBy(edit => edit.Cell.Row)
            .Select(row => (row.Count() == edits.Count ? string.Empty : $"“{row.Key}”的") + string.Join('、', row.Select(Move))));

        private static string Note(Edit edit) => TypingSlips.Of(edit) switch
        {
            Slip.SwappedDigits => "（两位数字颠倒）",
            Slip.MissingDigit when edit.Before > 0 => "（少写了一位）",
            Slip.ExtraDigit when edit.After > 0 => "（多写了一位）",
            Slip.OneDigit when Math.Max(edit.Before, edit.After) >= 10 => "（一位数字不同）",
            Slip.CarryForgotten => "（看来没有填结转的）",
            _ => string.Empty,
        };

        private static string Pair(Edit one, Edit other) => one.Cell.Row == other.Cell.Row
            ? $"“{one.Cell.Row}”的“{one.Cell.Column}”和“{other.Cell.Column}”"
            : $"“{one.Cell.Column}”一列的“{one.Cell.Row}”和“{other.Cell.Row}”";
    }
}
