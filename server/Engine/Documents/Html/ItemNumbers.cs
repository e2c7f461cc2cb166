using System.Globalization;
using AngleSharp.Dom;
using Validation.Engine.Documents.Building;

namespace Validation.Engine.Documents.Html;

/// <summary>Numbers the items of a list as a browser prints them.</summary>
/// <param name="list">The ol element.</param>
internal sealed class ItemNumbers(IElement list)
{
    private const int MostLetters = 26;

    private readonly string? _type = list.GetAttribute("type");
    private readonly bool _isHan = InlineStyle.HasHanNumbers(list.GetAttribute("style"));
    private readonly bool _isUnnumbered = InlineStyle.HasNoNumbers(list.GetAttribute("style"));
    private readonly int _step = list.HasAttribute("reversed") ? -1 : 1;
    private int _next = Number(list.GetAttribute("start")) ?? (list.HasAttribute("reversed") ? list.ChildElementCount : 1);

    /// <summary>What stands before an item, such as "1." or "一、"; null: nothing.</summary>
    public string? Next(IElement item)
    {
        var number = Number(item.GetAttribute("value")) ?? _next;
        _next = number + _step;
        var style = item.GetAttribute("style");
        return _isUnnumbered || InlineStyle.HasNoNumbers(style) ? null
            : _isHan || InlineStyle.HasHanNumbers(style) ? ListNumber.Format(number, ListNumber.Han) + "、"
            : Print(number, item.GetAttribute("type") ?? _type) + ".";
    }

    private static int? Number(string? attribute) =>
        int.TryParse(attribute, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && Math.Abs((long)number) < 1_000_000
            ? number
            : null;

    private static string Print(int number, string? type) => ListNumber.Format(number, type switch
    {
        "A" when number <= MostLetters => ListNumber.UpperLetters,
        "a" when number <= MostLetters => ListNumber.LowerLetters,
        "I" => ListNumber.UpperRoman,
        "i" => ListNumber.LowerRoman,
        _ => ListNumber.Arabic,
    });
}
