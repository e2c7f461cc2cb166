namespace Validation.Server;

/// <summary>Text from outside that must not pass for a line, or an entry, of its own.</summary>
internal static class OneLine
{
    /// <summary>The same text without control characters, line ends and signs that turn the direction of what follows: each is a
    /// space.</summary>
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
