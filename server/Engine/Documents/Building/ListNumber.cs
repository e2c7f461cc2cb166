using System.Globalization;
using System.Text;

namespace Validation.Engine.Documents.Building;

/// <summary>
/// Writes the numbers of lists as word processors and browsers show them, by the number formats of [MS-OSHARED] 2.2.1.3 MSONFC.
/// </summary>
internal static class ListNumber
{
    public const int Arabic = 0; // 1, 2, 3
    public const int UpperRoman = 1; // I, II, III
    public const int LowerRoman = 2; // i, ii, iii
    public const int UpperLetters = 3; // A, B, C
    public const int LowerLetters = 4; // a, b, c
    public const int Bullet = 23; // the format of lists without numbers
    public const int Han = 37; // 一, 二, 三, 十, 十一
    public const int None = 255; // the format that shows nothing

    private const string Digits = "〇一二三四五六七八九";
    private const string Legal = "零壹贰叁肆伍陆柒捌玖";
    private const string OldLegal = "零壹貳參肆伍陸柒捌玖";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    private static readonly string[] Units = ["", "十", "百", "千"];
    private static readonly string[] LegalUnits = ["", "拾", "佰", "仟"];
    private static readonly (int Value, string Text)[] Roman =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
        (4, "IV"), (1, "I"),
    ];

    /// <summary>The number as text; in Arabic digits where the format has no such number or is not known.</summary>
    public static string Format(int number, int format)
    {
        if (format is Bullet or None)
        {
            return string.Empty;
        }

        var text = number <= 0 ? null : format switch
        {
            UpperRoman or LowerRoman => OfRoman(number, format),
            UpperLetters => Letters(number, 'A'),
            LowerLetters => Letters(number, 'a'),
            10 or 17 or 36 => InDigits(number),
            14 or 19 => Wide(number),
            18 or 28 => Ringed(number),
            29 when number <= 10 => ((char)('㊀' + number - 1)).ToString(),
            22 => number.ToString("00", CultureInfo.InvariantCulture),
            26 when number <= 20 => ((char)('⒈' + number - 1)).ToString(),
            27 when number <= 20 => ((char)('⑴' + number - 1)).ToString(),
            30 when number <= Stems.Length => Stems[number - 1].ToString(),
            31 when number <= Branches.Length => Branches[number - 1].ToString(),
            32 => $"{Stems[(number - 1) % 10]}{Branches[(number - 1) % 12]}",
            11 or 33 or 35 or Han or 39 => Counting(number, Digits, Units),
            34 => Counting(number, OldLegal, LegalUnits),
            38 => Counting(number, Legal, LegalUnits),
            _ => null,
        };
        return text ?? number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The number as it stands before a text: a tab would part columns, and behind a mark like 、 there is room enough.</summary>
    public static string BeforeText(string number) => number.Length > 0 && number[^1] is > ' ' and < '\u2E80' ? number + ' ' : number;

    private static string? OfRoman(int number, int format)
    {
        if (number > 3999)
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var (value, digits) in Roman)
        {
            for (; number >= value; number -= value)
            {
                text.Append(digits);
            }
        }

        return format == UpperRoman ? text.ToString() : text.ToString().ToLowerInvariant();
    }

    // A to Z, then AA to ZZ, AAA to ZZZ and so on.
    private static string? Letters(int number, char first) =>
        number > 26 * 20 ? null : new string((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string InDigits(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => Digits[digit - '0']));

    private static string Wide(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('０' + digit - '0')));

    private static string? Ringed(int number) => number switch
    {
        <= 20 => ((char)('①' + number - 1)).ToString(),
        <= 35 => ((char)('㉑' + number - 21)).ToString(),
        <= 50 => ((char)('㊱' + number - 36)).ToString(),
        _ => null,
    };

    // 10 is 十, 21 二十一, 105 一百零五; without a word for ten thousand lists end at 9,999.
    private static string? Counting(int number, string digits, string[] units)
    {
        if (number > 9999)
        {
            return null;
        }

        var zero = digits == Digits ? "零" : digits[..1];
        var text = new StringBuilder();
        var hasGap = false;
        for (var power = 3; power >= 0; power--)
        {
            var digit = number / (int)Math.Pow(10, power) % 10;
            if (digit == 0)
            {
                hasGap = text.Length > 0;
                continue;
            }

            text.Append(hasGap ? zero : string.Empty);
            text.Append(power == 1 && digit == 1 && text.Length == 0 && digits == Digits ? string.Empty : digits[digit].ToString());
            text.Append(units[power]);
            hasGap = false;
        }

        return text.ToString();
    }
}
