using System.Text;

namespace Validation.Cli.Rendering;

/// <summary>How many columns a text takes on a terminal: full-width characters take two.</summary>
internal static class TextWidth
{
    // Ranges of Unicode's EastAsianWidth that are wide or full-width. Ambiguous quotation marks, dashes and the like count as wide too: a
    // Chinese terminal prints them so, and elsewhere a line ends a little early.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x00B7, 0x00B7), (0x00D7, 0x00D7), (0x1100, 0x115F), (0x2010, 0x2027), (0x2030, 0x203B), (0x2103, 0x2103), (0x2160, 0x217F),
        (0x2190, 0x2199), (0x2200, 0x22FF), (0x2460, 0x24FF), (0x2500, 0x25FF), (0x2600, 0x267F), (0x2E80, 0x303E), (0x3041, 0x33FF),
        (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF01, 0xFF60),
        (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    /// <summary>The columns of one character.</summary>
    public static int Of(Rune rune)
    {
        if (rune.Value < 0x80)
        {
            return 1;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark
                or System.Globalization.UnicodeCategory.Format => 0,
            _ => IsWide(rune.Value) ? 2 : 1,
        };
    }

    /// <summary>The columns of a text.</summary>
    public static int Of(string text) => text.EnumerateRunes().Sum(Of);

    /// <summary>The text with spaces behind it, up to a number of columns.</summary>
    public static string Pad(string text, int columns) => text + new string(' ', Math.Max(0, columns - Of(text)));

    private static bool IsWide(int value) => Array.Exists(Wide, range => value >= range.First && value <= range.Last);
}
