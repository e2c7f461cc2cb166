using Kind = Validation.V1.Claim.Types.Kind;

namespace Validation.Engine.Reports.Claims;

/// <content>Numbers that several labels share, and totals with their parts.</content>
internal sealed partial class SentenceReader
{
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
        || sense is Sense.Issue or Sense.Repeal or Sense.InForce or (>= Sense.Upheld and <= Sense.Pending);

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
                : IsOutcome(sense) ? OutcomeOf(sense)
                : sense is >= Sense.Upheld and <= Sense.Pending ? RulingOf(sense, label)
                : DisputeOf(sense);
            if (kind != Kind.Unspecified)
            {
                Add(kind, number, label);
            }
        }
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
            _totals[^1].Add(number, first, _tokens.Has(first, index, IsVerb) && _totals[^1].Parts.Count > 0);
        }
        else if (!_inParts && _totals.Count < Most)
        {
            _totals.Add(new Total(number, first, number.Unit));
        }
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
