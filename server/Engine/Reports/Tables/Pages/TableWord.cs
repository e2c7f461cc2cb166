using Validation.Engine.Documents;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Tables.Rows;
using Validation.Engine.Reports.Text;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>A printed word in the section that holds a table.</summary>
internal sealed class TableWord(string text, Position position, PagePlace box)
{
    // Beyond this it is no section of a report.
    private const int MostWords = 10_000;
    private const double TouchOfHan = 0.32;

    /// <summary>The text of the word.</summary>
    public string Text { get; } = text;

    /// <summary>The text, form left aside.</summary>
    public string Words { get; } = Characters.Words(text);

    /// <summary>Where it stands in the document.</summary>
    public Position Position { get; } = position with { Place = box };

    /// <summary>Where it stands on its page.</summary>
    public PagePlace Box { get; } = box;

    /// <summary>Its font does not say which characters it shows.</summary>
    public bool IsUnknown { get; } = text.Any(UnknownCharacters.Contains);

    /// <summary>It may stand in a cell: a number, a dash, or what a font does not tell.</summary>
    public bool IsValue { get; } = CellText.Classify(text) == TokenKind.Value || text.Any(UnknownCharacters.Contains);

    /// <summary>It is a part of a label or heading that was found.</summary>
    public bool IsClaimed { get; set; }

    /// <summary>It may be a part of a label that is not the template's.</summary>
    public bool IsFree => !IsClaimed && !IsValue && Words.Length > 0;

    /// <summary>
    /// The words of printed lines as a table needs them, in the order of pages and lines: a number that touches a label apart from it, a
    /// year in a heading not. None where the lines have no words, or too many.
    /// </summary>
    public static List<TableWord> Of(IReadOnlyList<TextLine> lines)
    {
        if (lines.Sum(line => line.Words?.Count ?? 0) > MostWords)
        {
            return [];
        }

        var words = lines.Select(static line => line.Words).OfType<IReadOnlyList<Piece>>().SelectMany(Joined)
            .SelectMany(static word => word.Parted()).ToList();

        // Across the page, in large type: a watermark.
        var heights = words.Select(word => word.Box.Height).Order().ToList();
        words.RemoveAll(word => !word.IsValue && word.Box.IsLarge(heights[heights.Count / 2]));
        return words;
    }

    /// <summary>The word is to the right of this one on the same line, or to its left.</summary>
    public bool IsBeside(TableWord other) => Box.IsBeside(other.Box);

    /// <summary>So many characters of the word, in the place that their width gives them.</summary>
    public TableWord Part(int start, int length)
    {
        var part = Text.Substring(start, length);
        var em = Box.Width / Ems(Text);
        return new(part, Position.Shift(start), Box with { X = Box.X + (em * Ems(Text[..start])), Width = em * Ems(part) });
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

    private TableWord[] Parted()
    {
        var digits = CellText.GluedDigits(Text);
        return digits == 0 ? [this] : [Part(0, Text.Length - digits), Part(Text.Length - digits, digits)];
    }

    // A digit is about half as wide as a Han character.
    private static double Ems(string text) => text.Sum(character => character >= '\u2E80' ? 1 : 0.55);
}
