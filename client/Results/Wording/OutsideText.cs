using System.Globalization;
using System.Text;

namespace Validation.Client.Wording;

/// <summary>Text from outside, such as the name of a file, as it may stand among a program's own words: what would steer a terminal, turn
/// the words beside it around, hide or end a line, becomes U+FFFD.</summary>
public static class OutsideText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text on one line.</summary>
    public static string Line(string text) => Clean(text, keepLines: false);

    /// <summary>The text with its line ends and tabs.</summary>
    public static string Lines(string text) => Clean(text, keepLines: true);

    private static string Clean(string text, bool keepLines)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsPlain(text, i, keepLines))
            {
                return Replace(text, i, keepLines);
            }
        }

        return text;
    }

    private static string Replace(string text, int first, bool keepLines)
    {
        var clean = new StringBuilder(text, 0, first, text.Length);
        for (var i = first; i < text.Length; i++)
        {
            clean.Append(IsPlain(text, i, keepLines) ? text[i] : text[i] is '\t' or '\n' or '\r' ? ' ' : Replacement);
        }

        return clean.ToString();
    }

    private static bool IsPlain(string text, int at, bool keepLines) => text[at] switch
    {
        '\t' or '\n' or '\r' => keepLines,
        >= ' ' and < '\u007F' => true,
        var half when char.IsSurrogate(half) => char.IsHighSurrogate(half)
            ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            : at > 0 && char.IsHighSurrogate(text[at - 1]),
        var other => char.GetUnicodeCategory(other) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator),
    };
}
