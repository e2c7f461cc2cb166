using System.Globalization;
using Validation.Engine.Documents;
using Validation.Engine.Reports.Text;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Reports.Tables;

/// <summary>Reads what clerks type into the cells of a table.</summary>
internal static class CellText
{
    private const double Limit = 9_007_199_254_740_992; // 2^53: a double holds every whole number below, and rounds the next one to this
    private const int LongestValue = 16;
    private const int MostHanInValue = 3;

    private static readonly HashSet<string> Dashes = new(StringComparer.Ordinal)
    {
        "/", "\\", "-", "--", "---", "—", "——", "–", "―", "∕", "~", "*", "无", "无。", "暂无", "不适用", "N/A", "n/a", "NA",
    };

    /// <summary>What a cell with this text holds.</summary>
    /// <param name="text">The text as printed.</param>
    /// <param name="hasDecimals">The cell is an amount, where decimals are due.</param>
    /// <returns>The state, and the number for <see cref="State.Number"/>.</returns>
    public static (State State, double Value) Read(string text, bool hasDecimals)
    {
        var squeezed = Characters.Squeeze(text);
        if (squeezed.Length == 0)
        {
            return (State.Blank, 0);
        }

        if (Dashes.Contains(squeezed))
        {
            return (State.Dash, 0);
        }

        return !IsBroken(text) && TryNumber(squeezed, out var value) && value < Limit && (hasDecimals || double.IsInteger(value))
            ? (State.Number, value)
            : (State.Invalid, 0);
    }

    /// <summary>The cell as the report carries it.</summary>
    public static void Fill(Cell cell, string text, Position position, bool hasDecimals)
    {
        var (state, value) = Read(text, hasDecimals);
        cell.State = state;
        cell.Text = text.Trim();
        cell.Location = position.ToLocation();
        if (state == State.Number)
        {
            cell.Value = value;
        }
    }

    /// <summary>What a piece of a table's text is: a label, something that stands in the place of a number, or nothing.</summary>
    public static TokenKind Classify(string text)
    {
        var squeezed = Characters.Squeeze(text);
        if (squeezed.Length == 0)
        {
            return TokenKind.Gap;
        }

        if (Dashes.Contains(squeezed) || squeezed is "O" or "o" or "〇" or "零")
        {
            return TokenKind.Value;
        }

        return IsLikeNumber(squeezed) ? TokenKind.Value : TokenKind.Text;
    }

    // "5件", "约5", "-1", "3.5", "1,234": a digit, little else, and no label such as "1.其他". However long it is, what has no letters is
    // never a label: it may be all the numbers of a row.
    private static bool IsLikeNumber(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('0', '9') < 0 || Numbering.Of(text).Length > 0)
        {
            return false;
        }

        var words = 0;
        foreach (var character in text)
        {
            words += char.IsLetter(character) ? 1 : 0;
        }

        return words <= (text.Length > LongestValue ? 0 : MostHanInValue) && text.AsSpan().IndexOfAny("()〔〕:") < 0;
    }

    // Two paragraphs in one cell are not one number.
    private static bool IsBroken(string text) => text.Contains('\n', StringComparison.Ordinal) && text.AsSpan().Trim().Contains('\n');

    // Digits with thousands separators where they belong, and a decimal point. No sign: a count is never negative.
    private static bool TryNumber(string text, out double value)
    {
        const NumberStyles Style = NumberStyles.AllowDecimalPoint;
        value = 0;
        var parts = text.Split('.');
        var groups = parts[0].Split(',');
        var isGrouped = parts.Length == 1 || !parts[1].Contains(',', StringComparison.Ordinal);
        isGrouped &= groups.Length == 1 || (groups[0].Length is > 0 and <= 3 && groups.Skip(1).All(group => group.Length == 3));
        return isGrouped && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1])
            && double.TryParse(text.Replace(",", string.Empty, StringComparison.Ordinal), Style, CultureInfo.InvariantCulture, out value);
    }
}
