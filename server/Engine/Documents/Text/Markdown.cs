namespace Validation.Engine.Documents.Text;

/// <summary>
/// The marks of Markdown (CommonMark 0.31) that people see in a file which was converted to it and that are no text: those of a heading
/// (4.2), and strong emphasis (6.2) around a whole line or cell.
/// </summary>
internal static class Markdown
{
    private const string Strong = "**";
    private const int MostIndent = 3;
    private const int MostLevel = 6;

    /// <summary>The line with a space for each character of a mark, so that every other character keeps its column.</summary>
    public static string Blank(string line)
    {
        var level = HeadingLevel(line, out var start);
        var isStrong = line.Contains(Strong, StringComparison.Ordinal);
        return level == 0 && !isStrong ? line : string.Create(line.Length, (line, start, level), static (text, state) =>
        {
            state.line.CopyTo(text);
            text.Slice(state.start, state.level).Fill(' ');
            for (var rest = text; !rest.IsEmpty;)
            {
                var length = rest.IndexOfAny('|', '\t');
                BlankStrong(length < 0 ? rest : rest[..length]);
                rest = length < 0 ? [] : rest[(length + 1)..];
            }
        });
    }

    // "## 二、": one to six number signs with a space behind them. 0: there is none.
    private static int HeadingLevel(string line, out int start)
    {
        start = Math.Max(0, line.AsSpan().IndexOfAnyExcept(' '));
        var level = line.AsSpan(start).IndexOfAnyExcept('#');
        return start <= MostIndent && level is > 0 and <= MostLevel && line[start + level] is ' ' or '\t' ? level : 0;
    }

    private static void BlankStrong(Span<char> cell)
    {
        var start = cell.IndexOfAnyExcept(' ', '\u3000');
        if (start < 0)
        {
            return;
        }

        var end = cell.LastIndexOfAnyExcept(' ', '\u3000') + 1;
        var text = cell[start..end];
        if (text.Length > 2 * Strong.Length && text.StartsWith(Strong) && text.EndsWith(Strong)
            && text[Strong.Length..^Strong.Length].IndexOf(Strong) < 0)
        {
            text[..Strong.Length].Fill(' ');
            text[^Strong.Length..].Fill(' ');
        }
    }
}
