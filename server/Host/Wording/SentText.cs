using System.Globalization;

namespace Validation.Server.Wording;

/// <summary>Text that a client sent, such as the name of a file, where it must not pass for the server's own words.</summary>
internal static class SentText
{
    /// <summary>True for a character that neither ends a line, nor steers a terminal, nor turns or hides the text beside it.</summary>
    public static bool IsPlain(char character)
    {
        return char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
    }

    /// <summary>The beginning of a text, on one line; what is not plain becomes U+FFFD.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many UTF-16 code units there is room for.</param>
    public static string Line(string text, int most)
    {
        return string.Concat(text.Take(most).Select(character => IsPlain(character) ? character : '\uFFFD'));
    }
}
