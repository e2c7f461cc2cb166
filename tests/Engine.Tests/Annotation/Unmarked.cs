using System.Text.RegularExpressions;

namespace Validation.Engine.Tests.Annotation;

/// <summary>Says whether a part differs from another by marks of comments alone, and by the runs that were parted for them.</summary>
internal static class Unmarked
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Takes the marks out of a part in every way in which they may have come in, until the rest is the original.</summary>
    /// <param name="marked">The part with marks.</param>
    /// <param name="original">The part without.</param>
    /// <param name="known">Marks that the original has itself, one after another as they are written.</param>
    public static bool Is(string marked, string original, IEnumerable<int> known)
    {
        var ids = known.ToHashSet();
        var name = @"(?:\w+:)?";
        var declaration = "(?: xmlns:w=\"[^\"]*\")?";
        var one = $"<{name}commentRange(?:Start|End){declaration} \\w+:id=\"(\\d+)\"/>"
            + $"|<{name}r{declaration}><\\w+:commentReference \\w+:id=\"(\\d+)\"/></{name}r>";
        var pieces = new List<string>();
        var last = 0;
        foreach (Match mark in Regex.Matches(marked, one, RegexOptions.None, Limit))
        {
            var id = mark.Groups[1].Success ? mark.Groups[1].Value : mark.Groups[2].Value;
            if (!ids.Contains(int.Parse(id, null)))
            {
                // Marks that follow one another come in together.
                pieces.AddRange(mark.Index > last || pieces.Count == 0 ? [marked[last..mark.Index]] : []);
                last = mark.Index + mark.Length;
            }
        }

        pieces.Add(marked[last..]);
        return Fits([.. pieces], 0, 0, original, 0);
    }

    // A piece from a character on, against the original from a character on.
    private static bool Fits(string[] pieces, int index, int from, string original, int at)
    {
        var piece = pieces[index];
        if (index == pieces.Length - 1)
        {
            return original.AsSpan(at).SequenceEqual(piece.AsSpan(from));
        }

        var next = pieces[index + 1];
        return Ends(piece, from).Any(end =>
        {
            var kept = piece.AsSpan(from, end.Length - from);
            return original.AsSpan(at).StartsWith(kept)
                && original.AsSpan(at + kept.Length).StartsWith(end.Instead)
                && Regex.Match(next, end.Begins, RegexOptions.Singleline, Limit) is { Success: true } begin
                && Fits(pieces, index + 1, begin.Length, original, at + kept.Length + end.Instead.Length);
        });
    }

    // How a piece may end before marks, what stood in the place of that, and how the next one then begins.
    private static IEnumerable<(int Length, string Instead, string Begins)> Ends(string piece, int from)
    {
        yield return (piece.Length, "", "^");
        const string Run = @"^<(?:\w+:)?r\b[^>]*>(?:<(?:\w+:)?rPr>.*?</(?:\w+:)?rPr>|<(?:\w+:)?rPr\s*/>)?";
        if (Tail(@"</(?:\w+:)?t\s*></(?:\w+:)?r\s*>$") is { } text)
        {
            yield return (text, "", Run + @"<(?:\w+:)?t\b[^>]*>");
        }

        if (Tail(@"</(?:\w+:)?r\s*>$") is { } run)
        {
            yield return (run, "", Run);
        }

        if (piece.EndsWith('>') && piece.Length > from)
        {
            yield return (piece.Length - 1, "/>", @"^</(?:\w+:)?p>");
        }

        int? Tail(string pattern) =>
            Regex.Match(piece, pattern, RegexOptions.None, Limit) is { Success: true } match && match.Index >= from ? match.Index : null;
    }
}
