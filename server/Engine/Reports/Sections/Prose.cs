using System.Buffers;
using Validation.Engine.Documents;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Text;
using Validation.V1;

namespace Validation.Engine.Reports.Sections;

/// <summary>Takes the paragraphs of prose out of a document's lines.</summary>
internal static class Prose
{
    private const int ShortestSentence = 12;

    private static readonly SearchValues<char> NoWords = SearchValues.Create(" \t\u00A0\u3000\u200B0123456789０１２３４５６７８９.,，%％/-—");

    /// <summary>
    /// Every line that holds text; page numbers become deviations. Of the rows of a table each cell with words in it: no sentence goes
    /// from one cell to another.
    /// </summary>
    public static IEnumerable<Passage> Paragraphs(IEnumerable<TextLine> lines, ICollection<Deviation> deviations)
    {
        foreach (var line in lines)
        {
            if (line.Cells is not null)
            {
                foreach (var part in Parts(line.Cells, 1))
                {
                    if (part.Text.AsSpan().IndexOfAnyExcept(NoWords) >= 0)
                    {
                        yield return Passage(part, part.Text.Trim());
                    }
                }

                continue;
            }

            var text = line.Text.Trim();
            if (PageNumbers.IsPossible(text) || PageNumbers.IsCertain(text))
            {
                deviations.Note(Deviation.Types.Kind.PageNumber, string.Empty, line.Position, actual: text);
            }
            else if (text.Length > 0)
            {
                yield return Passage(line, text);
            }
        }
    }

    /// <summary>The lines that are whole sentences: beside a table stands prose, if anything, and a cell is none.</summary>
    public static IEnumerable<Passage> Sentences(IEnumerable<TextLine> lines)
    {
        foreach (var line in lines)
        {
            if (line.Cells is null)
            {
                if (IsSentence(line.Text))
                {
                    yield return Passage(line, line.Text.Trim());
                }

                continue;
            }

            foreach (var part in Parts(line.Cells, ShortestSentence))
            {
                if (IsSentence(part.Text))
                {
                    yield return Passage(part, part.Text.Trim());
                }
            }
        }
    }

    /// <summary>The end of a line as a passage.</summary>
    /// <param name="line">The line.</param>
    /// <param name="text">The text that ends it, white space at its end left aside.</param>
    public static Passage Passage(TextLine line, string text)
    {
        var start = line.Text.LastIndexOf(text, StringComparison.Ordinal);
        return new Passage { Text = text, Location = line.Position.Shift(start).ToLocation() };
    }

    private static bool IsSentence(ReadOnlySpan<char> text) => text.Trim() is { Length: >= ShortestSentence } and [.., '。'];

    // The paragraphs in the cells of a row, but for those that are too short.
    private static IEnumerable<TextLine> Parts(IReadOnlyList<Piece> cells, int shortest)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = cells[i];
            for (var start = 0; start < cell.Text.Length;)
            {
                var length = cell.Text.AsSpan(start).IndexOf('\n');
                var end = length < 0 ? cell.Text.Length : start + length;
                if (end - start >= shortest)
                {
                    yield return new TextLine(cell.Text[start..end], cell.Position.Shift(start));
                }

                start = end + 1;
            }
        }
    }
}
