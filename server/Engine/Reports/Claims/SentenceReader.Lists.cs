using Validation.V1;
using Kind = Validation.V1.Claim.Types.Kind;

namespace Validation.Engine.Reports.Claims;

/// <content>Numbers that several labels share, totals with their parts, and shares; the last two as the contract has them, without their
/// places.</content>
internal sealed partial class SentenceReader
{
    private readonly List<(int Part, int Percent)> _shares = [];

    /// <summary>"行政复议、行政诉讼均为0件": one number for each of the labels before it.</summary>
    /// <returns>True: the number has been read, or nobody can tell how it is to be shared.</returns>
    private bool ReadShared(int index, int first)
    {
        var isEach = index > first && _tokens[index - 1].Sense is Sense.Each or Sense.All;
        var labels = LabelsBefore(isEach ? index - 1 : index, isEach);
        if (labels.Count < 2)
        {
            return false;
        }

        if (isEach || _tokens[index].Value == 0)
        {
            AddEach(labels, _ => _tokens[index]);
        }

        return true;
    }

    /// <summary>The labels that stand side by side before a token, without a number between them.</summary>
    private List<int> LabelsBefore(int index, bool isEach)
    {
        var labels = new List<int>();
        for (var i = index - 1; i >= Math.Max(_clause.First, index - Reach) && _tokens[i].Sense != Sense.Number; i--)
        {
            var sense = _tokens[i].Sense;
            if (IsShareable(sense) && !labels.Exists(label => _tokens[label].Sense == sense))
            {
                labels.Insert(0, i);
            }
            else if (!isEach && !IsShareable(sense)
                && sense is not (Sense.Pause or Sense.Join or Sense.Occur or Sense.Total or Sense.ThisYear))
            {
                break;
            }
        }

        return labels;
    }

    private static bool IsShareable(Sense sense) =>
        sense is Sense.Review or Sense.Suit or Sense.DirectSuit or Sense.SuitAfterReview || IsOutcome(sense)
        || IsDecision(sense) || sense is Sense.Issue or Sense.Repeal or Sense.InForce or (>= Sense.Upheld and <= Sense.Pending);

    private static bool IsDecision(Sense sense) => sense is Sense.Permit or Sense.Penalty or Sense.Coercion;

    /// <summary>"行政复议、行政诉讼分别为3件、1件": the numbers in the order of the labels.</summary>
    /// <returns>The token of the last number. Null: the numbers do not match the labels.</returns>
    private int? ReadRespectively(int index)
    {
        var labels = LabelsBefore(index, isEach: true);
        var numbers = new List<int>();
        for (var i = index + 1; i < _clause.Last && numbers.Count <= labels.Count; i++)
        {
            if (_tokens[i].IsCount)
            {
                numbers.Add(i);
            }
            else if (_tokens[i].Sense is not (Sense.Pause or Sense.Join or Sense.Each))
            {
                break;
            }
        }

        if (labels.Count < 2 || labels.Count != numbers.Count || _clause.IsSilent)
        {
            return null;
        }

        var next = 0;
        AddEach(labels, _ => _tokens[numbers[next++]]);
        return numbers[^1];
    }

    private void AddEach(List<int> labels, Func<int, ClauseToken> numberOf)
    {
        foreach (var label in labels)
        {
            var number = numberOf(label);
            var sense = _tokens[label].Sense;
            var kind = sense is Sense.Issue or Sense.Repeal or Sense.InForce
                ? _context.Topic == Topic.RuleDocuments ? RuleDocumentsOf(sense) : Kind.Unspecified
                : IsDecision(sense) ? DecisionOf(sense, VerbOfDecisions(), number.Unit)
                : IsOutcome(sense) ? OutcomeOf(sense)
                : sense is >= Sense.Upheld and <= Sense.Pending ? RulingOf(sense, label)
                : DisputeOf(sense);
            if (kind != Kind.Unspecified)
            {
                Add(kind, number, label);
            }
        }
    }

    private Sense VerbOfDecisions()
    {
        var verb = _tokens.Find(_clause.First, _clause.Last, sense => IsDecided(sense) || sense is Sense.Publish or Sense.Examine);
        return verb < 0 ? Sense.Nothing : _tokens[verb].Sense;
    }

    /// <summary>The total to which the next parts belong, or a part of it.</summary>
    private void NoteTotal(int index, int first)
    {
        var number = _tokens[index];
        if (number.Kind == NumberKind.Percent)
        {
            NoteShare(index);
            return;
        }

        if (number.Kind is not (NumberKind.Count or NumberKind.OtherCount) || _inParentheses
            || _tokens.Find(first, index, Sense.Compare) >= 0)
        {
            return;
        }

        // A part is named by a noun of its own: with a verb, or as a case of its own, it may count what other parts count too.
        if (_inParts && _totals.Count > 0 && !_totals[^1].IsClosed && _totals[^1].Unit == number.Unit)
        {
            var isOneMoreCase = _tokens.Has(first, index, IsVerb) && _totals[^1].Parts.Count > 0;
            _totals[^1].Add(number, first, isOneMoreCase || IsPartOfPart(index, first));
        }
        else if (!_inParts && _totals.Count < Most)
        {
            _totals.Add(new Total(number, first, number.Unit));
        }
    }

    // "争议11件，其中行政复议7件，结果维持6件": the six are some of the seven.
    private bool IsPartOfPart(int index, int first) =>
        _tokens.Has(first, index, sense => sense is >= Sense.Upheld and <= Sense.Pending)
        && _totals[^1].Parts.Exists(part => _tokens.Has(
            part.First, _tokens.IndexOf(part.Number), sense => sense is Sense.Review or Sense.Suit));

    /// <summary>The totals that have two parts or more.</summary>
    public IEnumerable<(Breakdown Breakdown, int Start)> Breakdowns()
    {
        foreach (var total in _totals.Where(
            total => total.Parts.Count > 1 && !total.IsDoubtful && (!total.IsOfTable || IsByChannel(total))))
        {
            var start = StartOf(total.First, total.Number);
            var breakdown = new Breakdown { Text = _text[start..total.Number.End], Total = total.Number.Value, Unit = total.Unit };
            foreach (var (number, first) in total.Parts)
            {
                var words = _text[StartOfPart(first, number)..number.End];
                breakdown.Parts.Add(new Breakdown.Types.Part { Text = words, Value = number.Value });
            }

            breakdown.Whole = _senses[(int)Sense.Respectively];
            yield return (breakdown, start);
        }
    }

    // "收到9件，其中网上5件、信函4件", and none of these has parts of its own.
    private bool IsByChannel(Total total) => !SpeaksOf(Sense.Includes)
        && _tokens.FindIndex(IsAmong) == _tokens.FindLastIndex(IsAmong)
        && total.Parts.TrueForAll(part => Find(part.First, _tokens.IndexOf(part.Number), Sense.Channel) >= 0);

    private static bool IsAmong(ClauseToken token) => token.Sense == Sense.Among;

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

    // A part is named without the word that says that it is one: "其中网站4条" is 网站4条.
    private int StartOfPart(int first, ClauseToken number)
    {
        var start = StartOf(first, number);
        return Lexicon.TryMatch(_text.AsSpan(start), out var word) && word.Sense == Sense.Among ? start + word.Text.Length : start;
    }

    /// <summary>A total and its parts.</summary>
    private sealed class Total(ClauseToken number, int first, string unit)
    {
        public ClauseToken Number => number;

        public int First => first;

        public string Unit => unit;

        public List<(ClauseToken Number, int First)> Parts { get; } = [];

        /// <summary>What comes now is no part of it any more.</summary>
        public bool IsClosed { get; set; }

        /// <summary>The tables count it.</summary>
        public bool IsOfTable { get; set; }

        /// <summary>The parts may overlap.</summary>
        public bool IsDoubtful { get; set; }

        public void Add(ClauseToken part, int first, bool isDoubtful)
        {
            if (Parts.Count < Most)
            {
                Parts.Add((part, first));
            }

            IsDoubtful |= isDoubtful;
        }
    }
}
