using System.Buffers;
using Validation.Cel.Evaluation;

namespace Validation.Cel.Functions;

/// <summary>Own functions that find slips of the pen by their shape. The time they take is in proportion to the text.</summary>
internal static class Slips
{
    private const int ShortestWord = 2;
    private const int LongestWord = 8;
    private const int CharactersBehind = 4;
    private const int CharactersOfQuote = 12;

    // A quotation of several paragraphs is closed in the last of them; pages break lines as well.
    private const int MostLines = 5;
    private const int MostDoubled = 20;
    private const int MostStuttered = 20;
    private const int MostUnclosed = 10;

    private static readonly CelType[] OneText = [CelType.String];
    private static readonly CelType Found = CelType.ListOf(CelType.String);

    private static readonly Quote[] Quotes =
    [
        new('“', "”\"＂″〞", string.Empty), new('《', "》〉>＞", "〈<＜"), new('「', "」", string.Empty), new('『', "』", string.Empty),
    ];

    public static IReadOnlyList<CelFunction> All { get; } =
    [
        Define.Member("doubled", OneText, Found, Define.OfText(text => ListOf(Doubled(text), MostDoubled)), CelTexts.Functions.Doubled),
        Define.Member(
            "stuttered", [CelType.String, CelType.ListOf(CelType.String)], Found, Stuttered, CelTexts.Functions.Stuttered),
        Define.Member("unclosed", OneText, Found, Define.OfText(text => ListOf(Unclosed(text), MostUnclosed)), CelTexts.Functions.Unclosed),
    ];

    private static CelValue ListOf(IEnumerable<string> texts, int most)
    {
        return CelValue.Of(new CelList([.. texts.Distinct(StringComparer.Ordinal).Take(most).Select(CelValue.Of)]));
    }

    private static IEnumerable<string> Doubled(string text)
    {
        for (var at = 0; (at = Repeats.NextPair(text, at, ShortestWord, LongestWord)) < text.Length;)
        {
            var length = LengthOfDoubled(text, at);
            if (length == 0)
            {
                at++;
                continue;
            }

            // "政务服务服务大厅" holds both 务服务服 and 服务服务. The last is taken, because it goes with what follows.
            while (at + (2 * length) < text.Length && text[at + (2 * length)] == text[at])
            {
                at++;
            }

            var end = at + (2 * length);
            var behind = end;
            while (behind < text.Length && behind - end < CharactersBehind && IsHan(text[behind]))
            {
                behind++;
            }

            yield return text[at..behind];
            at = end;
        }
    }

    /// <summary>The length of the word that stands twice from an index on; 0: none does.</summary>
    private static int LengthOfDoubled(string text, int at)
    {
        for (var length = ShortestWord; length <= LongestWord && at + (2 * length) <= text.Length && IsHan(text[at + length - 1]); length++)
        {
            var word = text.AsSpan(at, length);
            if (IsHan(word[0]) && word.SequenceEqual(text.AsSpan(at + length, length)) && word.IndexOfAnyExcept(word[0]) >= 0)
            {
                return length;
            }
        }

        return 0;
    }

    private static CelValue Stuttered(CelFrame frame, ReadOnlySpan<CelValue> arguments)
    {
        var (text, phrases) = (arguments[0].AsString, arguments[1].AsList);
        if (!Sizes.Spend(frame, text.Length) || !frame.Budget.Spend(phrases.Count))
        {
            return Fault.BudgetExceeded;
        }

        var found = new List<string>();
        for (var at = 1; (at = Repeats.NextCharacter(text, at)) + 2 < text.Length && found.Count < MostStuttered; at++)
        {
            if (IsHan(text[at]) && IsPartOf(phrases, [text[at - 1], text[at], text[at + 2]]))
            {
                found.Add(text.Substring(at - 1, 4));
            }
        }

        return ListOf(found, MostStuttered);
    }

    /// <summary>Whether one of the usual phrases holds these characters. If so, the doubled one is no slip: it ends one word and begins
    /// the next.</summary>
    private static bool IsPartOf(CelList phrases, ReadOnlySpan<char> characters)
    {
        foreach (var phrase in phrases.Items)
        {
            if (phrase.Kind == CelKind.String && phrase.AsString.AsSpan().Contains(characters, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Unclosed(string text)
    {
        return Quotes.Where(quote => text.Contains(quote.Open, StringComparison.Ordinal))
            .SelectMany(quote => Unclosed(text, quote)).Order().Select(at => Shown(text, at));
    }

    private static IEnumerable<int> Unclosed(string text, Quote quote)
    {
        var pending = -1;
        var since = 0;
        for (var start = 0; start <= text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            var (open, isPendingClosed) = Line(text, start, end, quote, pending >= 0);
            since++;
            if (pending >= 0 && !isPendingClosed && (open >= 0 || since > MostLines))
            {
                yield return pending;
                pending = -1;
            }

            (pending, since) = open >= 0 ? (open, 0) : isPendingClosed ? (-1, 0) : (pending, since);
            start = end + 1;
        }

        if (pending >= 0)
        {
            yield return pending;
        }
    }

    /// <summary>Looks through a line for a quotation that it does not close. Open: the index where that begins, or -1. IsPendingClosed:
    /// the line closes one of an earlier line.</summary>
    private static (int Open, bool IsPendingClosed) Line(string text, int start, int end, Quote quote, bool isPending)
    {
        var (open, depth, inner, opens, closes) = (-1, 0, 0, 0, 0);
        var isPendingClosed = false;
        for (var i = start; quote.Next(text, i, end) is >= 0 and var next; i = next + 1)
        {
            var character = text[next];
            if (character == quote.Open)
            {
                // Each paragraph of a quotation begins with the mark.
                var goesOn = isPending && text.AsSpan(start, next - start).IsWhiteSpace();
                open = depth == 0 ? next : open;
                depth += goesOn ? 0 : 1;
                opens++;
            }
            else if (quote.Inner.Contains(character, StringComparison.Ordinal))
            {
                inner++;
            }
            else if (quote.Close.Contains(character, StringComparison.Ordinal))
            {
                var isInner = inner > 0 && character != quote.Close[0];
                closes += character == quote.Close[0] ? 1 : 0;
                inner -= isInner ? 1 : 0;
                isPendingClosed |= !isInner && depth == 0 && isPending;
                depth -= !isInner && depth > 0 ? 1 : 0;
            }
        }

        // Some fonts show the first mark on both sides.
        var isOneSided = closes == 0 && opens > 0 && opens % 2 == 0;
        return (depth > 0 && !isOneSided ? open : -1, isPendingClosed);
    }

    private static string Shown(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && end - at <= CharactersOfQuote && (char.IsLetterOrDigit(text[end]) || text[end] is '、' or '，' or '。'))
        {
            end++;
        }

        return text[at..end];
    }

    private static bool IsHan(char c)
    {
        return c is (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF');
    }

    /// <summary>Quotation marks that belong together.</summary>
    /// <param name="Open">The first.</param>
    /// <param name="Close">What closes it: the right one, then those that are taken for it.</param>
    /// <param name="Inner">First marks that a mark taken for the right one may belong to.</param>
    private sealed record Quote(char Open, string Close, string Inner)
    {
        private readonly SearchValues<char> _marks = SearchValues.Create($"{Open}{Close}{Inner}");

        /// <summary>The index of the next of these marks in a part of a text; -1: there is none.</summary>
        public int Next(string text, int start, int end)
        {
            var length = text.AsSpan(start, end - start).IndexOfAny(_marks);
            return length < 0 ? -1 : start + length;
        }
    }
}
