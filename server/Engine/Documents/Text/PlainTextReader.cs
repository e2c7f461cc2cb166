using Validation.V1;

namespace Validation.Engine.Documents.Text;

/// <summary>Reads plain text: one paragraph for each line.</summary>
internal static class PlainTextReader
{
    /// <summary>Reads plain text: each line is a paragraph.</summary>
    /// <exception cref="UnreadableException">The bytes are no text, or too much of it.</exception>
    public static Document Read(ReadOnlySpan<byte> content, EngineLimits limits)
    {
        if (TextDecoder.Decode(content, limits.TextCharacters) is not var (text, encoding))
        {
            throw new UnreadableException(Reason.UndecodableText);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            throw new UnreadableException(Reason.EmptyDocument);
        }

        text = Radicals.Replace(text);

        // Counting the line ends first spares the making of lines that are too many.
        var ends = Math.Max(text.AsSpan().Count('\n'), text.AsSpan().Count('\r'));
        UnreadableException.ThrowIfTooLarge(ends > limits.Paragraphs);
        return new Document($"txt; {encoding}", SplitLines(text, limits.Paragraphs));
    }

    // Lines as editors count them: they end with LF, CR LF or CR.
    private static List<Block> SplitLines(string text, int most)
    {
        var lines = new List<Block>();
        var mayBeMarkdown = text.AsSpan().ContainsAny('#', '*');
        for (var start = 0; start <= text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : start + length;
            if (end > start || end < text.Length)
            {
                var line = text[start..end];
                lines.Add(new Paragraph(mayBeMarkdown ? Markdown.Blank(line) : line, new Position(lines.Count + 1, 1)));
            }

            UnreadableException.ThrowIfTooLarge(lines.Count > most);

            var isPair = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n';
            start = end + (isPair ? 2 : 1);
        }

        return lines;
    }
}
