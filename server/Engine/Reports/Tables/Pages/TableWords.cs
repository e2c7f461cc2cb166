using Validation.Engine.Documents;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Tables.Rows;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>
/// Takes the words of printed lines as a table needs them: a number that touches a label apart from it, a year in a heading not.
/// </summary>
internal static class TableWords
{
    // Beyond this it is no section of a report.
    private const int Most = 10_000;
    private const double TouchOfHan = 0.32;

    /// <summary>The words in the order of pages and lines; none where the lines have no words, or too many.</summary>
    public static List<TableWord> Of(IReadOnlyList<TextLine> lines)
    {
        if (lines.Sum(line => line.Words?.Count ?? 0) > Most)
        {
            return [];
        }

        var words = lines.Select(static line => line.Words).OfType<IReadOnlyList<Piece>>().SelectMany(Joined).SelectMany(Parted).ToList();

        // Across the page, in large type: a watermark.
        var heights = words.Select(word => word.Box.Height).Order().ToList();
        words.RemoveAll(word => !word.IsValue && word.Box.IsLarge(heights[heights.Count / 2]));
        return words;
    }

    // "本年（2023）制发件数", "5件": type is set with a little space between digits and Han.
    private static IEnumerable<TableWord> Joined(IReadOnlyList<Piece> line)
    {
        for (var i = 0; i < line.Count; i++)
        {
            var (text, position) = line[i];
            var box = (PagePlace)position.Place!;
            while (i + 1 < line.Count && char.IsAsciiDigit(text[^1]) && line[i + 1].Text[0] >= '\u2E80'
                && line[i + 1].Position.Place is PagePlace next && next.X - box.Right < TouchOfHan * Math.Min(box.Height, next.Height))
            {
                text += line[++i].Text;
                box = box.With(next);
            }

            yield return new TableWord(text, position, box);
        }
    }

    private static TableWord[] Parted(TableWord word)
    {
        var label = word.Text.Length - CellText.GluedDigits(word.Text);
        var at = Ems(word.Text[..label]) / Ems(word.Text);
        return label == word.Text.Length ? [word] : [word.Part(0, label, 0, at), word.Part(label, word.Text.Length - label, at, 1)];
    }

    // A digit is about half as wide as a Han character.
    private static double Ems(string text) => text.Sum(character => character >= '\u2E80' ? 1 : 0.55);
}
