using System.Text.RegularExpressions;
using Validation.Engine.Reports.Labels;
using Validation.Engine.Reports.Tables.Rows;
using Validation.Engine.Reports.Text;

namespace Validation.Engine.Reports.Tables.Departures;

/// <summary>A label that stands otherwise than in the template.</summary>
/// <param name="Expected">The template's label.</param>
/// <param name="Actual">The words that stand in its place.</param>
/// <param name="Token">The first piece of text that holds them.</param>
internal readonly record struct AlteredLabel(string Expected, string Actual, Token Token);

/// <summary>
/// Compares pieces of text with the labels that the template prints in their place. The labels may be cut into pieces and stand in any
/// order; white space, width, punctuation and numbering are left aside. What no label explains is compared with the labels that are not
/// there.
/// </summary>
internal sealed partial class LabelCover
{
    private const int MostLabels = 12;
    private const int MostParts = 60;
    private const int MostMatches = 500;

    private readonly List<Token> _pieces;
    private readonly string _words;
    private readonly int[] _pieceOf;

    // The words that no label explains; '\0' for each that one does.
    private readonly char[] _rest;

    private LabelCover(List<Token> pieces)
    {
        var words = pieces.ConvertAll(static piece => Characters.Words(piece.Text));
        _pieces = pieces;
        _words = string.Concat(words);
        _pieceOf = new int[_words.Length];
        for (var (i, start) = (0, 0); i < words.Count; start += words[i++].Length)
        {
            Array.Fill(_pieceOf, i, start, words[i].Length);
        }

        _rest = _words.ToCharArray();
    }

    /// <summary>
    /// Which of the labels, the longest first, are altered. A label that is missing altogether does not count as altered, because
    /// conversions often lose text.
    /// </summary>
    public static IReadOnlyList<AlteredLabel> Compare(List<Token> pieces, string[] labels) =>
        ArePrinted(pieces, labels) ? [] : new LabelCover(pieces).Compare(labels);

    private IReadOnlyList<AlteredLabel> Compare(string[] labels)
    {
        var claims = Array.ConvertAll(labels, label => (Label: label, Words: Claim(LabelWords.Of(label))));
        var rests = Rests();
        return rests.Count == 0 ? [] :
        [
            .. Altered([.. claims.Where(static claim => claim.Words is null).Select(static claim => claim.Label)], rests),
            .. from claim in claims
               where claim.Words is not null
               let words = claim.Words!.Value
               where IsLengthened(claim.Label, words, rests)
               select Found(claim.Label, words.Start..(words.Start.Value + 1)),
        ];
    }

    // Each piece is a whole label as the template prints it, and no two are the same.
    private static bool ArePrinted(List<Token> pieces, string[] labels)
    {
        var (found, areLabels) = (0, true);
        for (var i = 0; i < pieces.Count && areLabels; i++)
        {
            var label = 1 << Array.IndexOf(labels, pieces[i].Text);
            (found, areLabels) = (found | label, label > 0 && (found & label) == 0);
        }

        return areLabels;
    }

    // Where the label stands, the last place where no other does; null: nowhere.
    private Range? Claim(string words)
    {
        var start = _rest.AsSpan().LastIndexOf(words);
        if (start < 0)
        {
            return null;
        }

        _rest.AsSpan(start, words.Length).Clear();
        return start..(start + words.Length);
    }

    // The runs of words that no label explains, without numbers at their ends.
    private List<Range> Rests()
    {
        var rests = new List<Range>();
        foreach (var run in Rest().EnumerateMatches(_rest))
        {
            rests.Add(run.Index..(run.Index + run.Length));
        }

        return rests;
    }

    private List<AlteredLabel> Altered(List<string> absent, List<Range> rests)
    {
        var lengths = absent.Select(label => LabelWords.Of(label).Length).Distinct().ToList();
        List<Range> parts = [.. rests.SelectMany(rest => lengths.SelectMany(length => Parts(rest, length))).Distinct()];
        var matches =
            from label in absent
            let words = LabelWords.Of(label)
            from part in parts
            let likeness = Likeness.Of(_words.AsSpan(part), words, Thresholds.LabelAlone)
            where likeness > 0
            orderby likeness descending
            select (Label: label, Part: part, Likeness: likeness);

        var altered = new List<(string Label, Range Part)>();
        foreach (var (label, part, likeness) in matches.Take(MostMatches))
        {
            // Less is like enough where no other text is left over.
            if (likeness < Thresholds.Label && (altered.Count > 0 || rests.Count > 1))
            {
                break;
            }

            if (!altered.Exists(other => other.Label == label || Overlap(other.Part, part)))
            {
                altered.Add((label, part));
            }
        }

        return altered.ConvertAll(other => Found(other.Label, other.Part));
    }

    private static bool Overlap(Range one, Range other) => one.Start.Value < other.End.Value && other.Start.Value < one.End.Value;

    // A rest as a whole, the pieces in it that are about as long as the label, and its end, where the text before it is something else.
    private IEnumerable<Range> Parts(Range rest, int length)
    {
        // The labels of a table stand right above its values; prose may stand above them.
        var (from, to) = (rest.Start.Value, rest.End.Value);
        var first = Math.Max(from, to - (MostLabels * length));
        int[] edges = [.. Enumerable.Range(first, to - first).Where(i => i == from || _pieceOf[i] != _pieceOf[i - 1]), to];
        var runs =
            from start in edges
            from end in edges
            where end > start && end - start <= 2 * length
            select start..end;
        return [rest, .. runs.Take(MostParts), Math.Max(from, to - length)..to];
    }

    // "现行有效件数（历史累计）": the label is there, and more in the same piece.
    private bool IsLengthened(string label, Range words, List<Range> rests)
    {
        var (start, end) = (words.Start.Value, words.End.Value);
        return _pieces[_pieceOf[start]].Text.Length <= 2 * (label.Length + 4) && rests.Exists(rest => rest.End.Value - rest.Start.Value > 1
            && ((rest.Start.Value == end && _pieceOf[end] == _pieceOf[end - 1])
                || (rest.End.Value == start && _pieceOf[start - 1] == _pieceOf[start])));
    }

    // A label for which other words stand: the text of all pieces that hold them.
    private AlteredLabel Found(string label, Range part)
    {
        var (first, last) = (_pieceOf[part.Start.Value], _pieceOf[part.End.Value - 1]);
        return new(label, string.Concat(_pieces[first..(last + 1)].Select(static piece => piece.Text)), _pieces[first]);
    }

    [GeneratedRegex($"[^\0{Characters.Numerals}](?:[^\0]*[^\0{Characters.Numerals}])?", RegexOptions.NonBacktracking)]
    private static partial Regex Rest();
}
