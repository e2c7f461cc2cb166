using Validation.Engine.Documents;
using Validation.V1;

namespace Validation.Engine.Reports.Text;

/// <summary>Takes the paragraphs of prose out of a document's lines.</summary>
internal static class Prose
{
    private const int ShortestSentence = 12;

    /// <summary>Every line that holds text; page numbers become deviations.</summary>
    public static IEnumerable<Passage> Paragraphs(IEnumerable<Paragraph> lines, ICollection<Deviation> deviations)
    {
        foreach (var line in lines)
        {
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
        from line in lines
        let text = line.Text.Trim()
        where text.Length >= ShortestSentence && text.EndsWith('。')
        select Passage(line, text);

    /// <summary>The end of a line as a passage.</summary>
    /// <param name="line">The line.</param>
    /// <param name="text">The text that ends it, white space at its end left aside.</param>
    public static Passage Passage(Paragraph line, string text)
    {
        var start = line.Text.LastIndexOf(text, StringComparison.Ordinal);
        return new Passage { Text = text, Location = line.Position.Shift(start).ToLocation() };
    }
}
