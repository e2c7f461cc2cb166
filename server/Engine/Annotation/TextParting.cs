namespace Validation.Engine.Annotation;

/// <summary>Parts the text of a run into two runs that look the same.</summary>
internal static class TextParting
{
    private const string Preserve = "xml:space=\"preserve\"";

    /// <summary>Where a character of a text stands in what is written, which may name characters by their codes or names.</summary>
    /// <param name="written">The content of the element, without markup.</param>
    /// <param name="character">The character, from 0.</param>
    /// <returns>The length of what is written if the text is not so long.</returns>
    public static int IndexOf(ReadOnlySpan<char> written, int character)
    {
        var at = 0;
        for (var passed = 0; at < written.Length && passed < character;)
        {
            var length = 1;
            passed++;
            if (written[at] == '&' && written[at..].IndexOf(';') is > 0 and var end)
            {
                // A character beyond U+FFFF has two code units.
                passed += IsLong(written.Slice(at + 1, end - 1)) ? 1 : 0;
                length = end + 1;
            }
            else if (written[at..].StartsWith("\r\n"))
            {
                length = 2;
            }

            at += length;
        }

        // No pair is torn.
        return at > 0 && at < written.Length && char.IsLowSurrogate(written[at]) && char.IsHighSurrogate(written[at - 1]) ? at - 1 : at;
    }

    /// <summary>Moves a place before the white space that stands before it: at the end of a text it would not count. [ISO 29500-1]
    /// 17.3.3.31</summary>
    /// <param name="tag">The tag of the text.</param>
    /// <param name="written">The content of the element.</param>
    /// <param name="at">The place.</param>
    /// <returns>0: there is nothing but white space before.</returns>
    public static int BeforeSpace(ReadOnlySpan<char> tag, ReadOnlySpan<char> written, int at)
    {
        var kept = written[..at].TrimEnd(" \t\r\n").Length;
        return IsPreserved(tag) ? at : kept;
    }

    /// <summary>The tag for the second part of a text.</summary>
    /// <param name="tag">The tag of the text.</param>
    /// <param name="second">What the second part holds.</param>
    public static string TagOf(ReadOnlySpan<char> tag, ReadOnlySpan<char> second) =>
        IsPreserved(tag) || second.IsEmpty || !char.IsWhiteSpace(second[0]) || tag.Contains("xml:space", StringComparison.Ordinal)
            ? tag.ToString()
            : $"{tag[..^1]} {Preserve}>";

    private static bool IsPreserved(ReadOnlySpan<char> tag) => tag.Contains("preserve", StringComparison.Ordinal);

    private static bool IsLong(ReadOnlySpan<char> name)
    {
        var isHex = name.StartsWith("#x");
        var style = isHex ? System.Globalization.NumberStyles.AllowHexSpecifier : System.Globalization.NumberStyles.None;
        return name.StartsWith("#")
            && uint.TryParse(name[(isHex ? 2 : 1)..], style, System.Globalization.CultureInfo.InvariantCulture, out var code)
            && code > char.MaxValue;
    }
}
