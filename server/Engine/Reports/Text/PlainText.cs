using System.Buffers;

namespace Validation.Engine.Reports.Text;

/// <summary>
/// A line as rules see it: no white space but single spaces between letters or digits of the Latin alphabet ("2024 年 1 月" is "2024年1月"),
/// and
/// digits and letters in half width. Punctuation stays as it is.
/// </summary>
internal static class PlainText
{
    private static readonly SearchValues<char> Odd = SearchValues.Create(
        " \t\u00A0\u3000\u200B\u200C\u200D\u2060\uFEFF\u00AD\u2002\u2003\u2009％．" +
        "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ");

    /// <summary>The line in that form.</summary>
    public static string Of(string line)
    {
        if (!line.AsSpan().ContainsAny(Odd))
        {
            return line;
        }

        Span<char> buffer = line.Length <= 512 ? stackalloc char[line.Length] : new char[line.Length];
        return new string(buffer[..Write(line, buffer, int.MaxValue).Written]);
    }

    /// <summary>Where the character with that index in the plain form stands in the line.</summary>
    public static int IndexIn(string line, int index)
    {
        if (!line.AsSpan().ContainsAny(Odd))
        {
            return index;
        }

        Span<char> buffer = line.Length <= 512 ? stackalloc char[line.Length] : new char[line.Length];
        return Write(line, buffer, index).Read;
    }

    // Writes the plain form until so many characters are written.
    private static (int Read, int Written) Write(string line, Span<char> plain, int most)
    {
        var written = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var character = Fold(line[i]);
            var isBlank = Characters.IsBlank(character);
            if (isBlank && (written == 0 || !char.IsAsciiLetterOrDigit(plain[written - 1]) || !BeginsWord(line.AsSpan(i).TrimStart())))
            {
                continue;
            }

            if (written == most)
            {
                return (i, written);
            }

            plain[written++] = isBlank ? ' ' : character;
        }

        return (line.Length, written);
    }

    private static bool BeginsWord(ReadOnlySpan<char> text) => text.Length > 0 && char.IsAsciiLetterOrDigit(Fold(text[0]));

    private static char Fold(char character)
    {
        var folded = Characters.Fold(character);
        return char.IsAsciiLetterOrDigit(folded) || folded is '%' or '.' or ' ' ? folded : character;
    }
}
