namespace Validation.Engine.Documents;

/// <summary>Recognizes the characters that a PDF gives where a font has no mapping to Unicode.</summary>
internal static class UnknownCharacters
{
    /// <summary>True for characters of private use, controls and U+FFFD.</summary>
    public static bool Contains(char character) => character is >= '\uE000' and <= '\uF8FF' or '\uFFFD' || char.IsControl(character);
}
