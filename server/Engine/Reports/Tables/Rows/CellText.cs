using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Validation.Engine.Reports.Text;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Reports.Tables.Rows;

/// <summary>Reads what clerks type into the cells of a table.</summary>
internal static partial class CellText
{
    /// <summary>The digits of both widths.</summary>
    public static readonly SearchValues<char> Digits = SearchValues.Create("0123456789０１２３４５６７８９");

    private const double Limit = 9_007_199_254_740_992; // 2^53: a double holds every whole number below, and rounds the next one to this
    private const int LongestExact = 15; // digits of a number that is certainly below the limit
    private const int LongestValue = 16;
    private const int MostHanInValue = 3;

    private static readonly HashSet<string> Dashes = new(StringComparer.Ordinal)
    {
        "/", "\\", "-", "--", "---", "—", "——", "–", "―", "∕", "~", "*", "无", "无。", "暂无", "不适用", "N/A", "n/a", "NA",
    };

    /// <summary>The state and number of a cell with this text.</summary>
    /// <param name="text">The text as printed.</param>
    /// <param name="hasDecimals">The cell is an amount, where decimals are due.</param>
    /// <returns>The state, and the number for <see cref="State.Number"/>.</returns>
    public static (State State, double Value) Read(string text, bool hasDecimals)
    {
        if (text.Length <= LongestExact && IsDigits(text))
        {
            return (State.Number, double.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));
        }

        var squeezed = Characters.Squeeze(text);
        if (squeezed.Length == 0 || Dashes.Contains(squeezed))
        {
            return (squeezed.Length == 0 ? State.Blank : State.Dash, 0);
        }

        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
        return !BrokenNumber().IsMatch(text.AsSpan().Trim()) && Number().IsMatch(squeezed)
            && double.TryParse(squeezed, Style, CultureInfo.InvariantCulture, out var value) && value < Limit
            && (hasDecimals || double.IsInteger(value))
            ? (State.Number, value)
            : (State.Invalid, 0);
    }

    /// <summary>Fills a cell of the report with the state, number, text and place of a token. Absent: the cell stays as it is.</summary>
    /// <returns>The cell itself.</returns>
    public static Cell Fill(Cell cell, Token token, bool hasDecimals)
    {
        if (token.Kind == TokenKind.Absent)
        {
            return cell;
        }

        var (state, value) = Read(token.Text, hasDecimals);
        (cell.State, cell.Text, cell.Location) = (state, token.Text.Trim(), token.Position.ToLocation());
        if (state == State.Number)
        {
            cell.Value = value;
        }

        return cell;
    }

    /// <summary>What a piece of a table's text is: a label, something that stands in the place of a number, or nothing.</summary>
    public static TokenKind Classify(string text)
    {
        if (IsDigits(text))
        {
            return TokenKind.Value;
        }

        var squeezed = Characters.Squeeze(text);
        return squeezed.Length == 0 ? TokenKind.Gap
            : Dashes.Contains(squeezed) || squeezed is "O" or "o" or "〇" or "零" || IsLikeNumber(squeezed) ? TokenKind.Value
            : TokenKind.Text;
    }

    /// <summary>How many digits end a label: "三、本年度办理结果0". No label ends with one, so that they are a number that was glued to it. 0:
    /// none do, or the text is no label.</summary>
    public static int GluedDigits(ReadOnlySpan<char> text)
    {
        var label = text[..(text.LastIndexOfAnyExcept(Digits) + 1)];
        var isGlued = label.Length >= 2 && (char.IsLetter(label[^1]) || label[^1] is ')' or '）');
        return isGlued ? text.Length - label.Length : 0;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');

    // "5件", "约5", "-1", "3.5", "1,234": a digit, little else, and no label such as "1.其他". However long it is, what has no letters is
    // never a label: it may be all the numbers of a row.
    private static bool IsLikeNumber(string text) =>
        text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 && Numbering.Of(text).Length == 0
        && text.Count(char.IsLetter) <= (text.Length > LongestValue ? 0 : MostHanInValue) && text.AsSpan().IndexOfAny("()〔〕:") < 0;

    // Two paragraphs in one cell are not one number, and "10 0" may be 100 or two numbers.
    [GeneratedRegex(@"\n|[0-9０-９]\s+[0-9０-９]", RegexOptions.NonBacktracking)]
    private static partial Regex BrokenNumber();

    // Digits with thousands separators where they belong, and a decimal point. No sign: a count is never negative.
    [GeneratedRegex(@"^(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
