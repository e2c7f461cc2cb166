using System.Buffers;
using System.Text;

namespace Validation.Client.Page;

/// <summary>Writes text as it may stand in an element and in a quoted attribute. Characters that HTML does not allow (controls, halves of
/// surrogate pairs, code points without a character), and those that change the direction of writing, become U+FFFD.</summary>
internal static class SafeText
{
    private const char Replacement = '\uFFFD';

    // Everything that must not be written as it is, and the first units of what may have to be replaced.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [
            .. "&<>\"'", .. Range(0x00, 0x1F), .. Range(0x7F, 0x9F), '\u061C', '\u200E', '\u200F', .. Range(0x2028, 0x202E),
            .. Range(0x2066, 0x2069), .. Range(0xD800, 0xDFFF), .. Range(0xFDD0, 0xFDEF), '\uFFFE', '\uFFFF',
        ]);

    /// <summary>Writes the text with HTML's special characters escaped, and what is no valid character replaced.</summary>
    public static void Write(TextWriter output, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Special) is var at and >= 0)
        {
            output.Write(text[..at]);
            text = text[at..];
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) == OperationStatus.Done)
            {
                Write(output, rune, text[..length]);
            }
            else
            {
                output.Write(Replacement);
            }

            text = text[length..];
        }

        output.Write(text);
    }

    private static void Write(TextWriter output, Rune rune, ReadOnlySpan<char> units)
    {
        switch (rune.Value)
        {
            case '&':
                output.Write("&amp;");
                break;
            case '<':
                output.Write("&lt;");
                break;
            case '>':
                output.Write("&gt;");
                break;
            case '"':
                output.Write("&quot;");
                break;
            case '\'':
                output.Write("&#39;");
                break;
            case '\t' or '\n' or '\r' or '\f' or 0x2028 or 0x2029:
                output.Write(' ');
                break;
            case > 0xFFFF when (rune.Value & 0xFFFE) != 0xFFFE:
                output.Write(units);
                break;
            default:
                output.Write(Replacement);
                break;
        }
    }

    private static IEnumerable<char> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(value => (char)value);
}
