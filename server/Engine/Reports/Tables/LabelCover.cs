using System.Text;
using Validation.Engine.Reports.Text;

namespace Validation.Engine.Reports.Tables;

/// <summary>A label that stands otherwise than in the template.</summary>
/// <param name="Expected">The template's label.</param>
/// <param name="Actual">The words that stand in its place.</param>
/// <param name="Token">The first piece of text that holds them.</param>
internal readonly record struct AlteredLabel(string Expected, string Actual, Token Token);

/// <summary>
/// Compares pieces of text with the labels that the template prints in their place. The labels may be cut into pieces and stand in any
/// order;
/// white space, width, punctuation and numbering are left aside. What no label explains is compared with the labels that are not there.
/// </summary>
internal sealed class LabelCover
{
    private const double LeastLikeness = 0.6;

    // A single piece is left: it stands in the place of the label that it is most like.
    private const double LeastLikenessAlone = 0.35;

    private const int MostLabels = 12;
    private const int MostParts = 60;
    private const int MostMatches = 500;

    private readonly IReadOnlyList<Token> _pieces;
    private readonly string _words;
    private readonly int[] _pieceOf;
    private readonly bool[] _claimed;

    private LabelCover(IReadOnlyList<Token> pieces)
    {
        var words = new StringBuilder();
        var pieceOf = new List<int>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = Characters.Words(pieces[i].Text);
            words.Append(piece);
            pieceOf.AddRange(Enumerable.Repeat(i, piece.Length));
        }

        _pieces = pieces;
        _words = words.ToString();
        _pieceOf = [.. pieceOf];
        _claimed = new bool[_words.Length];
    }

    /// <summary>The labels that are altered. A label that is simply not there is none of them: text is often lost in conversion.</summary>
    public static IReadOnlyList<AlteredLabel> Compare(IReadOnlyList<Token> pieces, IReadOnlyList<string> labels)
    {
        var cover = new LabelCover(pieces);
        var absent = new List<string>();
        var present = new List<(string Label, int Start, int Length)>();
        foreach (var label in labels.OrderByDescending(label => label.Length))
        {
            var words = RowAligner.LabelWords(label);
            var start = cover.Claim(words);
            if (start < 0)
            {
                absent.Add(label);
            }
            else
            {
                present.Add((label, start, words.Length));
            }
        }

        var rests = cover.Rests();
        return rests.Count == 0 ? [] : [.. cover.Altered(absent, rests), .. cover.Lengthened(present, rests)];
    }

    private int Claim(string words)
    {
        for (var start = _words.LastIndexOf(words, StringComparison.Ordinal); start >= 0;)
        {
            if (!_claimed.AsSpan(start, words.Length).Contains(true))
            {
                _claimed.AsSpan(start, words.Length).Fill(true);
                return start;
            }

            start = start == 0 ? -1 : _words.LastIndexOf(words, start + words.Length - 2, StringComparison.Ordinal);
        }

        return -1;
    }

    // The runs that no label claimed, numbers at their ends left aside.
    private List<Range> Rests()
    {
        var rests = new List<Range>();
        for (var i = 0; i < _words.Length;)
        {
            var end = i;
            while (end < _words.Length && !_claimed[end])
            {
                end++;
            }

            var (start, stop) = (i, end);
            while (start < stop && Characters.IsNumeral(_words[start]))
            {
                start++;
            }

            while (stop > start && Characters.IsNumeral(_words[stop - 1]))
            {
                stop--;
            }

            if (stop > start)
            {
                rests.Add(start..stop);
            }

            i = end + 1;
        }

        return rests;
    }

    private List<AlteredLabel> Altered(List<string> absent, List<Range> rests)
    {
        var lengths = absent.Select(label => RowAligner.LabelWords(label).Length).Distinct().ToList();
        List<Range> parts = [.. rests.SelectMany(rest => lengths.SelectMany(length => Parts(rest, length))).Distinct()];
        var matches =
            from label in absent
            let words = RowAligner.LabelWords(label)
            from part in parts
            let likeness = Similarity.Of(_words.AsSpan(part), words)
            where likeness >= LeastLikenessAlone
            orderby likeness descending
            select (Label: label, Part: part, Likeness: likeness);

        var altered = new List<AlteredLabel>();
        var taken = new List<Range>();
        AlteredLabel? nearest = null;
        foreach (var (label, part, likeness) in matches.Take(MostMatches))
        {
            var found = new AlteredLabel(label, TextOf(part), _pieces[_pieceOf[part.Start.Value]]);
            nearest ??= found;
            var isKnown = altered.Exists(other => other.Expected == label) || taken.Exists(other => Overlap(other, part));
            if (likeness >= LeastLikeness && !isKnown)
            {
                altered.Add(found);
                taken.Add(part);
            }
        }

        return altered.Count == 0 && rests.Count == 1 && nearest is { } alone ? [alone] : altered;
    }

    private static bool Overlap(Range one, Range other) => one.Start.Value < other.End.Value && other.Start.Value < one.End.Value;

    // A rest as a whole, the pieces in it that are about as long as the label, and its end, where the text before it is something else.
    private List<Range> Parts(Range rest, int length)
    {
        var (from, to) = (rest.Start.Value, rest.End.Value);
        List<Range> parts = [rest];

        // The labels of a table stand right above its values; prose may stand above them.
        var first = Math.Max(from, to - (MostLabels * length));
        first = first > from ? EndOfPiece(first, to) : first;
        for (var start = first; start < to && parts.Count < MostParts; start = EndOfPiece(start, to))
        {
            for (var end = EndOfPiece(start, to); end - start <= 2 * length; end = EndOfPiece(end, to))
            {
                parts.Add(start..end);
                if (end == to)
                {
                    break;
                }
            }
        }

        if (to - from > length)
        {
            parts.Add((to - length)..to);
        }

        return parts;
    }

    private int EndOfPiece(int index, int most)
    {
        var piece = _pieceOf[index];
        while (index < most && _pieceOf[index] == piece)
        {
            index++;
        }

        return index;
    }

    // "现行有效件数（历史累计）": the label is there, and more in the same piece.
    private IEnumerable<AlteredLabel> Lengthened(List<(string Label, int Start, int Length)> present, List<Range> rests)
    {
        foreach (var (label, start, length) in present)
        {
            var piece = _pieceOf[start];
            var isAdjacent = rests.Any(rest => rest.End.Value - rest.Start.Value > 1
                && ((rest.Start.Value == start + length && _pieceOf[rest.Start.Value] == _pieceOf[start + length - 1])
                    || (rest.End.Value == start && _pieceOf[start - 1] == piece)));
            if (isAdjacent && _pieces[piece].Text.Length <= 2 * (label.Length + 4))
            {
                yield return new AlteredLabel(label, _pieces[piece].Text, _pieces[piece]);
            }
        }
    }

    private string TextOf(Range part)
    {
        var (first, last) = (_pieceOf[part.Start.Value], _pieceOf[part.End.Value - 1]);
        return string.Concat(_pieces.Skip(first).Take(last - first + 1).Select(piece => piece.Text));
    }
}
