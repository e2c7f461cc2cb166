using System.Text;

namespace Validation.Cli.Rendering;

/// <summary>
/// Breaks text into lines as Chinese is set: between any two characters, but never before a closing mark, after an opening one, within a
/// Latin word or a number, or between a number and the characters beside it ("第 50 行").
/// </summary>
internal static class LineBreaker
{
    private const string NeverFirst = "，。、；：？！）》〉」』】〕”’…—％%,.;:?!)]}";
    private const string NeverLast = "（《〈「『【〔“‘([{";

    /// <summary>The lines of a text, none wider than asked unless a single piece is.</summary>
    /// <param name="text">Text without line breaks.</param>
    /// <param name="columns">The width; null: all on one line.</param>
    /// <param name="used">Columns of the first line that are taken already.</param>
    public static IReadOnlyList<string> Break(string text, int? columns, int used = 0)
    {
        if (columns is not { } width || used + TextWidth.Of(text) <= width)
        {
            return [text];
        }

        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var piece in Pieces(text))
        {
            var length = TextWidth.Of(piece);
            if (used + TextWidth.Of(piece.TrimEnd()) > width && used > 0)
            {
                lines.Add(line.ToString().TrimEnd());
                line.Clear();
                used = 0;
            }

            line.Append(piece);
            used += length;
        }

        lines.Add(line.ToString().TrimEnd());
        return lines;
    }

    /// <summary>The pieces that must not be broken; together they are the text.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var piece = new StringBuilder();
        Rune? last = null;
        Rune? lastBeforeSpace = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (last is { } before && MayBreak(before, rune) && !(Rune.IsWhiteSpace(before) && IsCount(lastBeforeSpace, rune)))
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(rune.ToString());
            last = rune;
            lastBeforeSpace = Rune.IsWhiteSpace(rune) ? lastBeforeSpace : rune;
        }

        yield return piece.ToString();
    }

    private static bool MayBreak(Rune before, Rune after)
    {
        if (IsIn(NeverFirst, after) || IsIn(NeverLast, before) || Rune.IsWhiteSpace(after))
        {
            return false;
        }

        return Rune.IsWhiteSpace(before) || TextWidth.Of(before) == 2 || TextWidth.Of(after) == 2;
    }

    /// <summary>Whether a number and a Chinese character stand on the two sides of a space.</summary>
    private static bool IsCount(Rune? before, Rune after) =>
        before is { } rune && ((Rune.IsDigit(rune) && TextWidth.Of(after) == 2) || (TextWidth.Of(rune) == 2 && Rune.IsDigit(after)));

    private static bool IsIn(string marks, Rune rune) => rune.IsBmp && marks.Contains((char)rune.Value, StringComparison.Ordinal);
}
