using Kind = Validation.V1.Claim.Types.Kind;

namespace Validation.Engine.Reports.Claims;

/// <content>What a clause says without a number.</content>
internal sealed partial class SentenceReader
{
    /// <summary>"未收到政府信息公开申请", "行政复议未发生": what is denied is 0.</summary>
    private void ReadDenial()
    {
        var not = _clause.Find(Sense.Not);
        if (not < 0 || _tokens.Find(not, _clause.Last, Sense.Number) >= 0)
        {
            return;
        }

        // "…的情况未出现": the subject stands before.
        if (_tokens.Has(not + 1, _clause.Last, IsLabel))
        {
            Deny(not + 1, _clause.Last, not);
        }
        else if (_tokens.Has(not + 1, _clause.Last, sense => sense is Sense.Occur or Sense.Receive))
        {
            Deny(_clause.First, not, not);
        }
    }

    private void Deny(int first, int last, int not)
    {
        if (Find(first, last, Sense.Carry) is >= 0 and var carry)
        {
            var direction = Direction(carry, first, last);
            DenyAs(direction == Kind.CarriedIn ? direction : Kind.CarriedOut, not, last);
            return;
        }

        var isProcessing = Find(first, last, Sense.ProcessingFee) >= 0;
        if (isProcessing || Find(first, last, Sense.Fee) >= 0)
        {
            DenyAs(isProcessing ? Kind.ProcessingFee : Kind.Fees, not, last);
            return;
        }

        if (Find(first, last, Sense.RuleDocument) >= 0)
        {
            var done = _tokens.Find(first, last, sense => sense is Sense.Issue or Sense.Repeal);
            AddStatement(done >= 0, done >= 0 ? RuleDocumentsOf(_tokens[done].Sense) : Kind.Unspecified, not, last);
            return;
        }

        if (DenyDisputes(first, last, not) || _tokens.Has(first, last, IsHindrance))
        {
            return;
        }

        // "未公开", "没有及时答复" deny something else.
        var verb = _tokens.Find(first, last, IsVerb);
        var isReceived = verb < 0 || _tokens[verb].Sense is Sense.Receive or Sense.ReceiveNew or Sense.Process;
        var (natural, legal) = (Find(first, last, Sense.Natural) >= 0, Find(first, last, Sense.Legal) >= 0);
        var isOfSome = natural != legal && Find(first, last, Sense.Anybody) < 0;
        if (isReceived && !isOfSome && Find(first, last, Sense.Application) is >= 0)
        {
            DenyAs(Kind.Accepted, not, last, verb);
        }
    }

    // What makes the application another one, or a part only.
    private static bool IsHindrance(Sense sense) => sense is Sense.Channel or Sense.OtherMatter or Sense.Detail or Sense.Document
        or Sense.Lost or Sense.Late or Sense.Timely or Sense.Excluding or Sense.Charge or Sense.Complete or Sense.Publish
        or (>= Sense.Granted and <= Sense.OtherOutcome);

    private bool DenyDisputes(int first, int last, int not)
    {
        var (review, suit) = (Find(first, last, Sense.Review), Find(first, last, Sense.Suit));
        var lost = _tokens.Find(first, last, sense => sense is Sense.Lost or Sense.Corrected);
        if (lost >= 0 && (SpeaksOf(Sense.Review, Sense.Suit) || Words(lost) is "败诉" or "纠错" or "被纠错"))
        {
            var isSuitOnly = Words(lost) == "败诉" || (suit >= 0 && review < 0);
            var isReviewOnly = review >= 0 && suit < 0 && Words(lost) != "败诉";
            AddStatement(!isReviewOnly, Kind.LitigationNotCorrected, not, last);
            AddStatement(!isSuitOnly, Kind.ReviewNotCorrected, not, last);
            return true;
        }

        if (review < 0 && suit < 0)
        {
            return false;
        }

        // Reviews of penalties and the like are none of disclosure.
        var isOfOther = !_context.SpeaksOfDisclosure && SpeaksOf(Sense.Penalty, Sense.Permit, Sense.Coercion, Sense.OtherMatter);
        if (!isOfOther && !IsOfFault(not, review < 0 ? suit : review) && !IsOfEnforcement(_clause.First, _clause.Last))
        {
            AddStatement(review >= 0, Kind.ReviewTotal, not, last);
            AddStatement(suit >= 0, Kind.LitigationTotal, not, last);
        }

        return true;
    }

    // "未因答复不当引起行政复议" denies those of one cause only.
    private bool IsOfFault(int not, int dispute)
    {
        var words = dispute < not ? "" : _text[_tokens[not].End.._tokens[dispute].Start];
        return words.Contains('不', StringComparison.Ordinal) && !words.Contains("不服", StringComparison.Ordinal);
    }

    // "行政执法工作无行政复议", "因具体行政行为被诉3件": whatever the paragraph is about, these are none of disclosure.
    private bool IsOfEnforcement(int first, int last)
    {
        var isNamed = _tokens.Has(first, last, sense => sense is Sense.Penalty or Sense.Permit or Sense.Coercion);
        for (var i = first; i < last && !isNamed; i++)
        {
            isNamed = _tokens[i].Sense == Sense.OtherMatter && Words(i) is "执法" or "行政行为" or "具体行政行为" or "工伤认定";
        }

        return isNamed && !_tokens.Has(first, last, sense => sense is Sense.Disclosure or Sense.Application);
    }

    private void AddStatement(bool holds, Kind kind, int first, int last)
    {
        if (holds)
        {
            DenyAs(kind, first, last);
        }
    }

    private bool SpeaksOf(params ReadOnlySpan<Sense> senses)
    {
        foreach (var sense in senses)
        {
            if (_senses[(int)sense])
            {
                return true;
            }
        }

        return false;
    }

    private void DenyAs(Kind kind, int not, int last, int verb = -1)
    {
        // What is denied stands before the word that denies it, or behind.
        var (first, end) = last <= not ? (_clause.First, _clause.Last) : (not, Math.Min(last, _clause.Last));
        var words = verb < 0 ? "" : Words(verb);
        Add(kind, 0, _tokens[first].Start, _tokens[end - 1].End, verb: words, isOwn: _clause.IsOwn, inWords: true);
    }

    private int Find(int first, int last, Sense sense) => _tokens.Find(first, last, sense);

    /// <summary>"均为自然人", "全部办结", "办结率100%".</summary>
    private void ReadStatements()
    {
        for (var i = _clause.First; i < _clause.Last; i++)
        {
            if (_tokens[i].Sense is Sense.All or Sense.Each && IsFollowedBy(i, Sense.Natural))
            {
                StateAllNatural(i);
            }
            else if (_tokens[i].Sense == Sense.All && IsFollowedBy(i, Sense.Complete) && MayBeCompleted())
            {
                var complete = Find(i, _clause.Last, Sense.Complete);
                if (!IsAttribute(complete) && !IsOfThoseDealtWith(i))
                {
                    StateAllCompleted(i, complete + 1);
                }
            }
            else if (_tokens[i].Sense is Sense.All or Sense.Each && IsFollowedBy(i, Sense.Upheld) && !SpeaksOf(Sense.Corrected))
            {
                StateAllUpheld(i);
            }
            else if (_tokens[i].Sense == Sense.CompletionRate && IsWhole(i) && MayBeCompleted())
            {
                StateAllCompleted(i, _clause.Last);
            }
        }
    }

    private bool IsFollowedBy(int index, Sense sense)
    {
        var found = Find(index + 1, Math.Min(_clause.Last, index + 5), sense);
        return found >= 0 && !_tokens.Has(index + 1, found, one => one is Sense.Number or Sense.Not);
    }

    // "所有办结的申请中" speaks of those that are dealt with, and does not say that all are.
    private bool IsAttribute(int token) => _tokens[token].End < _text.Length && _text[_tokens[token].End] == '的';

    // "在所有办理的申请中，全部依照范本答复": of those alone.
    private bool IsOfThoseDealtWith(int all)
    {
        var process = Find(0, all, Sense.Process);
        return process > 0 && _tokens[process - 1].Sense == Sense.All && IsAttribute(process);
    }

    private bool IsWhole(int index) =>
        Find(index, _clause.Last, Sense.Number) is >= 0 and var number && _tokens[number] is { Kind: NumberKind.Percent, Value: 100 };

    private bool MayBeCompleted() =>
        _context.Topic == Topic.Applications && !SpeaksOf(Sense.Excluding, Sense.Carry, Sense.OtherMatter);

    private void StateAllCompleted(int first, int last)
    {
        var kind = SpeaksOf(Sense.Timely) ? Kind.AllTimely : Kind.AllCompleted;
        Add(kind, 0, _tokens[first].Start, _tokens[last - 1].End);
    }

    // "行政复议7件，诉讼9件，均获维持": of both none was corrected.
    private void StateAllUpheld(int index)
    {
        var stop = _tokens.FindLast(0, index, sense => sense == Sense.Stop);
        var end = Find(index, _clause.Last, Sense.Upheld) + 1;
        var isOfSuits = _tokens.Has(stop + 1, index, sense => sense is Sense.Suit or Sense.DirectSuit or Sense.SuitAfterReview);
        AddStatement(isOfSuits, Kind.LitigationNotCorrected, index, end);
        AddStatement(Find(stop + 1, index, Sense.Review) >= 0, Kind.ReviewNotCorrected, index, end);
    }

    private void StateAllNatural(int index)
    {
        var natural = Find(index, _clause.Last, Sense.Natural);
        var total = _counts.FindLast(count => count.Claim.Kind is Kind.Accepted or Kind.New);
        var (start, end) = (_tokens[index].Start, _tokens[natural].End);
        if (_inParts || (_counts.Count > 0 && _counts[^1] != total))
        {
            return;
        }

        Add(Kind.AllNatural, total?.Claim.Value ?? 0, start, end);
        if (total is not null)
        {
            Add(Kind.Natural, total.Claim.Value, start, end, total.Claim.Unit);
        }
    }
}
