using System.Collections.Frozen;
using System.Text;

namespace Validation.Engine.Documents.Html;

/// <summary>Tells by its first bytes whether a text is a web page, or a part of one.</summary>
internal static class MarkupSigns
{
    private const int Window = 64 * 1024;
    private const int LongestName = 10;

    // Text may name a tag or two, and Markdown may hold line breaks; a page without closing tags has many that open.
    private const int LeastEndTags = 2;
    private const int LeastBlocks = 3;

    private static readonly FrozenSet<string> Names =
        ("html head body meta title link style script table tbody thead tfoot tr td th caption colgroup col p div span font br hr img a b "
        + "strong i em u s sub sup h1 h2 h3 h4 h5 h6 ul ol li dl dt dd center section article main header footer nav blockquote pre form "
        + "input label fieldset o:p").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NameLookup =
        Names.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> Blocks =
        "table tbody tr td th p div h1 h2 h3 h4 h5 h6 li".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the text is: a page, another kind of XML, or neither (null).</summary>
    public static ContentKind? KindOf(ReadOnlySpan<byte> content)
    {
        var text = Start(content);
        var rest = SkipProlog(text, out var isXml);
        return StartsWith(rest, "<!doctype html") || StartsWith(rest, "<html") ? ContentKind.Html
            : isXml ? ContentKind.Xml : IsFragment(rest) ? ContentKind.Html : null;
    }

    // Tags are ASCII in every encoding that is read; in UTF-16 with a zero byte beside each character.
    private static ReadOnlySpan<byte> Start(ReadOnlySpan<byte> content)
    {
        content = content[..Math.Min(content.Length, Window)];
        if (content is [0xEF, 0xBB, 0xBF, ..])
        {
            return content[3..];
        }

        var isBigEndian = content is [0xFE, 0xFF, ..] or [0, (byte)'<', ..];
        return isBigEndian || content is [0xFF, 0xFE, ..] or [(byte)'<', 0, ..]
            ? Encoding.ASCII.GetBytes((isBigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(content).TrimStart('\uFEFF'))
            : content;
    }

    // White space, comments, XML declarations and processing instructions.
    private static ReadOnlySpan<byte> SkipProlog(ReadOnlySpan<byte> text, out bool isXml)
    {
        isXml = false;
        while (true)
        {
            text = text.TrimStart(" \t\r\n\f"u8);
            var isComment = text.StartsWith("<!--"u8);
            if (!isComment && !text.StartsWith("<?"u8))
            {
                return text;
            }

            isXml |= StartsWith(text, "<?xml");
            var inside = isComment ? text[4..] : text;
            var mark = isComment ? "-->"u8 : "?>"u8;
            var end = inside.IndexOf(mark);
            if (end < 0)
            {
                return text;
            }

            text = inside[(end + mark.Length)..];
        }
    }

    private static bool IsFragment(ReadOnlySpan<byte> text)
    {
        int ends = 0, blocks = 0;
        Span<char> buffer = stackalloc char[LongestName];
        for (int at = 0, next; (next = text[at..].IndexOf((byte)'<')) >= 0; at += next + 1)
        {
            var tag = text[(at + next + 1)..];
            var isEnd = tag is [(byte)'/', ..];
            var name = Name(isEnd ? tag[1..] : tag, buffer);
            if (!NameLookup.Contains(name))
            {
                continue;
            }

            if (at + next == 0 && !isEnd)
            {
                return true;
            }

            ends += isEnd ? 1 : 0;
            blocks += Blocks.Contains(name.ToString()) ? 1 : 0;
            if (ends >= LeastEndTags || blocks >= LeastBlocks)
            {
                return true;
            }
        }

        return false;
    }

    // The name of a tag that ends as tags do; empty: it is none.
    private static ReadOnlySpan<char> Name(ReadOnlySpan<byte> tag, Span<char> buffer)
    {
        var length = 0;
        while (length < tag.Length && length < buffer.Length && (char.IsAsciiLetterOrDigit((char)tag[length]) || tag[length] == ':'))
        {
            buffer[length] = (char)tag[length];
            length++;
        }

        return length < tag.Length && tag[length] is (byte)' ' or (byte)'>' or (byte)'/' or (byte)'\t' or (byte)'\r' or (byte)'\n'
            ? buffer[..length]
            : default;
    }

    private static bool StartsWith(ReadOnlySpan<byte> text, string start) =>
        text.Length >= start.Length && Ascii.EqualsIgnoreCase(text[..start.Length], start);
}
