using System.Text;

namespace Validation.Engine.Documents.Ofd;

/// <summary>
/// How wide characters are, in parts of the size of the type. An OFD says where each character begins and not how wide it is, which only
/// its fonts know, and these are mostly not in the file: the usual width is a guess, and up to the largest one the next character of a
/// word may begin.
/// </summary>
internal static class OfdAdvance
{
    private const double Full = 1;
    private const double Half = 0.5;

    // Digits of narrow and of wide fonts; beyond that two numbers stand beside one another.
    private const double MostOfDigit = 0.7;
    private const double MostOfOthers = 1.1;
    private const int FirstOfEastAsia = 0x2E80;

    /// <summary>How wide a character usually is.</summary>
    public static double Usual(Rune character) => character.Value >= FirstOfEastAsia ? Full : Half;

    /// <summary>The largest width, letters of Western fonts and punctuation of Chinese ones included.</summary>
    public static double Most(Rune character) => Rune.IsDigit(character) && character.IsAscii ? MostOfDigit : MostOfOthers;
}
