using System.Buffers;
using System.Globalization;

namespace Validation.Engine.Reports.Claims;

/// <summary>Reads numbers with their units: digits with thousands separators, 万 and 亿, Chinese numerals, 两.</summary>
internal static class NumberReader
{
    private const string Numerals = "零〇一二三四五六七八九";
    private const int LongestNumber = 24;

    private static readonly string[] CountUnits = ["件次", "件", "起", "例", "宗", "条", "项", "份", "封", "次", "个"];

    // What 个, 次, 条, 项, 份 and 件 count here is no case.
    private static readonly string[] NotCases =
    [
        "个月", "个工作日", "个部门", "个单位", "个镇", "个乡", "个街道", "个县", "个区", "个市", "个社区", "个村", "个栏目", "个专栏", "个专题", "个子栏目", "个方面", "个季度", "个小时",
        "个账号", "个网站", "个平台", "个领域", "个窗口", "个渠道", "个问题", "个项目", "个科室", "个成员", "个小类", "个大类", "个类", "个一级", "个二级", "个公众号", "个视频", "个模块", "个板块",
        "次会议", "次培训", "次检查", "次专题", "人次", "场次", "个百分点", "个点", "个案例", "项制度", "项措施", "项任务", "项内容", "项目",
        "条例", "条措施", "条意见", "条建议", "件事", "起草", "个人", "份额",
    ];

    private static readonly string[] Bodies =
        ["个部门", "个单位", "个镇", "个乡", "个街道", "个县", "个区", "个市", "个社区", "个村", "个科室", "家"];

    // So many of something that no case is.
    private static readonly string[] OtherUnits =
        ["人", "篇", "期", "场", "户", "家", "页", "天", "部", "名", "处", "类", "批", "字", "幅", "张", "小时"];

    private static readonly (string Text, NumberKind Kind, double Factor)[] Amounts =
    [
        ("%", NumberKind.Percent, 1), ("％", NumberKind.Percent, 1),
        ("元", NumberKind.Money, 1), ("万元", NumberKind.Money, 10_000), ("亿元", NumberKind.Money, 100_000_000),
    ];

    private static readonly Dictionary<char, (string Text, NumberKind Kind, double Factor)[]> ByFirst = Build();

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789,.");

    /// <summary>Whether the unit counts offices and places: "4个街道" are other bodies than the one that reports.</summary>
    public static bool CountsBodies(string unit) => Bodies.Contains(unit, StringComparer.Ordinal);

    /// <summary>Reads the number that the text begins with.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where it begins in its paragraph.</param>
    /// <param name="number">The number; default: there is none.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int start, out ClauseToken number)
    {
        number = default;
        var first = text[0];
        var isHan = !char.IsAsciiDigit(first);
        if (isHan && first is not ('两' or '十' or '百') && !Numerals.Contains(first, StringComparison.Ordinal))
        {
            return false;
        }

        var length = isHan ? ReadHan(text, out var value) : ReadDigits(text, out value);
        if (length == 0)
        {
            return false;
        }

        number = WithUnit(text, start, length, value);
        // 一项, 一次 and the like are mostly no numbers; 一件 is.
        return !isHan || (number.Kind == NumberKind.Count && (value > 1 || number.Unit is "件" or "起" or "例" or "宗"));
    }

    private static int ReadDigits(ReadOnlySpan<char> text, out double value)
    {
        var end = text[..Math.Min(text.Length, LongestNumber)].IndexOfAnyExcept(Digits);
        end = end < 0 ? Math.Min(text.Length, LongestNumber) : end;
        var length = DigitsIn(text[..end]);
        while (length + 3 < end + 1 && length <= 12 && IsGroup(text[length..end]))
        {
            length += 4;
        }

        if (length + 1 < end && text[length] == '.' && char.IsAsciiDigit(text[length + 1]))
        {
            length += 1 + DigitsIn(text[(length + 1)..end]);
        }

        return double.TryParse(
            text[..length], NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
            ? length
            : 0;
    }

    // ",123" and no fourth digit.
    private static bool IsGroup(ReadOnlySpan<char> rest) => rest is [',', ..] && DigitsIn(rest[1..]) == 3;

    /// <summary>How many digits the text begins with.</summary>
    public static int DigitsIn(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? text.Length : length;
    }

    /// <summary>Reads 零 to 九百九十九, and 两.</summary>
    private static int ReadHan(ReadOnlySpan<char> text, out double value)
    {
        var (total, digit, length) = (0, -1, 0);
        for (; length < text.Length && length < 8; length++)
        {
            var character = text[length] == '两' ? '二' : text[length];
            var scale = character switch { '十' => 10, '百' => 100, _ => 0 };
            if (scale > 0)
            {
                total += (digit < 0 ? 1 : digit) * scale;
                digit = -1;
            }
            else if (Numerals.IndexOf(character, StringComparison.Ordinal) is >= 0 and var index)
            {
                digit = Math.Max(0, index - 1);
            }
            else
            {
                break;
            }
        }

        value = total + Math.Max(0, digit);
        return length;
    }

    private static ClauseToken WithUnit(ReadOnlySpan<char> text, int start, int length, double value)
    {
        var rest = text[length..];
        var isAbout = false;
        for (var scaled = false; rest.Length > 0; rest = text[length..])
        {
            if (rest[0] is '余' or '多' or '来' or '几')
            {
                isAbout = true;
            }
            else if (!scaled && rest[0] is '万' or '亿' && !rest.StartsWith("万元", StringComparison.Ordinal)
                && !rest.StartsWith("亿元", StringComparison.Ordinal))
            {
                isAbout |= IsRounded(text[..length], value);
                value *= rest[0] == '万' ? 10_000 : 100_000_000;
                scaled = true;
            }
            else
            {
                break;
            }

            length++;
        }

        var (unit, kind, factor) = UnitOf(rest);
        kind = isAbout && kind is NumberKind.Count or NumberKind.OtherCount ? NumberKind.About : kind;
        return new ClauseToken(Sense.Number, start, start + length + unit.Length, value * factor, unit, kind);
    }

    // 3.9万件 is a rounded number; 12.3456万件 is not, and 173769万条 is meant to be exact, by mistake or not.
    private static bool IsRounded(ReadOnlySpan<char> printed, double value)
    {
        var point = printed.IndexOf('.');
        return value < 1_000 && (point < 0 || printed.Length - point - 1 < 4);
    }

    private static (string Unit, NumberKind Kind, double Factor) UnitOf(ReadOnlySpan<char> rest)
    {
        if (!rest.IsEmpty && ByFirst.TryGetValue(rest[0], out var units))
        {
            foreach (var unit in units)
            {
                if (rest.StartsWith(unit.Text, StringComparison.Ordinal))
                {
                    return unit;
                }
            }
        }

        return ("", NumberKind.Bare, 1);
    }

    private static Dictionary<char, (string Text, NumberKind Kind, double Factor)[]> Build() =>
        NotCases.Concat(OtherUnits).Select(unit => (Text: unit, Kind: NumberKind.OtherCount, Factor: 1.0))
            .Concat(CountUnits.Select(unit => (Text: unit, Kind: NumberKind.Count, Factor: 1.0)))
            .Concat(Amounts)
            .GroupBy(unit => unit.Text[0])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(unit => unit.Text.Length).ToArray());
}
