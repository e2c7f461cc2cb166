using Validation.V1;
using Kind = Validation.V1.Claim.Types.Kind;

namespace Validation.Engine.Reports.Claims;

/// <summary>
/// Reads the counts of one sentence after the other. A sentence is cut into clauses at commas and the like; each number is read by the
/// words between it and the number or mark before, and where these say nothing, by the words after it. Not thread-safe.
/// </summary>
/// <param name="year">The year reported on; 0: not known, then the first year that a sentence speaks of counts as it.</param>
internal sealed partial class SentenceReader(int year)
{
    // No author states so many counts in a sentence: what comes after them is made to cost time.
    private const int Most = 100;

    // The distance in words at which a word may still belong to another.
    private const int Reach = 60;

    private readonly List<ClauseToken> _tokens = [];
    private readonly List<StatedCount> _counts = [];
    private readonly List<Total> _totals = [];
    private readonly Context _context = new();
    private readonly Clause _clause = new();

    private readonly bool[] _senses = new bool[(int)Sense.To + 1];

    private string _text = "";
    private int _reportYear;
    private bool _inParts;
    private bool _inIncluded;
    private bool _inParentheses;
    private bool _partsInParentheses;
    private Sense _verb;
    private readonly List<int> _ofOtherOutcome = [];
    private bool _sortsDocuments;
    private bool _ofChannel;
    private double _withdrawn;
    private double _ofOtherCases;
    private bool _ofDisclosureInPart;

    /// <summary>The counts of the sentence read last.</summary>
    public IReadOnlyList<StatedCount> Counts => _counts;

    /// <summary>Begins a paragraph: nothing of the one before is carried over.</summary>
    public void BeginParagraph() => _context.BeginParagraph();

    /// <summary>Reads the counts that a sentence states.</summary>
    /// <param name="text">The paragraph, in plain form.</param>
    /// <param name="start">Where the sentence begins.</param>
    /// <param name="end">Where it ends.</param>
    public void Read(string text, int start, int end)
    {
        _tokens.Clear();
        _counts.Clear();
        _totals.Clear();
        _shares.Clear();
        _text = text;
        Tokenizer.Read(text, start, end, _tokens);
        if (_tokens.Count == 0)
        {
            return;
        }

        _inParts = false;
        _inIncluded = false;
        _inParentheses = false;
        _partsInParentheses = false;
        Array.Clear(_senses);
        foreach (var token in _tokens)
        {
            _senses[(int)token.Sense] = true;
        }

        _verb = Sense.Nothing;
        _sortsDocuments = false;
        _ofChannel = false;
        _withdrawn = 0;
        _ofOtherCases = 0;
        _ofOtherOutcome.Clear();
        _ofDisclosureInPart = false;
        _context.Year = 0;
        _context.Scope = "";
        _context.OfOthers = false;
        _context.Total = _context.Total is Kind.CarriedIn or Kind.CarriedOut ? null : _context.Total;
        _reportYear = year != 0 ? year : FirstYear();
        for (var first = 0; first < _tokens.Count;)
        {
            var last = first;
            while (last < _tokens.Count && _tokens[last].Sense is not (Sense.Comma or Sense.Stop or Sense.Colon))
            {
                last++;
            }

            ReadClause(first, last);
            if (last < _tokens.Count && _tokens[last].Sense == Sense.Stop && _totals.Count > 0)
            {
                _totals[^1].IsClosed = true;
            }

            _inIncluded = false;
            first = last + 1;
        }

        Settle();
    }

    private void ReadClause(int first, int last)
    {
        _clause.Begin(_text, _tokens, first, last, _reportYear, _context);
        for (var i = first; i < last; i++)
        {
            var token = _tokens[i];
            switch (token.Sense)
            {
                case Sense.Number:
                    ReadNumber(i);
                    break;
                case Sense.Among:
                    _partsInParentheses = _inParentheses && !_inParts;
                    _inParts = true;
                    break;
                case Sense.Includes:
                    _inIncluded = true;
                    break;
                case Sense.Open:
                    _inParentheses = true;
                    break;
                case Sense.Close:
                    _inIncluded = false;
                    _inParts &= !_partsInParentheses;
                    _partsInParentheses = false;
                    _inParentheses = false;
                    break;
                case Sense.Respectively:
                    i = ReadRespectively(i) ?? i;
                    break;
                case Sense.Application:
                    _context.Topic = Topic.Applications;
                    _context.SpeaksOfDisclosure = true;
                    break;
                case Sense.Disclosure:
                    _context.SpeaksOfDisclosure = true;
                    break;
                case Sense.RuleDocument:
                    _context.Topic = Topic.RuleDocuments;
                    break;
                default:
                    NoteVerb(token.Sense);
                    break;
            }
        }

        if (_context.Topic == Topic.None && _clause.Has(Sense.OtherMatter) && _clause.Has(Sense.Receive))
        {
            // "县长信箱收到信件，183条，答复183条": no applications, though the number stands apart.
            _context.Topic = Topic.Other;
        }

        if (_clause.IsSilent)
        {
            return;
        }

        ReadDenial();
        ReadStatements();
    }

    private void NoteVerb(Sense sense)
    {
        if (sense is Sense.Publish or Sense.Examine or Sense.Decide or Sense.Process or Sense.Issue or Sense.Receive or Sense.Complete)
        {
            _verb = sense;
        }
    }

    // The first year that is no year of a carry-over.
    private int FirstYear()
    {
        var first = _tokens.Find(0, _tokens.Count, Sense.Year);
        while (first >= 0 && IsBesideCarry(first))
        {
            first = _tokens.Find(first + 1, _tokens.Count, Sense.Year);
        }

        return YearAt(first);
    }

    private bool IsBesideCarry(int year)
    {
        var before = _tokens.FindLast(0, year, sense => sense is not (Sense.To or Sense.Nothing or Sense.NextYear));
        var isAfter = before >= 0 && _tokens[before].Sense == Sense.Carry;
        return isAfter || (year + 1 < _tokens.Count && _tokens[year + 1].Sense == Sense.Carry);
    }

    private void Add(Kind kind, ClauseToken number, int from, string verb = "", int behind = -1)
    {
        var start = _tokens[from].Start;
        var end = Math.Max(number.End, behind < 0 ? start : _tokens[behind].End);
        var unit = number.Kind == NumberKind.Money ? _text[(number.End - number.Unit.Length)..number.End] : number.Unit;
        Add(kind, ValueOf(kind, number), start, end, unit, verb, _clause.IsOwn, _inParts || _inIncluded);
    }

    private void Add(
        Kind kind, double value, int start, int end, string unit = "", string verb = "", bool isOwn = false, bool isPart = false,
        bool inWords = false)
    {
        if (_counts.Count < Most)
        {
            var claim = new Claim
            {
                Kind = kind,
                Value = value,
                Unit = unit,
                Scope = _clause.Scope,
                Year = _context.Year,
                Text = _text[start..end],
                Verb = verb,
                InWords = inWords,
            };
            _counts.Add(new StatedCount(claim, start, isOwn, isPart));
        }
    }

    private static double ValueOf(Kind kind, ClauseToken number) =>
        kind == Kind.Fees && number.Kind == NumberKind.Money ? number.Value / 10_000 : number.Value;

    /// <summary>Decides what only the whole sentence tells.</summary>
    private void Settle()
    {
        // What was carried in and stands beside the received ones is not among them.
        if (_counts.Exists(count => count is { Claim.Kind: Kind.CarriedIn, IsPart: false })
            && !_counts.Exists(count => count.Claim.Kind == Kind.New))
        {
            foreach (var (claim, _, _, isPart) in _counts)
            {
                var isReceived = claim is { Kind: Kind.Accepted, Verb: not "" } && !isPart && !IsProcess(claim.Verb);
                claim.Kind = isReceived ? Kind.New : claim.Kind;
            }
        }

        StatedCount[] doubtful = [.. _counts.Where(IsDoubtful)];
        _counts.RemoveAll(doubtful.Contains);

        // Of two scopes in one sentence the reporting body's own counts.
        _counts.RemoveAll(count =>
            !count.IsOwn && count.Claim.Scope != "" && _counts.Exists(other => other.Claim.Kind == count.Claim.Kind && other.IsOwn));
    }

    // The words look like those of a count of the tables, and what else the sentence says makes it another.
    private bool IsDoubtful(StatedCount count) => count.Claim.Kind switch
    {
        Kind.ResultsTotal => _ofChannel || IsAnsweredInWriting(count) || IsOneOfSeveralAnswers(count) || IsRestOf(count),
        Kind.CarriedOut => _ofChannel,
        Kind.Accepted => IsRestOf(count) || (count.Claim.Verb.Length == 0 && SortsDocuments(count.Claim.Text)),
        Kind.RulesAbolished => IsOfSorting(count),

        // "逾期未补正2件，其他处理5件": the five are not all that the form counts there.
        Kind.OtherResult => _ofOtherOutcome.Exists(part => StandsBeside(count.Start, part)),
        Kind.ReviewTotal or Kind.LitigationTotal => _ofDisclosureInPart && !count.IsPart,
        _ => false,
    };

    // "依申请公开2条，免予公开3条", "2条依申请公开，1条部分公开": documents, or answers, by the way they are published.
    private bool SortsDocuments(string words) =>
        _tokens.Exists(token => (token.Sense == Sense.Document && _text[token.Start] == '免')
            || (char.IsAsciiDigit(words[0]) && IsOutcome(token.Sense)));

    // "2件当场答复、3件书面答复": answers by the way they were given.
    private bool IsAnsweredInWriting(StatedCount answers) =>
        SpeaksOf(Sense.Channel) && answers.Claim.Verb.StartsWith("书面", StringComparison.Ordinal);

    // "收到7件，按时答复6件，延期答复1件": only together they are all.
    private bool IsOneOfSeveralAnswers(StatedCount answers)
    {
        var all = _counts.FindAll(count => count.Claim.Kind == Kind.ResultsTotal).Sum(count => count.Claim.Value);
        return all > answers.Claim.Value
            && _counts.Exists(count => count.Claim.Kind is Kind.Accepted or Kind.New && count.Claim.Value == all);
    }

    // "继续有效9件，失效2件、废止4件": documents of many years were sorted, and nobody knows which of the two the table has.
    private bool IsOfSorting(StatedCount abolished)
    {
        var sentence = _text.AsSpan(_tokens[0].Start.._tokens[^1].End);
        return sentence.Contains("继续有效", StringComparison.Ordinal)
            || _counts.Exists(other => other.Claim.Kind == Kind.RulesAbolished && other.Claim.Verb != abolished.Claim.Verb);
    }

    // With what was withdrawn, or with the outcomes named behind it, it makes up all that was received: "收到9件，办结8件，申请人撤回1件",
    // "收到9件，撤件2件，受理7件", "受理9件，答复5件，不予受理4件". The table counts them all among the results, such a sentence does not.
    private bool IsRestOf(StatedCount rest)
    {
        var outcomes = _ofOtherCases + SumBehind(rest, kind => kind is >= Kind.Granted and <= Kind.OtherResult);
        var left = SumBehind(rest, kind => kind == Kind.CarriedOut);
        var isAnswer = rest.Claim.Kind == Kind.ResultsTotal && rest.Claim.Verb.Contains('复', StringComparison.Ordinal) && outcomes > 0;
        return _counts.Exists(all => all.Claim.Kind is Kind.Accepted or Kind.New && all.Claim.Value > rest.Claim.Value
            && (all.Claim.Value == rest.Claim.Value + _withdrawn
                || (isAnswer && all.Claim.Value == rest.Claim.Value + outcomes + left)));
    }

    private double SumBehind(StatedCount count, Func<Kind, bool> isMeant) =>
        _counts.Where(other => other.Start > count.Start && !other.IsPart && isMeant(other.Claim.Kind)).Sum(other => other.Claim.Value);

    // In the same list, and neither is said to be a part of the other.
    private bool StandsBeside(int one, int other)
    {
        const int LongestList = 80;
        if (Math.Abs(one - other) > LongestList)
        {
            return false;
        }

        var between = _text.AsSpan()[Math.Min(one, other)..Math.Max(one, other)];
        return !between.Contains("其中", StringComparison.Ordinal) && between.IndexOfAny("含包（(") < 0;
    }

    private static bool IsProcess(string verb) => Lexicon.TryMatch(verb, out var word) && word.Sense == Sense.Process;
}
