using Kind = Validation.V1.Claim.Types.Kind;

namespace Validation.Engine.Reports.Claims;

/// <content>What a number counts.</content>
internal sealed partial class SentenceReader
{
    // 商业企业, 科研机构, 社会公益组织: who applied, not what came of it.
    private static readonly string[] ApplicantEndings = ["企业", "机构", "组织", "律师"];

    private void ReadNumber(int index)
    {
        var number = _tokens[index];
        var (first, last) = ItemOf(index);
        NoteTotal(index, first);
        if (!MayCount(number) || _clause.IsSilent)
        {
            return;
        }

        if (ReadShared(index, first))
        {
            return;
        }

        var reading = Classify(first, index, last);
        if (!_inParts && reading.Kind is not (Kind.Unspecified or Kind.InformationPublished) && _totals.Count > 0)
        {
            // What the tables count is compared with them; its parts are told by several marks at once, unless all are ways to apply.
            _totals[^1].IsOfTable = true;
        }

        if (number.IsCount && !reading.IsNone && (!IsPart || (_inIncluded && !_inParts && !_inParentheses)))
        {
            NoteTotal(reading.Kind);
            _context.Topic = reading.Kind == Kind.Unspecified && reading.IsOther ? Topic.Other
                : reading.Kind is Kind.Accepted or Kind.New ? Topic.Applications
                : _context.Topic;
        }

        if (number.IsCount && reading.Label >= 0 && _tokens[reading.Label].Sense == Sense.Detail)
        {
            NoteDetail(number, Words(reading.Label));
        }

        // "行政复议8件，其中政府信息公开类3件": the eight are not all of disclosure.
        _ofDisclosureInPart |= _inParts && reading.Label < 0 && _tokens.Has(first, last, sense => sense == Sense.Disclosure);

        if (reading.Kind == Kind.Unspecified || (reading.Kind == Kind.InformationPublished && _inParts))
        {
            return;
        }

        if (reading.EndsParts)
        {
            _inParts = false;
        }

        // "8件予以公开", "2件转入下年": the words behind the number say what it counts.
        var behind = Math.Max(reading.Label, reading.Verb);
        var from = Math.Min(reading.From, index);
        Add(reading.Kind, number, from, reading.Verb < 0 ? "" : Words(reading.Verb), behind > index ? behind : -1);
    }

    // What was withdrawn, and what was not corrected in time: the form counts both among 其他处理.
    private void NoteDetail(ClauseToken number, string words)
    {
        if (words.Contains("复议", StringComparison.Ordinal) || words.Contains('诉', StringComparison.Ordinal))
        {
            // A review or a suit was withdrawn, no application.
            return;
        }

        if (words.Contains('撤', StringComparison.Ordinal))
        {
            _withdrawn = number.Value;
        }
        else if (!IsPart && !ApplicantEndings.Any(ending => words.EndsWith(ending, StringComparison.Ordinal)))
        {
            _ofOtherCases += number.Value;
        }

        if (words.Contains('撤', StringComparison.Ordinal) || words.EndsWith("补正", StringComparison.Ordinal))
        {
            _ofOtherOutcome.Add(number.Start);
        }
    }

    // "办结9件，结转下年度1件，其中予以公开5件": the parts are those of what was dealt with.
    private void NoteTotal(Kind kind)
    {
        var isCarried = kind is Kind.CarriedIn or Kind.CarriedOut;
        if (!isCarried || _context.Total is null or Kind.Unspecified)
        {
            _context.Total = kind;
        }
    }

    private bool IsPart => _inParts || _inIncluded || _inParentheses;

    // A bare 0 counts where "为" or the like stands before it.
    private bool MayCount(ClauseToken number) => number.Kind switch
    {
        NumberKind.Count or NumberKind.Money => true,
        NumberKind.Bare => number.Value == 0 && number.Start > 0 && "为是：:有".Contains(_text[number.Start - 1], StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>The tokens that can say what a number counts: from the number or mark before it, and up to the mark after it.</summary>
    private (int First, int Last) ItemOf(int index)
    {
        var before = _tokens.FindLast(_clause.First, index, EndsItem);
        var first = before < 0 ? _clause.First : before + 1;
        var behind = _tokens.Find(index + 1, _clause.Last, EndsItem);
        var last = behind < 0 ? _clause.Last : behind;

        // What stands between two numbers belongs to the second, unless nothing names the first.
        if (last < _clause.Last && _tokens[last].Sense == Sense.Number && NamesSomething(first, index))
        {
            last = index + 1;
        }

        return (first, last);
    }

    private static bool EndsItem(Sense sense) => sense is Sense.Number or Sense.Pause or Sense.Open or Sense.Close;

    private bool NamesSomething(int first, int last) =>
        _tokens.Has(first, last, sense => IsLabel(sense) || sense is Sense.Complete or Sense.ReceiveNew);

    private static bool IsLabel(Sense sense) => sense is (>= Sense.Application and <= Sense.OtherMatter and not Sense.Disclosure)
        or Sense.Carry or (>= Sense.Granted and <= Sense.Late) or Sense.Natural or Sense.Legal or Sense.Channel;

    private Reading Classify(int first, int number, int last)
    {
        var left = ReadLeft(first, number);
        var right = ReadRight(number + 1, last);
        if (left is { IsNone: true, Label: < 0 } && IsCarry(right.Label) && _tokens.Has(first, number, sense => sense == Sense.Excluding))
        {
            // "剩余2件结转下年度", "除2件结转下年度外": what is excepted is what is carried over.
            left = left with { IsNone = false };
        }

        if (left.IsNone)
        {
            return left;
        }

        if (left.Label < 0 && right.Label >= 0)
        {
            // "2件为网络申请": the channel stands behind, too.
            left = left with
            {
                Label = right.Label, Verb = left.Verb < 0 ? right.Verb : left.Verb, HasChannel = left.HasChannel || right.HasChannel,
            };
        }
        else if (IsCarry(right.Label))
        {
            // "另8件申请结转至下年": the carry-over says more than what is carried.
            left = left with { Label = right.Label };
        }
        else if (left.Label < 0 && left.Verb < 0 && right.Verb >= 0)
        {
            left = left with { Verb = right.Verb, HasChannel = left.HasChannel || right.HasChannel };
        }

        return Decide(left, first, number, last);
    }

    // "因不掌握等无法提供9件" names no detail alone.
    private bool IsOneOfDetails(int detail, int outcome) => _tokens[detail].Sense == Sense.Detail
        && _tokens.Exists(token => token.Sense == Sense.Detail && token.Start != _tokens[detail].Start)
        && _text.IndexOf('等', _tokens[detail].End, _tokens[outcome].Start - _tokens[detail].End) < 0;

    private bool IsCarry(int label) => label >= 0 && _tokens[label].Sense == Sense.Carry;

    /// <summary>The nearest label before a number, and its verb.</summary>
    private Reading ReadLeft(int first, int number)
    {
        var reading = new Reading(Kind.Unspecified, number);
        for (var i = number - 1; i >= first; i--)
        {
            var sense = _tokens[i].Sense;
            if (sense is Sense.Compare or Sense.Share or Sense.Excluding || (sense == Sense.Not && _tokens[number].Value > 0))
            {
                return reading with { IsNone = true };
            }

            if (sense == Sense.Channel && !IsOfAllChannels(i))
            {
                reading = reading with { HasChannel = true };
            }

            if (IsVerb(sense))
            {
                reading = reading with { Verb = FirstOfGroup(i, first, reading.Verb), From = i };
            }
            else if (reading.Label < 0 && IsLabel(sense) && sense != Sense.Channel)
            {
                reading = reading with { Label = i, From = i };
            }
            else if (reading.Label >= 0 && IsApplication(reading.Label)
                && (IsApplicant(i) || (sense == Sense.Carry && (reading.Verb < 0 || _tokens[reading.Verb].Sense != Sense.ReceiveNew))))
            {
                // "上年结转的申请27件", "自然人申请4件": what came before says more than what was applied for; "结转上年后新收申请27件" does not.
                reading = reading with { Label = i, From = i };
            }
            else if (reading.Label >= 0 && IsOutcome(_tokens[reading.Label].Sense)
                && (IsOneOfDetails(i, reading.Label) || (IsOutcome(sense) && sense != _tokens[reading.Label].Sense)))
            {
                // "部分公开或同意公开9件": nobody knows how many of each. "因不掌握无法提供9件，信息不存在2件": not all.
                return reading with { IsNone = true };
            }
        }

        return reading;
    }

    private Reading ReadRight(int first, int last)
    {
        var reading = new Reading(Kind.Unspecified, first);
        var namesOutcome = false;
        for (var i = first; i < last; i++)
        {
            var sense = _tokens[i].Sense;
            if ((sense is Sense.Join && reading.Label < 0) || (sense is Sense.Not && reading is { Label: < 0, Verb: < 0 }))
            {
                // "1件未答复" is no answer.
                break;
            }

            if (sense == Sense.Channel)
            {
                reading = reading with { HasChannel = true };
            }
            else if (sense == Sense.Carry || (reading.Label < 0 && IsLabel(sense))
                || (reading.Label >= 0 && IsOutcome(sense) && IsApplication(reading.Label)))
            {
                reading = reading with { Label = i };
            }
            else if (reading.Verb < 0 && IsVerb(sense) && !namesOutcome)
            {
                // "3件办理结果为主动公开" names what came of them, and does not say that these were all.
                namesOutcome = Words(i).StartsWith("办理结果", StringComparison.Ordinal);
                reading = reading with { Verb = namesOutcome ? -1 : i };
            }
        }

        return reading;
    }

    // "通过线上、信函等渠道收到12件", "通过邮寄、网上提交的申请12件" counts what came in whatever way.
    private bool IsOfAllChannels(int channel) =>
        channel > 0 && _tokens[channel - 1].Sense is Sense.Pause or Sense.Join
        && _tokens[channel].End < _text.Length && "等提".Contains(_text[_tokens[channel].End], StringComparison.Ordinal);

    // "公民和其他组织" is everybody.
    private bool IsApplicant(int token) => _tokens[token].Sense is Sense.Natural or Sense.Legal
        && _tokens[token + 1].Sense is not (Sense.Join or Sense.Pause or Sense.Detail or Sense.Legal)
        && (token == 0 || _tokens[token - 1].Sense is not (Sense.Join or Sense.Pause));

    private bool IsApplication(int token) => _tokens[token].Sense is Sense.Application or Sense.PlainApplication;

    private static bool IsOutcome(Sense sense) => sense is >= Sense.Granted and <= Sense.OtherOutcome;

    private static bool IsVerb(Sense sense) => sense is >= Sense.ReceiveNew and <= Sense.Examine or Sense.Charge;

    // Of verbs side by side ("办理回复", "收到并办结") the first says what is counted; of others the nearest.
    private int FirstOfGroup(int index, int first, int nearest)
    {
        if (nearest < 0)
        {
            return index;
        }

        var isGroup = !_tokens.Has(
            index + 1, nearest, sense => sense is not (Sense.Join or Sense.All or Sense.Total or Sense.Occur) && !IsVerb(sense));
        return isGroup && index >= first ? index : nearest;
    }

    private string Words(int index) => _text[_tokens[index].Start.._tokens[index].End];

    /// <summary>The reading of the words before or after a number.</summary>
    /// <param name="Kind">What it counts.</param>
    /// <param name="From">The first token of its words.</param>
    /// <param name="Label">The token that names what is counted; -1: none.</param>
    /// <param name="Verb">The token of the verb; -1: none.</param>
    /// <param name="HasChannel">It counts only what came in a certain way.</param>
    /// <param name="IsNone">It counts something that no table counts.</param>
    /// <param name="IsOther">It counts something else that is named.</param>
    /// <param name="EndsParts">It begins anew after a list of parts.</param>
    private readonly record struct Reading(
        Kind Kind, int From, int Label = -1, int Verb = -1, bool HasChannel = false, bool IsNone = false, bool IsOther = false,
        bool EndsParts = false);
}
