using System.Globalization;

namespace Validation.Engine.Reports.Claims;

/// <summary>Cuts a sentence into words, marks and numbers. What stands in 《》 or “” is a name and says nothing.</summary>
internal static class Tokenizer
{
    private const int LongestName = 80;

    /// <summary>Adds the tokens of a sentence to a list.</summary>
    /// <param name="text">The paragraph, in plain form.</param>
    /// <param name="start">Where the sentence begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="tokens">Takes the tokens.</param>
    public static void Read(string text, int start, int end, List<ClauseToken> tokens)
    {
        for (var i = start; i < end;)
        {
            var rest = text.AsSpan(i, end - i);
            if (Name(rest) is > 0 and var name)
            {
                i += name;
            }
            else if (rest[0] == '零' && i > start && text[i - 1] == '为')
            {
                // "均为零".
                tokens.Add(new ClauseToken(Sense.Number, i, i + 1));
                i++;
            }
            else if (Lexicon.TryMatch(rest, out var word))
            {
                if (word.Sense != Sense.Nothing)
                {
                    tokens.Add(new ClauseToken(word.Sense, i, i + word.Text.Length));
                }

                i += word.Text.Length;
            }
            else if (Time(rest, i) is { } time)
            {
                tokens.Add(time);
                i = time.End;
            }
            else if (Code(rest) is > 0 and var code)
            {
                i += code;
            }
            else if (NumberReader.TryRead(rest, i, out var number))
            {
                tokens.Add(number);
                i = number.End;
            }
            else
            {
                i++;
            }
        }
    }

    // The length of a name in quotation marks, these included; 0: none begins here.
    private static int Name(ReadOnlySpan<char> rest)
    {
        var closing = rest[0] switch { '《' => '》', '“' => '”', '「' => '」', '〔' => '〕', _ => '\0' };
        return closing == '\0' ? 0 : rest[..Math.Min(rest.Length, LongestName)].IndexOf(closing) + 1;
    }

    /// <summary>A year, or a day or month, which say nothing here.</summary>
    private static ClauseToken? Time(ReadOnlySpan<char> rest, int start)
    {
        var digits = NumberReader.DigitsIn(rest);
        if (digits is 0 or > 4 || digits == rest.Length)
        {
            return null;
        }

        if (digits == 4 && rest[4] == '年')
        {
            var length = rest.Length > 5 && rest[5] == '度' ? 6 : 5;
            return new ClauseToken(Sense.Year, start, start + length, int.Parse(rest[..4], CultureInfo.InvariantCulture));
        }

        if (digits <= 2 && rest[digits] == '月' && digits + 1 < rest.Length && "收受接办新".Contains(rest[digits + 1], StringComparison.Ordinal))
        {
            return new ClauseToken(Sense.PartOfYear, start, start + digits + 1);
        }

        // 11月以后 is a word of its own: the month itself says nothing.
        return digits <= 2 && rest[digits] is '月' or '日' or '时' or '分' or '点' or '号'
            && !(rest[digits] == '月' && Lexicon.TryMatch(rest[digits..], out _))
            ? new ClauseToken(Sense.Nothing, start, start + digits + 1)
            : null;
    }

    // A number with a letter, or the number of a document, is a name: A4, 30号, No.5.
    private static int Code(ReadOnlySpan<char> rest)
    {
        var length = 0;
        var hasLetter = false;
        while (length < rest.Length && char.IsAsciiLetterOrDigit(rest[length]))
        {
            hasLetter |= char.IsAsciiLetter(rest[length]);
            length++;
        }

        return hasLetter || (length > 0 && length < rest.Length && rest[length] == '号') ? length : 0;
    }
}
