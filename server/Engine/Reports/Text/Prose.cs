using System.Buffers;
using Validation.Engine.Documents;
using Validation.V1;

namespace Validation.Engine.Reports.Text;

/// <summary>Takes the paragraphs of prose out of a document's lines.</summary>
internal static class Prose
{
    private const int ShortestSentence = 12;

    private static readonly SearchValues<char> NoWords = SearchValues.Create(" \t\u00A0\u3000\u200B0123456789０１２３４５６７８９.,，%％/-—");

    /// <summary>
    /// Every line that holds text; page numbers become deviations. Of the rows of a table each cell with words in it: no sentence goes
    /// from one cell to another.
    /// </summary>
    public static IEnumerable<Passage> Paragraphs(IEnumerable<Paragraph> lines, ICollection<Deviation> deviations)
    {
        foreach (var line in lines)
        {
            if (line.Cells is not null)
            {
                foreach (var part in Parts(line).Where(part => part.Text.AsSpan().IndexOfAnyExcept(NoWords) >= 0))
                {
                    yield return Passage(part, part.Text.Trim());
                }

                continue;
            }

            var text = line.Text.Trim();
            if (PageNumbers.IsPossible(text) || PageNumbers.IsCertain(text))
            {
                var location = line.Position.ToLocation();
                deviations.Add(new Deviation { Kind = Deviation.Types.Kind.PageNumber, Actual = text, Location = location });
            }
            else if (text.Length > 0)
            {
                yield return Passage(line, text);
            }
        }
    }

    /// <summary>The lines that are whole sentences: beside a table stands prose, if anything, and a cell is none.</summary>
    public static IEnumerable<Passage> Sentences(IEnumerable<Paragraph> lines) =>
        from line in lines.SelectMany(Parts)
        let text = line.Text.Trim()
        where text.Length >= ShortestSentence && text.EndsWith('。')
        select Passage(line, text);

    // The paragraphs in the cells of a row; any other line is one.
    private static IEnumerable<Paragraph> Parts(Paragraph line)
    {
        if (line.Cells is null)
        {
            yield return line;
            yield break;
        }

        foreach (var cell in line.Cells)
        {
            for (var start = 0; start < cell.Text.Length;)
            {
                var length = cell.Text.AsSpan(start).IndexOf('\n');
                var end = length < 0 ? cell.Text.Length : start + length;
                yield return new Paragraph(cell.Text[start..end], cell.Position.Shift(start));
                start = end + 1;
            }
        }
    }

    /// <summary>The end of a line as a passage.</summary>
    /// <param name="line">The line.</param>
    /// <param name="text">The text that ends it, white space at its end left aside.</param>
    public static Passage Passage(Paragraph line, string text)
    {
        var start = line.Text.LastIndexOf(text, StringComparison.Ordinal);
        return new Passage { Text = text, Location = line.Position.Shift(start).ToLocation() };
    }
}
