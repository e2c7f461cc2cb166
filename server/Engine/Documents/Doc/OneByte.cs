namespace Validation.Engine.Documents.Doc;

/// <summary>The characters of text with one byte for each, [MS-DOC] 2.9.73.</summary>
internal static class OneByte
{
    // Those from 0x80 to 0x9F; zero: the character has the byte's own code.
    private const string Special =
        "\0\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\0\0\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\0\u0178";

    /// <summary>The character of a byte.</summary>
    public static char ToChar(byte value) =>
        value is >= 0x80 and < 0xA0 && Special[value - 0x80] is var character and not '\0' ? character : (char)value;
}
