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
    public static IEnumerable<Passage> Paragraphs(IEnumerable<TextLine> lines, ICollection<Deviation> deviations)
    {
        foreach (var (line, isOfRow) in Parts(lines, 1))
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
    public static IEnumerable<Passage> Sentences(IEnumerable<TextLine> lines) =>
        from part in Parts(lines, ShortestSentence)
        where IsSentence(part.Line.Text)
        select Passage(part.Line, part.Line.Text.Trim());

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
    private static IEnumerable<(TextLine Line, bool IsOfRow)> Parts(IEnumerable<TextLine> lines, int shortest)
    {
        foreach (var line in lines)
        {
            if (line.Cells is null)
            {
                yield return (line, false);
            }

            for (var i = 0; i < line.Cells?.Count; i++)
            {
                var cell = line.Cells[i];
                for (var start = 0; start < cell.Text.Length;)
                {
                    var length = cell.Text.AsSpan(start).IndexOf('\n');
                    var end = length < 0 ? cell.Text.Length : start + length;
                    if (end - start >= shortest)
                    {
                        yield return (new TextLine(cell.Text[start..end], cell.Position.Shift(start)), true);
                    }

                    start = end + 1;
                }
            }
        }
    }
}
