using System.Text;
using Validation.Engine.Documents.Building;

namespace Validation.Engine.Documents.Odt;

/// <summary>A level of a list. [OpenDocument 1.3] part 3, 16.31 and 19.502</summary>
/// <param name="Format">The first number as it is written, such as "1" or "一, 二, 三, ...". Null: a bullet, or nothing.</param>
/// <param name="Prefix">What stands before the number.</param>
/// <param name="Suffix">What stands behind it.</param>
/// <param name="Shown">How many levels are shown, this one included.</param>
/// <param name="Start">Its first number.</param>
/// <param name="Pattern">What newer files have instead: %1% to %10% are the numbers of the levels. Null: nothing.</param>
internal sealed record OdtLevel(string? Format, string? Prefix, string? Suffix, int Shown, int Start, string? Pattern)
{
    // The text of a level stands before every paragraph of it.
    private const int LongestText = 100;

    /// <summary>The number before a paragraph. Null: none is to be seen.</summary>
    /// <param name="level">This level, from 0.</param>
    /// <param name="levels">The levels of the list.</param>
    /// <param name="numbers">The number that each level has come to.</param>
    public string? Print(int level, OdtLevel?[] levels, int[] numbers)
    {
        if (string.IsNullOrEmpty(Format) || Prefix?.Length + Suffix?.Length > LongestText || Pattern?.Length > LongestText)
        {
            return null;
        }

        if (Pattern is not null)
        {
            return ListNumber.BeforeText(PrintPattern(Pattern, levels, numbers));
        }

        var text = new StringBuilder(Prefix);
        for (var i = Math.Max(0, level + 1 - Shown); i <= level; i++)
        {
            text.Append(Print(levels[i]?.Format, numbers[i])).Append(i < level ? "." : string.Empty);
        }

        return ListNumber.BeforeText(text.Append(Suffix).ToString());
    }

    private static string PrintPattern(string pattern, OdtLevel?[] levels, int[] numbers)
    {
        for (var i = numbers.Length; i > 0; i--)
        {
            pattern = pattern.Replace($"%{i}%", Print(levels[i - 1]?.Format, numbers[i - 1]), StringComparison.Ordinal);
        }

        return pattern;
    }

    private static string Print(string? format, int number)
    {
        // The first number stands for all; the codes are those of [MS-OSHARED] 2.2.1.3.
        var code = string.IsNullOrEmpty(format) ? ListNumber.None : format[0] switch
        {
            'I' => 1,
            'i' => 2,
            'A' => 3,
            'a' => 4,
            '１' => 14,
            '①' => 18,
            '甲' => 30,
            '子' => 31,
            '一' => 37,
            '壹' or '壱' => 38,
            _ => 0,
        };
        return ListNumber.Format(number, code);
    }
}
