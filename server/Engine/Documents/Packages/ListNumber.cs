using System.Globalization;
using System.Text;

namespace Validation.Engine.Documents.Packages;

/// <summary>Writes the numbers of lists as word processors print them.</summary>
internal static class ListNumber
{
    private const string HanDigits = "〇一二三四五六七八九";
    private const string LegalDigits = "零壹贰叁肆伍陆柒捌玖";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    // Longer runs of one letter are made to keep the server busy.
    private const int MostLetters = 30;

    private static readonly (int Value, string Text)[] Romans =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
        (4, "IV"), (1, "I"),
    ];

    /// <summary>The number as it stands before a text: a tab would part columns, and behind a mark like 、 there is room enough.</summary>
    public static string BeforeText(string number) => number.Length > 0 && number[^1] is > ' ' and < '\u2E80' ? number + ' ' : number;

    /// <summary>1, 2, 3.</summary>
    public static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>１, ２, ３.</summary>
    public static string FullWidth(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{number}").Replace('-', '－') is var text && number >= 0
            ? string.Concat(text.Select(digit => (char)(digit - '0' + '０')))
            : text;

    /// <summary>①, ②, ③; beyond the circles there are: 1, 2, 3.</summary>
    public static string Circled(int number) => number switch
    {
        >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
        >= 21 and <= 35 => ((char)('㉑' + number - 21)).ToString(),
        >= 36 and <= 50 => ((char)('㊱' + number - 36)).ToString(),
        _ => Decimal(number),
    };

    /// <summary>一, 二, 三, 十, 十一, 一百零一.</summary>
    public static string Han(int number) => Counted(number, HanDigits.Replace('〇', '零'), "十百千", isShort: true);

    /// <summary>壹, 贰, 叁, 壹拾.</summary>
    public static string Legal(int number) => Counted(number, LegalDigits, "拾佰仟", isShort: false);

    /// <summary>一, 二, 三, 一〇.</summary>
    public static string HanByDigit(int number) =>
        number < 0 ? Decimal(number) : string.Concat(Decimal(number).Select(digit => HanDigits[digit - '0']));

    /// <summary>甲, 乙, 丙.</summary>
    public static string Stem(int number) => number is >= 1 and <= 10 ? Stems[number - 1].ToString() : Decimal(number);

    /// <summary>子, 丑, 寅.</summary>
    public static string Branch(int number) => number is >= 1 and <= 12 ? Branches[number - 1].ToString() : Decimal(number);

    /// <summary>a, b, z, aa, bb.</summary>
    public static string Letter(int number, char first)
    {
        var count = ((number - 1) / 26) + 1;
        return number < 1 || count > MostLetters ? Decimal(number) : new string((char)(first + ((number - 1) % 26)), count);
    }

    /// <summary>I, II, III.</summary>
    public static string Roman(int number)
    {
        if (number is < 1 or > 3999)
        {
            return Decimal(number);
        }

        var text = new StringBuilder();
        foreach (var (value, letters) in Romans)
        {
            while (number >= value)
            {
                text.Append(letters);
                number -= value;
            }
        }

        return text.ToString();
    }

    private static string Counted(int number, string digits, string units, bool isShort)
    {
        if (number is < 0 or > 9999)
        {
            return Decimal(number);
        }

        if (number == 0)
        {
            return digits[..1];
        }

        var text = new StringBuilder();
        var hasGap = false;
        for (int unit = 3, value = 1000; unit >= 0; unit--, value /= 10)
        {
            var digit = number / value % 10;
            if (digit == 0)
            {
                hasGap = text.Length > 0;
                continue;
            }

            text.Append(hasGap ? digits[..1] : string.Empty);
            hasGap = false;

            // 十一, not 一十一; but 一百一十一.
            text.Append(isShort && unit == 1 && digit == 1 && text.Length == 0 ? string.Empty : digits[digit].ToString());
            text.Append(unit > 0 ? units[unit - 1].ToString() : string.Empty);
        }

        return text.ToString();
    }
}
