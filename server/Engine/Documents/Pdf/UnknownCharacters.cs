namespace Validation.Engine.Documents.Pdf;

/// <summary>What stands for a character of a font that has no mapping to Unicode.</summary>
internal static class UnknownCharacters
{
    /// <summary>Whether it is one: of private use, a control, or none.</summary>
    public static bool Contains(char character) => character is >= '\uE000' and <= '\uF8FF' or '\uFFFD' || char.IsControl(character);
}
