namespace Validation.Engine.Reports.Text;

/// <summary>Tells what characters are, as readers of Chinese office documents see them.</summary>
internal static class Characters
{
    /// <summary>The characters of which the numbers of headings and labels consist: digits, and 一 to 十.</summary>
    public const string Numerals = "0123456789一二三四五六七八九十";

    private const int FullWidthOffset = 0xFEE0;
    private const int LongestOnStack = 256;

    /// <summary>The half width form of a full width letter, digit or mark; every other character unchanged.</summary>
    public static char Fold(char character) => character switch
    {
        >= '！' and <= '～' => (char)(character - FullWidthOffset),
        '\u3000' => ' ',
        _ => character,
    };

    /// <summary>White space, and characters that take no space at all (zero width space, byte order mark, soft hyphen).</summary>
    public static bool IsBlank(char character)
    {
        // Most characters are Han, and behind the ideographic space Unicode has no other white space.
        return character > '\u3000'
            ? character == '\uFEFF'
            : char.IsWhiteSpace(character) || character is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\u00AD';
    }

    /// <summary>Letters, digits and Han characters: what is left of a label when its form is left aside.</summary>
    public static bool IsWord(char character) => char.IsLetterOrDigit(character) || char.IsSurrogate(character);

    /// <summary>True for the numerals 一 to 十.</summary>
    public static bool IsHanNumeral(char character) => "一二三四五六七八九十".Contains(character, StringComparison.Ordinal);

    /// <summary>True for one of <see cref="Numerals"/>.</summary>
    public static bool IsNumeral(char character) => Numerals.Contains(character, StringComparison.Ordinal);

    /// <summary>The beginning of a text: at most so many UTF-16 code units, and no half of a character that has two.</summary>
    public static ReadOnlySpan<char> Start(ReadOnlySpan<char> text, int most) =>
        text.Length <= most ? text : text[..(most > 1 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>The text without any white space, in half width.</summary>
    public static string Squeeze(string text)
    {
        Span<char> buffer = text.Length <= LongestOnStack ? stackalloc char[text.Length] : new char[text.Length];
        var squeezed = buffer[..WriteSqueezed(text, buffer)];
        return squeezed.SequenceEqual(text) ? text : new string(squeezed);
    }

    /// <summary>Writes the same into a buffer that is as long as the text.</summary>
    /// <returns>How many characters it is.</returns>
    public static int WriteSqueezed(ReadOnlySpan<char> text, Span<char> squeezed)
    {
        var length = 0;
        foreach (var character in text)
        {
            var folded = Fold(character);
            if (!IsBlank(folded))
            {
                squeezed[length++] = folded;
            }
        }

        return length;
    }

    /// <summary>
    /// The words of the text alone, in half width and simplified characters: two labels that differ in form only (spaces, width,
    /// punctuation, script) give the same.
    /// </summary>
    public static string Words(string text)
    {
        Span<char> buffer = text.Length <= LongestOnStack ? stackalloc char[text.Length] : new char[text.Length];
        var words = buffer[..WriteWords(text, buffer)];
        return words.SequenceEqual(text) ? text : new string(words);
    }

    /// <summary>Writes the same into a buffer that is as long as the text.</summary>
    /// <returns>How many characters it is.</returns>
    public static int WriteWords(ReadOnlySpan<char> text, Span<char> words)
    {
        var length = 0;
        foreach (var character in text)
        {
            // Most are Han, and all of those are letters.
            var folded = Traditional.IsHan(character) ? character : Fold(character);
            if (Traditional.IsHan(folded) || IsWord(folded))
            {
                words[length++] = Traditional.Fold(folded);
            }
        }

        return length;
    }
}
