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

    // The look of the document's own paragraphs, with large characters and indents, does not fit into a margin.
    private const string ParagraphLook = "<{0}pPr><{0}spacing {0}before=\"0\" {0}after=\"0\" {0}line=\"240\" {0}lineRule=\"auto\"/>"
        + "<{0}ind {0}firstLine=\"0\" {0}firstLineChars=\"0\"/></{0}pPr>";

    private const string RunLook = "<{0}rPr><{0}sz {0}val=\"20\"/><{0}szCs {0}val=\"20\"/></{0}rPr>";

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
        var (prefix, declaration) = around.Length > 0 ? (around, string.Empty) : ("w:", $" xmlns:w=\"{space}\"");
        var xml = new StringBuilder();
        for (var i = 0; i < comments.Count; i++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<{prefix}comment{declaration} {prefix}id=\"{ids[i]}\"");
            xml.Append(CultureInfo.InvariantCulture, $" {prefix}author=\"{Texts.Annotation.Author}\" {prefix}date=\"{clock}\"");
            xml.Append(CultureInfo.InvariantCulture, $" {prefix}initials=\"{Texts.Annotation.Initials}\">");
            var isFirst = true;
            foreach (var line in comments[i].Lines)
            {
                var reference = isFirst ? $"<{prefix}r><{prefix}annotationRef/></{prefix}r>" : string.Empty;
                xml.Append(CultureInfo.InvariantCulture, $"<{prefix}p>{Look(ParagraphLook, prefix)}{reference}<{prefix}r>");
                xml.Append(CultureInfo.InvariantCulture, $"{Look(RunLook, prefix)}<{prefix}t xml:space=\"preserve\">{Escaped(line)}");
                xml.Append(CultureInfo.InvariantCulture, $"</{prefix}t></{prefix}r></{prefix}p>");
                isFirst = false;
            }

            xml.Append(CultureInfo.InvariantCulture, $"</{prefix}comment>");
        }

        return xml.ToString();
    }

    private static string Look(string look, string prefix) => look.Replace("{0}", prefix, StringComparison.Ordinal);

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
