namespace Validation.Server.Wording;

/// <summary>Puts text from outside on one line, so that it cannot pass for a line or an entry of its own.</summary>
internal static class OneLine
{
    /// <summary>The text with control characters, line ends and signs that change the direction of writing replaced by spaces.</summary>
    public static string Of(string text)
    {
        return text.Any(Breaks) ? string.Concat(text.Select(character => Breaks(character) ? ' ' : character)) : text;
    }

    /// <summary>The same, at most so many UTF-16 code units of it, and no half of a character that has two.</summary>
    public static string Of(string text, int most)
    {
        var line = Of(text);
        return line.Length <= most ? line : line[..(char.IsHighSurrogate(line[most - 1]) ? most - 1 : most)];
    }

    private static bool Breaks(char character)
    {
        return char.IsControl(character)
            || character is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
    }
}
