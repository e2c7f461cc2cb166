using System.Buffers;

namespace Validation.Engine.Reports.Articles;

/// <summary>
/// Lines of a page that are certain to be a report's: headings of its sections and rows of its tables. They are told by the part of each
/// name that bodies leave as it is, however they word the rest.
/// </summary>
internal static class Landmarks
{
    private const int LongestHeading = 24;
    private const int LastStart = 16;

    /// <summary>Parts of the names of sections.</summary>
    public static IReadOnlyList<string> PartsOfNames { get; } =
        ["总体情况", "基本情况", "主动公开政府信息", "政府信息公开申请情况", "行政复议", "主要问题", "需要报告"];

    /// <summary>Parts of the labels of tables.</summary>
    public static IReadOnlyList<string> PartsOfLabels { get; } =
        ["信息公开申请数量", "规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费", "结果维持", "结转下年度", "不予公开", "予以公开"];

    private static readonly SearchValues<string> Names = SearchValues.Create([.. PartsOfNames], StringComparison.Ordinal);
    private static readonly SearchValues<string> Labels = SearchValues.Create([.. PartsOfLabels], StringComparison.Ordinal);

    /// <summary>Whether a line is one.</summary>
    /// <param name="line">The text.</param>
    /// <param name="isRow">It is a row of a table.</param>
    public static bool Contain(string line, bool isRow)
    {
        Span<char> buffer = stackalloc char[SurroundingWords.Looked];
        var text = SurroundingWords.Squeeze(line, buffer);
        if (isRow)
        {
            return text.ContainsAny(Labels);
        }

        var isNumbered = text.Length > 2 && "一二三四五六123456".Contains(text[0], StringComparison.Ordinal)
            && text[1] is '、' or '.' or '．' or '，';
        var at = (isNumbered ? text[2..] : text).IndexOfAny(Names);
        return at is >= 0 and < LastStart && (isNumbered || (text.Length <= LongestHeading && !SurroundingWords.IsSentence(text)));
    }
}
