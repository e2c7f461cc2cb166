using System.Text.RegularExpressions;
using Validation.Engine.Reports.Text;

namespace Validation.Engine.Reports.Sections;

/// <summary>The number that a heading begins with, also where it is damaged: "l六、", "五）", "三：".</summary>
internal static partial class HeadingNumber
{
    private const int LongestStray = 2;
    private const string FormalNumerals = "壹贰叁肆伍陆柒捌玖";
    private const string HanNumerals = "一二三四五六七八九";

    /// <summary>The number. Damaged ones are Han numerals.</summary>
    public static Numbering Of(ReadOnlySpan<char> text)
    {
        if (text.Length > 0 && FormalNumerals.IndexOf(text[0], StringComparison.Ordinal) is >= 0 and var formal)
        {
            text = string.Concat(HanNumerals.AsSpan(formal, 1), text[1..]);
        }

        var number = Numbering.Of(text);
        for (var stray = 1; stray <= LongestStray && number.Style == NumberingStyle.None && IsStray(text, stray); stray++)
        {
            number = Numbering.Of(text[stray..]) is { Style: NumberingStyle.Han } behind
                ? behind with { Length = behind.Length + stray }
                : number;
        }

        var isNone = number.Style == NumberingStyle.None;
        return isNone && text.Length > 1 && Characters.IsHanNumeral(text[0]) ? WithOtherMark(text.ToString()) : number;
    }

    // A letter or sign that a slip of the hand or a conversion left before the number.
    private static bool IsStray(ReadOnlySpan<char> text, int length) =>
        text.Length > length && (char.IsAsciiLetter(text[length - 1]) || !Characters.IsWord(text[length - 1]))
        && Characters.Fold(text[length - 1]) != '(';

    private static Numbering WithOtherMark(string text)
    {
        var match = OtherMark().Match(text);
        return match.Success
            ? Numbering.Of(match.Groups["digits"].Value + "、") with { Length = match.Length }
            : default;
    }

    [GeneratedRegex("^(?<digits>[一二三四五六七八九十]{1,2})\\s?[)）:：;；·丶﹑]", PatternOptions.Linear)]
    private static partial Regex OtherMark();
}
