using Validation.V1;

namespace Validation.Engine.Reports.Claims;

/// <content>Breakdowns and shares of a sentence, as the contract has them, without their places.</content>
internal sealed partial class SentenceReader
{
    private readonly List<(int Part, int Percent)> _shares = [];

    /// <summary>The totals that have two parts or more.</summary>
    public IEnumerable<(Breakdown Breakdown, int Start)> Breakdowns()
    {
        foreach (var total in _totals.Where(total => total.Parts.Count > 1 && !total.IsDoubtful))
        {
            var start = StartOf(total.First, total.Number);
            var breakdown = new Breakdown { Text = _text[start..total.Number.End], Total = total.Number.Value, Unit = total.Unit };
            foreach (var (number, first) in total.Parts)
            {
                breakdown.Parts.Add(new Breakdown.Types.Part { Text = _text[StartOf(first, number)..number.End], Value = number.Value });
            }

            breakdown.Whole = _senses[(int)Sense.Respectively];
            yield return (breakdown, start);
        }
    }

    /// <summary>The shares that the sentence states, each with the place where it begins.</summary>
    public IEnumerable<(Share Share, int Start)> Shares()
    {
        foreach (var (part, percent) in _shares)
        {
            var (number, share) = (_tokens[part], _tokens[percent]);
            var start = StartOf(part, number);
            var text = _text[start..share.End];
            var found = new Share
            {
                Text = text, Part = number.Value, Percent = share.Value, Decimals = DecimalsOf(share),
                OfApplications = _context.Topic == Topic.Applications,
            };
            found.Bases.AddRange(
                _tokens.Where(token => token.Sense == Sense.Number && token.Unit == number.Unit).Take(Most).Select(token => token.Value));
            yield return (found, start);
        }
    }

    private void NoteShare(int percent)
    {
        // "企业2件，占25%": the share stands right behind its number, in this clause or the next.
        var isStated = percent > 0 && (_tokens[percent - 1].Sense is Sense.Share or Sense.Open
            || (_tokens[percent - 1].Sense == Sense.Total && percent > 1 && _tokens[percent - 2].Sense == Sense.Share));
        for (var i = percent - 1; isStated && i >= 0 && i >= percent - 6; i--)
        {
            if (_tokens[i].Sense == Sense.Number)
            {
                if (_tokens[i].Kind is NumberKind.Count or NumberKind.OtherCount && _shares.Count < Most)
                {
                    _shares.Add((i, percent));
                }

                return;
            }

            if (_tokens[i].Sense is not (Sense.Comma or Sense.Share or Sense.Open or Sense.Total))
            {
                return;
            }
        }
    }

    private int DecimalsOf(ClauseToken percent)
    {
        var text = _text.AsSpan(percent.Start, percent.End - percent.Unit.Length - percent.Start);
        var point = text.IndexOf('.');
        return point < 0 ? 0 : text.Length - point - 1;
    }

    // The words of a number begin behind the mark before it.
    private int StartOf(int first, ClauseToken number)
    {
        var start = Math.Min(_tokens[first].Start, number.Start);
        while (start > 0 && start > number.Start - 12 && (char.IsLetter(_text[start - 1])))
        {
            start--;
        }

        return start;
    }
}
