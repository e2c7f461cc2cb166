using Kind = Validation.V1.Claim.Types.Kind;

namespace Validation.Engine.Reports.Claims;

/// <content>From the words of a number to what it counts.</content>
internal sealed partial class SentenceReader
{
    private bool IsPartOfOther => _inParts && _context.Total == Kind.Unspecified;

    private Reading Decide(Reading reading, int first, int number, int last)
    {
        var label = reading.Label < 0 ? Sense.Nothing : _tokens[reading.Label].Sense;
        var verb = reading.Verb < 0 ? Sense.Nothing : _tokens[reading.Verb].Sense;
        var isMoney = _tokens[number].Kind == NumberKind.Money;
        var isFee = label is Sense.Fee or Sense.ProcessingFee;
        if (isMoney ? !isFee : isFee && _tokens[number].Value > 0)
        {
            // Money counts no cases; "收费通知1件" is no amount.
            return reading;
        }

        return label switch
        {
            Sense.Fee => reading with { Kind = Kind.Fees },
            Sense.ProcessingFee => reading with { Kind = Kind.ProcessingFee },
            Sense.Carry => reading with { Kind = _context.Topic == Topic.Other ? Kind.Unspecified : Direction(reading.Label, first, last) },
            Sense.Review or Sense.Suit or Sense.DirectSuit or Sense.SuitAfterReview =>
                reading with { Kind = IsOfEnforcement(first, number) ? Kind.Unspecified : DisputeOf(label) },
            >= Sense.Upheld and <= Sense.Pending => reading with { Kind = RulingOf(label, first) },
            >= Sense.Granted and <= Sense.OtherOutcome => reading with { Kind = OutcomeOf(label) },
            Sense.Natural or Sense.Legal => reading with { Kind = ApplicantOf(label) },
            Sense.Application or Sense.PlainApplication when verb == Sense.Nothing && _sortsDocuments => reading,
            Sense.Application or Sense.PlainApplication => WithApplications(reading, label, verb),
            Sense.RuleDocument => WithRuleDocuments(reading, verb),
            Sense.Permit or Sense.Penalty or Sense.Coercion => WithDecisions(reading, label, verb, number),
            Sense.Information when IsWholeInformation(first, number) => reading with { Kind = Kind.InformationPublished, IsOther = true },
            Sense.Late => reading with { Kind = Kind.Late },
            // "下年度继续办理8件": carried over, without the word.
            Sense.Nothing when verb == Sense.Process && Find(first, last, Sense.NextYear) >= 0 && _context.Topic != Topic.Other =>
                reading with { Kind = Kind.CarriedOut },
            Sense.Nothing => WithVerbAlone(reading, verb),
            Sense.Detail or Sense.Lost => reading,
            _ => reading with { IsOther = true },
        };
    }

    private Kind OutcomeOf(Sense label)
    {
        var isOfAnother = _context.Topic is Topic.Other or Topic.RuleDocuments || IsPartOfOther || _sortsDocuments
            || ((_inParts || _inIncluded) && _context.Total is Kind.CarriedIn or Kind.CarriedOut);
        return isOfAnother ? Kind.Unspecified : label switch
        {
            Sense.Granted => Kind.Granted,
            Sense.PartlyGranted => Kind.Partial,
            Sense.Refused => Kind.Denied,
            Sense.Unavailable => Kind.Unavailable,
            Sense.NotProcessed => Kind.NotProcessed,
            _ => Kind.OtherResult,
        };
    }

    private Kind ApplicantOf(Sense label) =>
        IsPartOfOther || _context.Topic == Topic.Other
            || (_inParts && _context.Total is not (null or Kind.Accepted or Kind.New)) ? Kind.Unspecified
        : label == Sense.Natural ? Kind.Natural
        : Kind.LegalEntity;

    private static Kind DisputeOf(Sense label) => label switch
    {
        Sense.Review => Kind.ReviewTotal,
        Sense.Suit => Kind.LitigationTotal,
        Sense.DirectSuit => Kind.LitigationDirect,
        _ => Kind.LitigationAfterReview,
    };

    /// <summary>A ruling belongs to the reviews or suits named last.</summary>
    private Kind RulingOf(Sense label, int first)
    {
        for (var i = first + 1; i < _clause.Last && !_tokens[i].IsCount; i++)
        {
            first = _tokens[i].Sense is Sense.Review or Sense.Suit ? i : first;
        }

        for (var i = first; i >= Math.Max(0, first - Reach); i--)
        {
            switch (_tokens[i].Sense)
            {
                case Sense.Review or Sense.Suit when IsOfBoth(i) || IsOfEnforcement(BeginOfClause(i), i):
                    return Kind.Unspecified;
                case Sense.Review:
                    return RulingOf(label, Kind.ReviewUpheld);
                case Sense.Suit:
                    return RulingOf(label, Kind.LitigationUpheld);
                case Sense.DirectSuit or Sense.SuitAfterReview or Sense.Application or Sense.OtherMatter:
                    return Kind.Unspecified;
                default:
                    break;
            }
        }

        return Kind.Unspecified;
    }

    // "行政复议、行政诉讼案件43件，结果维持6件": nobody knows of which.
    private bool IsOfBoth(int dispute)
    {
        var before = _tokens.FindLast(0, dispute, sense => sense is not (Sense.Pause or Sense.Join or Sense.Occur or Sense.Disclosure));
        return before >= 0 && _tokens[before].Sense is Sense.Review or Sense.Suit && _tokens[before].Sense != _tokens[dispute].Sense;
    }

    private int BeginOfClause(int token) =>
        _tokens.FindLast(0, token, sense => sense is Sense.Comma or Sense.Stop or Sense.Colon) + 1;

    private static Kind RulingOf(Sense label, Kind upheld) => upheld + (label - Sense.Upheld);

    private Reading WithApplications(Reading reading, Sense label, Sense verb)
    {
        var isNamed = label == Sense.Application || _context.Topic == Topic.Applications
            || verb is Sense.Receive or Sense.ReceiveNew or Sense.Process;
        // "受理线上申请65件，办结62件": these are the online ones, too.
        _ofChannel |= isNamed && reading.HasChannel && !_inParts && !_counts.Exists(count => count.Claim.Kind is Kind.Accepted or Kind.New);
        if (!isNamed || reading.HasChannel || verb is Sense.Publish or Sense.Examine or Sense.Decide or Sense.Charge or Sense.Issue)
        {
            return reading;
        }

        _sortsDocuments = false;
        return verb switch
        {
            Sense.ReceiveNew => reading with { Kind = Kind.New },
            Sense.Complete => reading with { Kind = Kind.ResultsTotal },
            _ when _inParts || _inIncluded => reading,
            _ when label == Sense.PlainApplication && verb == Sense.Nothing && _context.Topic != Topic.Applications => reading,
            _ => reading with { Kind = Kind.Accepted },
        };
    }

    private static Reading WithRuleDocuments(Reading reading, Sense verb)
    {
        var kind = RuleDocumentsOf(verb);
        return reading with { Kind = kind, EndsParts = kind != Kind.Unspecified, IsOther = kind == Kind.Unspecified };
    }

    private static Kind RuleDocumentsOf(Sense verb) => verb switch
    {
        Sense.Issue => Kind.RulesIssued,
        Sense.Repeal => Kind.RulesAbolished,
        Sense.InForce => Kind.RulesEffective,
        _ => Kind.Unspecified,
    };

    private Reading WithDecisions(Reading reading, Sense label, Sense verb, int number)
    {
        var kind = DecisionOf(label, verb, _tokens[number].Unit);
        return reading with { Kind = kind, EndsParts = IsDecided(verb), IsOther = kind == Kind.Unspecified };
    }

    private static bool IsDecided(Sense verb) => verb is Sense.Decide or Sense.Process or Sense.Complete;

    private Kind DecisionOf(Sense label, Sense verb, string unit)
    {
        var isListed = verb == Sense.Nothing && !_inParts && _verb != Sense.Publish && _verb != Sense.Examine
            && unit is "件" or "起" or "宗" or "例";
        return !IsDecided(verb) && !isListed ? Kind.Unspecified
            : label == Sense.Permit ? Kind.Permits
            : label == Sense.Penalty ? Kind.Penalties
            : Kind.Coercion;
    }

    /// <summary>Without a label the number counts what the sentence is about.</summary>
    private Reading WithVerbAlone(Reading reading, Sense verb)
    {
        if (reading.HasChannel)
        {
            return reading;
        }

        switch (verb)
        {
            case Sense.Issue or Sense.Repeal or Sense.InForce when _context.Topic == Topic.RuleDocuments && !IsPartOfOther:
                return reading with { Kind = RuleDocumentsOf(verb) };
            case Sense.Complete when _context.Topic is Topic.None or Topic.Applications && !IsPartOfOther:
                return reading with { Kind = Kind.ResultsTotal };
            case Sense.ReceiveNew when _context.Topic == Topic.Applications:
                return reading with { Kind = Kind.New };
            case Sense.Receive or Sense.Process when _context.Topic == Topic.Applications && !_inParts && !_inIncluded:
                return reading with { Kind = Kind.Accepted };
            case Sense.Examine when _context.Topic == Topic.RuleDocuments:
                return reading;
            case Sense.Publish or Sense.Examine or Sense.Decide:
                // "主动公开36件、依申请公开4件、不予公开3件": documents by the way they are published, no applications.
                _sortsDocuments |= Words(reading.Verb) == "主动公开";
                return reading with { IsOther = true };
            default:
                return reading;
        }
    }

    /// <summary>Carried in from the year before, or over to the next.</summary>
    private Kind Direction(int carry, int first, int last)
    {
        if (Find(first, carry, Sense.PreviousYear) >= 0)
        {
            return Kind.CarriedIn;
        }

        var named = _tokens.Find(carry + 1, last, sense => sense is Sense.NextYear or Sense.PreviousYear or Sense.ThisYear);
        if (named >= 0)
        {
            return _tokens[named].Sense == Sense.NextYear ? Kind.CarriedOut : Kind.CarriedIn;
        }

        var before = YearAt(_tokens.FindLast(first, carry, sense => sense == Sense.Year));
        return Find(first, carry, Sense.NextYear) >= 0 ? Kind.CarriedOut
            : DirectionOf(before, YearAt(Find(carry + 1, last, Sense.Year)), Words(carry));
    }

    private int YearAt(int token) => token < 0 ? 0 : (int)_tokens[token].Value;

    private Kind DirectionOf(int before, int after, string word)
    {
        if (before > 0 && after > 0)
        {
            return _reportYear == before && year != 0 ? Kind.CarriedOut : Kind.CarriedIn;
        }

        if (before > 0)
        {
            return _reportYear != 0 && before >= _reportYear ? Kind.Unspecified : Kind.CarriedIn;
        }

        if (after > 0)
        {
            return _reportYear != 0 && after < _reportYear ? Kind.CarriedIn
                : _reportYear != 0 && after == _reportYear ? Kind.Unspecified
                : Kind.CarriedOut;
        }

        var isToNextYear = word is "顺延" or "转入" or "延至" or "跨年度办理" or "跨年" || word.StartsWith("转下", StringComparison.Ordinal);
        return isToNextYear ? Kind.CarriedOut : Kind.Unspecified;
    }

    // 通过网站主动公开87条 is a part; 公示, 解读 and the like are parts too.
    private bool IsWholeInformation(int first, int number) => !IsPart && !_tokens.Has(
        Math.Min(first, _clause.First), number, sense => sense is Sense.Channel or Sense.Document or Sense.OtherMatter or Sense.Includes);
}
