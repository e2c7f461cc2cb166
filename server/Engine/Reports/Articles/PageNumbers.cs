using System.Buffers;
using System.Text.RegularExpressions;

namespace Validation.Engine.Reports.Articles;

/// <summary>Recognizes page numbers that a conversion to text left on lines of their own.</summary>
internal static partial class PageNumbers
{
    private static readonly SearchValues<char> Starts = SearchValues.Create("-—–－_~·•第");

    /// <summary>A line that can only be a page number: "- 3 -", "—3—", "第3页", "第 3 页 共 5 页", "3 / 5".</summary>
    public static bool IsCertain(ReadOnlySpan<char> line) =>
        line.Length is > 0 and < 24 && line.TrimStart() is [var first, ..] && Starts.Contains(first) && Certain().IsMatch(line);

    /// <summary>A line that is a page number where no number of a table can stand: "3".</summary>
    public static bool IsPossible(ReadOnlySpan<char> line)
    {
        var digits = line.Trim();
        return digits.Length is > 0 and <= 3 && !digits.ContainsAnyExceptInRange('0', '9');
    }

    [GeneratedRegex(
        @"^\s*(?:[-—–－_~·•]+\s*\d{1,3}\s*[-—–－_~·•]+|第\s*\d{1,3}\s*页(?:[\s,，/／]*共\s*\d{1,3}\s*页)?)\s*$",
        RegexOptions.NonBacktracking)]
    private static partial Regex Certain();
}
