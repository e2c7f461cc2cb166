using System.Xml;
using Validation.Engine.Documents;
using Validation.Engine.Documents.Zip;

namespace Validation.Engine.Annotation;

/// <summary>
/// Goes through the tags of a part as <see cref="PartXml"/> reads it, and says where each stands in the part's text. The reader has judged
/// that the part is well-formed; what is looked for here are the ends of tags, comments and the like.
/// </summary>
internal sealed class MarkupCursor(PartXml xml, string text)
{
    private int _next;

    /// <summary>The reader, which shows the current element.</summary>
    public PartXml Xml { get; } = xml;

    /// <summary>The current tag is the end of an element that has a tag of its own for it.</summary>
    public bool IsEnd { get; private set; }

    /// <summary>The current tag is a whole element without content.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Where the current tag begins in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends: behind its bracket.</summary>
    public int End { get; private set; }

    /// <summary>Goes to the next tag. False: there are no more.</summary>
    /// <exception cref="UnreadableException">The part is no XML, goes beyond a limit, or its text is not the one that the reader reads.
    /// </exception>
    public bool Read()
    {
        while (Xml.Read())
        {
            if (Xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                Find();
                var isEnd = Xml.NodeType == XmlNodeType.EndElement;
                var name = text.AsSpan(Start + (isEnd ? 2 : 1));
                if (IsEnd != isEnd || (!isEnd && IsEmpty != Xml.Reader.IsEmptyElement) || !name.StartsWith(Xml.Reader.Name))
                {
                    throw UnreadableException.Damaged();
                }

                return true;
            }
        }

        return false;
    }

    private void Find()
    {
        while (true)
        {
            Start = Index("<", _next);
            var rest = text.AsSpan(Start);
            if (rest.StartsWith("<!--"))
            {
                _next = Index("-->", Start + 4) + 3;
            }
            else if (rest.StartsWith("<![CDATA["))
            {
                _next = Index("]]>", Start) + 3;
            }
            else if (rest.StartsWith("<?"))
            {
                _next = Index("?>", Start) + 2;
            }
            else
            {
                break;
            }
        }

        // A bracket may stand in the value of an attribute.
        var end = Start;
        while (text[end] != '>')
        {
            var step = text.AsSpan(end + 1).IndexOfAny('>', '"', '\'');
            end = step < 0 ? throw UnreadableException.Damaged() : end + 1 + step;
            end = text[end] is '"' or '\'' ? Index(text[end] == '"' ? "\"" : "'", end + 1) : end;
        }

        _next = End = end + 1;
        IsEnd = text[Start + 1] == '/';
        IsEmpty = text[end - 1] == '/';
    }

    private int Index(string what, int from)
    {
        var at = from > text.Length ? -1 : text.IndexOf(what, from, StringComparison.Ordinal);
        return at < 0 ? throw UnreadableException.Damaged() : at;
    }
}
