namespace Validation.Server.Wording;

/// <summary>Puts text from outside on one line, so that it cannot pass for a line or an entry of its own.</summary>
internal static class OneLine
{
    /// <summary>The text with control characters, line ends and signs that change the direction of writing replaced by spaces.</summary>
    public static string Of(string text)
    {
        return text.Any(Breaks) ? string.Concat(text.Select(character => Breaks(character) ? ' ' : character)) : text;
    }

    private static bool Breaks(char character)
    {
        return char.IsControl(character)
            || character is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
    }
}
