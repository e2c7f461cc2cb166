using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Validation.Engine.Documents.Html;

/// <summary>Numbers the items of a list as a browser prints them.</summary>
internal sealed class ItemNumbers
{
    private const int MostHan = 99;
    private const int MostLetters = 26;
    private const int MostRoman = 3999;

    private static readonly (int Value, string Digits)[] Roman =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
        (4, "iv"), (1, "i"),
    ];

    private readonly string? _type;
    private readonly bool _isHan;
    private readonly bool _isUnnumbered;
    private readonly int _step;
    private int _next;

    /// <summary>Begins a list.</summary>
    /// <param name="list">The ol element.</param>
    public ItemNumbers(IElement list)
    {
        var style = list.GetAttribute("style");
        _type = list.GetAttribute("type");
        _isHan = InlineStyle.HasHanNumbers(style);
        _isUnnumbered = InlineStyle.HasNoNumbers(style);
        _step = list.HasAttribute("reversed") ? -1 : 1;
        _next = Number(list.GetAttribute("start")) ?? (_step > 0 ? 1 : list.ChildElementCount);
    }

    /// <summary>What stands before an item, such as "1." or "一、"; null: nothing.</summary>
    public string? Next(IElement item)
    {
        var number = Number(item.GetAttribute("value")) ?? _next;
        _next = number + _step;
        var style = item.GetAttribute("style");
        return _isUnnumbered || InlineStyle.HasNoNumbers(style) ? null
            : _isHan || InlineStyle.HasHanNumbers(style) ? Han(number) + "、"
            : Print(number, item.GetAttribute("type") ?? _type) + ".";
    }

    private static int? Number(string? attribute) =>
        int.TryParse(attribute, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && Math.Abs((long)number) < 1_000_000
            ? number
            : null;

    private static string Print(int number, string? type) => type switch
    {
        "a" or "A" when number is > 0 and <= MostLetters => $"{(char)(type[0] + number - 1)}",
        "i" when number is > 0 and <= MostRoman => Romans(number),
        "I" when number is > 0 and <= MostRoman => Romans(number).ToUpperInvariant(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Han(int number)
    {
        const string Digits = "一二三四五六七八九";
        if (number is <= 0 or > MostHan)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var (tens, ones) = Math.DivRem(number, 10);
        return (tens > 1 ? $"{Digits[tens - 1]}" : string.Empty) + (tens > 0 ? "十" : string.Empty)
            + (ones > 0 ? $"{Digits[ones - 1]}" : string.Empty);
    }

    private static string Romans(int number)
    {
        var text = new StringBuilder();
        foreach (var (value, digits) in Roman)
        {
            for (; number >= value; number -= value)
            {
                text.Append(digits);
            }
        }

        return text.ToString();
    }
}
