using Validation.Engine.Documents;
using Validation.Engine.Reports.Text;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>Takes the words of printed lines as a table needs them: a number that touches a label apart from it, a year in a heading
/// not.</summary>
internal static class TableWords
{
    // Beyond this it is no section of a report.
    private const int Most = 10_000;
    private const double LargestType = 1.8;
    private const double TouchOfHan = 0.32;

    /// <summary>The words in the order of pages and lines; none where the lines have no words, or too many.</summary>
    public static List<TableWord> Of(IReadOnlyList<Paragraph> lines)
    {
        var words = new List<TableWord>();
        foreach (var line in lines)
        {
            AddLine(words, line.Words ?? []);
            if (words.Count > Most)
            {
                return [];
            }
        }

        // Across the page, in large type: a watermark.
        var heights = words.Select(word => word.Box.Height).Order().ToList();
        words.RemoveAll(word => !word.IsValue && word.Box.Height > LargestType * heights[heights.Count / 2]);
        return words;
    }

    private static void AddLine(List<TableWord> words, IReadOnlyList<Piece> line)
    {
        for (var i = 0; i < line.Count; i++)
        {
            if (line[i].Position.Place is not PagePlace box)
            {
                continue;
            }

            // "本年（2023）制发件数", "5件": type is set with a little space between digits and Han.
            var (text, position) = (line[i].Text, line[i].Position);
            while (i + 1 < line.Count && IsNumber(text) && line[i + 1].Position.Place is PagePlace next && IsTouched(box, line[i + 1].Text, next))
            {
                text += line[i + 1].Text;
                box = box.With(next);
                i++;
            }

            AddWord(words, text, position, box);
        }
    }

    private static bool IsNumber(string text) => char.IsAsciiDigit(text[^1]);

    private static bool IsTouched(PagePlace digits, string text, PagePlace box) =>
        text[0] >= '\u2E80' && box.X - digits.Right < TouchOfHan * Math.Min(digits.Height, box.Height);

    private static void AddWord(List<TableWord> words, string text, Position position, PagePlace box)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(Characters.Fold(text[text.Length - 1 - digits])))
        {
            digits++;
        }

        var label = text.Length - digits;
        if (digits == 0 || label < 2 || !(char.IsLetter(text[label - 1]) || Characters.Fold(text[label - 1]) == ')'))
        {
            words.Add(new TableWord(text, position, box));
            return;
        }

        var at = box.X + (box.Width * Ems(text.AsSpan(0, label)) / Ems(text));
        words.Add(new TableWord(text[..label], position, PagePlace.Between(box.Page, box.X, box.Y, at, box.Bottom)));
        words.Add(new TableWord(text[label..], position.Shift(label), PagePlace.Between(box.Page, at, box.Y, box.Right, box.Bottom)));
    }

    // A digit is about half as wide as a Han character.
    private static double Ems(ReadOnlySpan<char> text)
    {
        var ems = 0.0;
        foreach (var character in text)
        {
            ems += character >= '\u2E80' ? 1 : 0.55;
        }

        return ems;
    }
}
