using System.Buffers;
using System.Globalization;

namespace Validation.Cel.Functions;

/// <summary>Reads numbers as reports write them: 1,234; 3.5万; 十二; 一百零五; 二〇二四; 三点五.</summary>
internal static class ChineseNumber
{
    private static readonly SearchValues<char> ArabicCharacters = SearchValues.Create("0123456789.,");

    private static readonly SearchValues<char> Units = SearchValues.Create("十百千万亿");

    private const string Digits = "零一二三四五六七八九";

    /// <summary>Years and the like are at most that long: so is what fits a decimal.</summary>
    private const int LongestText = 40;

    /// <summary>The number, or null. The text has no blanks, and no full width characters.</summary>
    public static decimal? Parse(string text)
    {
        var sign = text is ['-' or '负', ..] ? -1 : 1;
        var start = text is ['-' or '负' or '+', ..] ? 1 : 0;
        var body = text[start..];
        if (body.Length is 0 or > LongestText)
        {
            return null;
        }

        return sign * (char.IsAsciiDigit(body[0]) ? ParseArabic(body) : ParseHan(Normalized(body)));
    }

    /// <summary>Digits with groups of three and a fraction, then perhaps units such as 万.</summary>
    private static decimal? ParseArabic(string text)
    {
        var end = text.AsSpan().IndexOfAnyExcept(ArabicCharacters);
        var digits = end < 0 ? text : text[..end];
        if (!HasGoodGroups(digits.Split('.')[0]) || digits.Split('.') is not ([_] or [_, { Length: > 0 }])
            || !decimal.TryParse(
                digits.Replace(",", string.Empty, StringComparison.Ordinal),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var value))
        {
            return null;
        }

        foreach (var unit in end < 0 ? string.Empty : text[end..])
        {
            if (UnitOf(unit) is not { } factor || value > decimal.MaxValue / 1_000_000_000)
            {
                return null;
            }

            value *= factor;
        }

        return value;
    }

    private static bool HasGoodGroups(string digits)
    {
        var groups = digits.Split(',');
        return groups.Length == 1 || (groups[0].Length is > 0 and <= 3 && groups.Skip(1).All(group => group.Length == 3));
    }

    private static long? UnitOf(char c)
    {
        return c switch
        {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '万' => 10_000,
            '亿' => 100_000_000,
            _ => null,
        };
    }

    private static string Normalized(string text)
    {
        const string Formal = "〇○壹贰叁肆伍陆柒捌玖拾佰仟两萬億";
        const string Common = "零零一二三四五六七八九十百千二万亿";
        return string.Create(text.Length, text, static (result, from) =>
        {
            for (var i = 0; i < result.Length; i++)
            {
                var at = Formal.IndexOf(from[i], StringComparison.Ordinal);
                result[i] = at < 0 ? from[i] : Common[at];
            }
        });
    }

    private static decimal? ParseHan(string text)
    {
        var parts = text.Split('点');
        var whole = ParseWhole(parts[0]);
        if (parts.Length == 1 || whole is null)
        {
            return whole;
        }

        return parts.Length == 2 && ParseDigits(parts[1]) is { } fraction && parts[1].Length <= 12
            ? whole + (fraction / (decimal)Math.Pow(10, parts[1].Length))
            : null;
    }

    private static decimal? ParseWhole(string text)
    {
        return text.Length > 0 && text.AsSpan().IndexOfAny(Units) < 0 ? ParseDigits(text) : ParseUnits(text);
    }

    private static decimal? ParseDigits(string text)
    {
        var value = 0m;
        foreach (var c in text)
        {
            var digit = Digits.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0 || value > decimal.MaxValue / 100)
            {
                return null;
            }

            value = (value * 10) + digit;
        }

        return text.Length == 0 ? null : value;
    }

    /// <summary>Sections of up to four digits with 十, 百, 千 after them, each closed by 万 or 亿.</summary>
    private static decimal? ParseUnits(string text)
    {
        var (total, section, digit) = (0m, 0m, -1);
        foreach (var c in text)
        {
            var value = Digits.IndexOf(c, StringComparison.Ordinal);
            if (value >= 0 && (digit <= 0 || value == 0))
            {
                digit = value == 0 && digit > 0 ? 10 : value;
            }
            else if (UnitOf(c) is { } unit and < 10_000)
            {
                section += (digit is -1 or 0 ? 1 : digit) * unit;
                digit = -1;
            }
            else if (c == '万' && section + digit > 0)
            {
                total += (section + Math.Max(digit, 0)) * 10_000;
                (section, digit) = (0, -1);
            }
            else if (c == '亿' && total + section + digit > 0 && total < 1_000_000_000_000m)
            {
                total = (total + section + Math.Max(digit, 0)) * 100_000_000;
                (section, digit) = (0, -1);
            }
            else
            {
                return null;
            }

            if (digit > 9)
            {
                return null;
            }
        }

        return text.Length == 0 ? null : total + section + Math.Max(digit, 0);
    }
}
