using System.Globalization;
using System.Security;
using System.Text;
using System.Xml;

namespace Validation.Engine.Annotation;

/// <summary>A comment: what it is about, and its paragraphs.</summary>
/// <param name="Range">What it is about.</param>
/// <param name="Lines">Its paragraphs.</param>
internal sealed record DraftComment(CommentRange Range, IReadOnlyList<string> Lines);

/// <summary>Writes comments as the part for comments holds them. [ISO 29500-1] 17.13.4.2</summary>
internal static class CommentXml
{
    /// <summary>The beginning of an XML part.</summary>
    public const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>A part that holds these comments and no others.</summary>
    public static string Part(string elements, string space) =>
        $"{Declaration}<w:comments xmlns:w=\"{space}\">{elements}</w:comments>";

    /// <summary>The elements of comments.</summary>
    /// <param name="comments">The comments.</param>
    /// <param name="ids">The id of each.</param>
    /// <param name="around">The prefix of the main namespace around them, with its colon. Empty: it is the default one.</param>
    /// <param name="space">The main namespace.</param>
    /// <param name="date">When they were made. Programs show the clock as it is written and ask for no zone, so it is that of China.
    /// </param>
    public static string Elements(
        IReadOnlyList<DraftComment> comments, IReadOnlyList<int> ids, string around, string space, DateTimeOffset date)
    {
        var clock = date.ToOffset(China).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var (w, declaration) = around.Length > 0 ? (around, string.Empty) : ("w:", $" xmlns:w=\"{space}\"");
        var made = $"{w}author=\"{Texts.Annotation.Author}\" {w}date=\"{clock}\" {w}initials=\"{Texts.Annotation.Initials}\"";
        var xml = new StringBuilder();
        for (var i = 0; i < comments.Count; i++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"""<{w}comment{declaration} {w}id="{ids[i]}" {made}>""");
            xml.AppendJoin(string.Empty, comments[i].Lines.Select((line, number) => Paragraph(line, number == 0, w)));
            xml.Append(CultureInfo.InvariantCulture, $"</{w}comment>");
        }

        return xml.ToString();
    }

    // The look of the document's own paragraphs, with large characters and indents, does not fit into a margin.
    private static string Paragraph(string line, bool isFirst, string w) =>
        $"""<{w}p><{w}pPr><{w}spacing {w}before="0" {w}after="0" {w}line="240" {w}lineRule="auto"/>"""
        + $"""<{w}ind {w}firstLine="0" {w}firstLineChars="0"/></{w}pPr>"""
        + (isFirst ? $"<{w}r><{w}annotationRef/></{w}r>" : string.Empty)
        + $"""<{w}r><{w}rPr><{w}sz {w}val="20"/><{w}szCs {w}val="20"/></{w}rPr>"""
        + $"""<{w}t xml:space="preserve">{Escaped(line)}</{w}t></{w}r></{w}p>""";

    // A message may quote what no XML can hold.
    private static string Escaped(string text)
    {
        var characters = text.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (i + 1 < characters.Length && char.IsSurrogatePair(characters[i], characters[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(characters[i]) || !XmlConvert.IsXmlChar(characters[i]))
            {
                characters[i] = '\uFFFD';
            }
            else if (characters[i] is '\n' or '\r' or '\t')
            {
                characters[i] = ' ';
            }
        }

        return SecurityElement.Escape(new string(characters));
    }
}

/// <summary>What a comment is about: whole elements of the part, or characters of their text. Elements are counted from 1 as they begin.
/// </summary>
/// <param name="First">The first element: a paragraph (w:p) or a cell (w:tc); of characters, the one that holds the first of them.</param>
/// <param name="Last">The last element. Of a cell the same.</param>
/// <param name="Start">The first character in the text of the first element, from 0. Negative: the elements are meant as a whole.</param>
/// <param name="End">The character behind the last one, in the text of the last element.</param>
internal readonly record struct CommentRange(int First, int Last, int Start = -1, int End = -1)
{
    /// <summary>The elements are meant as a whole.</summary>
    public bool IsWhole => Start < 0;
}
