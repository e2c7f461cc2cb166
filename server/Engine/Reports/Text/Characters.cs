namespace Validation.Engine.Reports.Text;

/// <summary>What characters mean to a reader of Chinese office documents.</summary>
internal static class Characters
{
    private const int FullWidthOffset = 0xFEE0;

    /// <summary>The half width form of a full width letter, digit or mark; every other character unchanged.</summary>
    public static char Fold(char character) => character switch
    {
        >= '！' and <= '～' => (char)(character - FullWidthOffset),
        '\u3000' => ' ',
        _ => character,
    };

    /// <summary>White space, and characters that take no space at all (zero width space, byte order mark, soft hyphen).</summary>
    public static bool IsBlank(char character) =>
        char.IsWhiteSpace(character) || character is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD';

    /// <summary>Letters, digits and Han characters: what is left of a label when its form is left aside.</summary>
    public static bool IsWord(char character) => char.IsLetterOrDigit(character) || char.IsSurrogate(character);

    /// <summary>一 to 十.</summary>
    public static bool IsHanNumeral(char character) => "一二三四五六七八九十".Contains(character, StringComparison.Ordinal);

    /// <summary>A digit or 一 to 十: what the number of a heading or label is made of.</summary>
    public static bool IsNumeral(char character) => char.IsAsciiDigit(character) || IsHanNumeral(character);

    /// <summary>The text without any white space, in half width.</summary>
    public static string Squeeze(string text) => Select(text, static character => !IsBlank(character));

    /// <summary>
    /// The words of the text alone, in half width and simplified characters: two labels that differ in form only (spaces, width,
    /// punctuation, script) give the same.
    /// </summary>
    public static string Words(string text) => Traditional.Fold(Select(text, IsWord));

    private static string Select(string text, Func<char, bool> keep)
    {
        Span<char> buffer = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var character in text)
        {
            var folded = Fold(character);
            if (keep(folded))
            {
                buffer[length++] = folded;
            }
        }

        return length == text.Length && buffer[..length].SequenceEqual(text) ? text : new string(buffer[..length]);
    }
}
