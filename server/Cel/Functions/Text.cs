using System.Globalization;
using System.Text;

namespace Validation.Cel.Functions;

/// <summary>Own functions for Chinese texts.</summary>
internal static class Text
{
    private const int ShownFirst = 3;
    private const int ShownLast = 2;

    private static readonly CelType[] OneText = [CelType.String];
    private static readonly CelType[] TwoTexts = [CelType.String, CelType.String];

    public static IReadOnlyList<CelFunction> All { get; } =
    [
        Define.Member(
            "squeeze", OneText, CelType.String, Define.OfText(text => CelValue.Of(Keep(text, IsVisible))), CelTexts.Functions.Squeeze),
        Define.Member(
            "words",
            OneText,
            CelType.String,
            Define.OfText(text => CelValue.Of(Keep(text, Rune.IsLetterOrDigit))),
            CelTexts.Functions.Words),
        Define.Member("hanCount", OneText, CelType.Int, Define.OfText(HanCount), CelTexts.Functions.HanCount),
        Define.Member("before", TwoTexts, CelType.String, Define.OfTexts(Before), CelTexts.Functions.Before),
        Define.Member("after", TwoTexts, CelType.String, Define.OfTexts(After), CelTexts.Functions.After),
        Define.Member("masked", OneText, CelType.String, Define.OfText(Masked), CelTexts.Functions.Masked),
        Define.Global("number", OneText, CelType.Dyn, Define.OfText(ToNumber), CelTexts.Functions.Number),
        Define.Member("number", OneText, CelType.Dyn, Define.OfText(ToNumber), CelTexts.Functions.Number),
    ];

    /// <summary>Without white space and invisible characters, full width letters, digits and signs in their usual width.</summary>
    public static string Squeeze(string text) => Keep(text, IsVisible);

    private static string Keep(string text, Func<Rune, bool> keeps)
    {
        var result = new StringBuilder(text.Length);
        Span<char> units = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            var folded = rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFEE0) : rune;
            if (keeps(folded))
            {
                result.Append(units[..folded.EncodeToUtf16(units)]);
            }
        }

        return result.ToString();
    }

    private static bool IsVisible(Rune rune)
    {
        return !Rune.IsWhiteSpace(rune)
            && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format)
            && rune.Value is not (>= 0xFE00 and <= 0xFE0F);
    }

    private static CelValue HanCount(string text)
    {
        var count = 0L;
        foreach (var rune in text.EnumerateRunes())
        {
            count += IsHan(rune.Value) ? 1 : 0;
        }

        return CelValue.Of(count);
    }

    /// <summary>The blocks of Chinese characters, the ideographic zero and the sign for repetition.</summary>
    private static bool IsHan(int c)
    {
        return c is 0x3005 or 0x3007
            or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0x20000 and <= 0x3FFFF);
    }

    private static CelValue Before(string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return CelValue.Of(at < 0 ? string.Empty : text[..at]);
    }

    private static CelValue After(string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return CelValue.Of(at < 0 ? string.Empty : text[(at + mark.Length)..]);
    }

    private static CelValue Masked(string text)
    {
        var count = CodePoints.Count(text);
        if (count <= ShownFirst + ShownLast)
        {
            return CelValue.Of(new string('*', count));
        }

        var (first, last) = (CodePoints.Offset(text, ShownFirst)!.Value, CodePoints.Offset(text, count - ShownLast)!.Value);
        return CelValue.Of(text[..first] + new string('*', count - ShownFirst - ShownLast) + text[last..]);
    }

    private static CelValue ToNumber(string text)
    {
        return ChineseNumber.Parse(Keep(text, IsVisible)) switch
        {
            null => CelValue.Error(CelTexts.Errors.CannotConvert("number")),
            { } value when value == decimal.Truncate(value) && value is >= long.MinValue and <= long.MaxValue => CelValue.Of((long)value),
            { } value => CelValue.Of((double)value),
        };
    }
}
