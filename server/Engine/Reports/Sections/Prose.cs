using System.Buffers;
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
    public static IEnumerable<Passage> Paragraphs(IReadOnlyList<TextLine> lines, int start, int end, ICollection<Deviation> deviations)
    {
        foreach (var (line, isOfRow) in Parts(lines, start, end, 1))
        {
            var text = line.Text.Trim();
            if (!isOfRow && (PageNumbers.IsPossible(text) || PageNumbers.IsCertain(text)))
            {
                deviations.Note(Deviation.Types.Kind.PageNumber, string.Empty, line.Position, actual: text);
            }
            else if (isOfRow ? text.AsSpan().ContainsAnyExcept(NoWords) : text.Length > 0)
            {
                yield return Passage(line, text);
            }
        }
    }

    /// <summary>The lines that are whole sentences: beside a table stands prose, if anything, and a cell is none.</summary>
    public static IEnumerable<Passage> Sentences(IReadOnlyList<TextLine> lines, int start, int end) =>
        Parts(lines, start, end, ShortestSentence).Where(static part => IsSentence(part.Line.Text))
            .Select(static part => Passage(part.Line, part.Line.Text.Trim()));

    /// <summary>The end of a line as a passage.</summary>
    /// <param name="line">The line.</param>
    /// <param name="text">The text that ends it, white space at its end left aside.</param>
    public static Passage Passage(TextLine line, string text)
    {
        var start = line.Text.LastIndexOf(text, StringComparison.Ordinal);
        return new Passage { Text = text, Location = line.Position.Shift(start).ToLocation() };
    }

    private static bool IsSentence(ReadOnlySpan<char> text) => text.Trim() is { Length: >= ShortestSentence } and [.., '。'];

    // The lines, and instead of each row of a table the paragraphs in its cells, but for those that are too short.
    private static IEnumerable<(TextLine Line, bool IsOfRow)> Parts(IReadOnlyList<TextLine> lines, int start, int end, int shortest)
    {
        for (var i = start; i < end; i++)
        {
            var cells = lines[i].Cells;
            if (cells is null)
            {
                yield return (lines[i], false);
            }

            for (var column = 0; column < cells?.Count; column++)
            {
                var cell = cells[column];
                for (var from = 0; from < cell.Text.Length;)
                {
                    var length = cell.Text.AsSpan(from).IndexOf('\n');
                    var to = length < 0 ? cell.Text.Length : from + length;
                    if (to - from >= shortest)
                    {
                        yield return (new TextLine(cell.Text[from..to], cell.Position.Shift(from)), true);
                    }

                    from = to + 1;
                }
            }
        }
    }
}
