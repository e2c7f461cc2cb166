namespace Validation.Engine.Reports.Claims;

/// <summary>A clause: its tokens, and what holds for all its numbers.</summary>
internal sealed class Clause
{
    private List<ClauseToken> _tokens = [];

    /// <summary>The index of the clause's first token.</summary>
    public int First { get; private set; }

    /// <summary>The token after its last.</summary>
    public int Last { get; private set; }

    /// <summary>True: no number of the clause is the reporting body's in the year reported on, so that none is taken.</summary>
    public bool IsSilent { get; private set; }

    /// <summary>True: the clause speaks of a plan, not of what was done.</summary>
    public bool IsPlan { get; private set; }

    /// <summary>The scope as printed. Empty: none.</summary>
    public string Scope { get; private set; } = "";

    /// <summary>True: the clause names the reporting body itself.</summary>
    public bool IsOwn { get; private set; }

    /// <summary>Looks at a clause.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="tokens">The tokens of the sentence.</param>
    /// <param name="first">Its first token.</param>
    /// <param name="last">The token after its last.</param>
    /// <param name="reportYear">The year reported on; 0: not known.</param>
    /// <param name="context">Takes the year.</param>
    public void Begin(string text, List<ClauseToken> tokens, int first, int last, int reportYear, Context context)
    {
        (_tokens, First, Last) = (tokens, first, last);
        (IsPlan, Scope, IsOwn) = (false, context.Scope, false);
        var (isOther, isPast, isPart, isInside) = (false, false, false, false);
        for (var i = first; i < last; i++)
        {
            switch (tokens[i].Sense)
            {
                case Sense.Year when !IsOfCarryOrComparison(i):
                    context.Year = (int)tokens[i].Value;
                    break;
                case Sense.ThisYear:
                    context.Year = reportYear;
                    break;
                case Sense.PreviousYear when !IsOfCarryOrComparison(i):
                    isPast = true;
                    break;
                case Sense.PartOfYear:
                    isPart = true;
                    break;
                case Sense.Plan:
                    IsPlan = true;
                    break;
                case Sense.OtherBody:
                case Sense.Number when NumberReader.CountsBodies(tokens[i].Unit):
                    isOther = true;
                    break;
                case Sense.Open or Sense.Close:
                    isInside = tokens[i].Sense == Sense.Open;
                    break;
                case Sense.OwnScope when isInside:
                    // "60件（本级12件，部门48件）": the number before is of more than the reporting body.
                    isOther |= Scope.Length == 0 && Find(Sense.Number) is >= 0 and var number && number < i;
                    break;
                case Sense.OwnScope:
                    // "全区受理8件，结转3件，区本级受理2件，结转1件": the last one is of the body itself, too.
                    (IsOwn, Scope) = (true, WordsOf(text, i));
                    context.Scope = Scope.EndsWith("本级", StringComparison.Ordinal) ? Scope : "";
                    break;
                case Sense.WideScope:
                    context.Scope = Scope = WordsOf(text, i);
                    break;
                default:
                    break;
            }
        }

        isOther = (isOther && !Has(Sense.WideScope)) || (context.OfOthers && !IsOwn);
        context.OfOthers = isOther && Has(Sense.Number);
        IsSilent = isPast || isPart || IsPlan || isOther
            || (context.Year != 0 && reportYear != 0 && context.Year != reportYear);
    }

    private string WordsOf(string text, int index) => text[_tokens[index].Start.._tokens[index].End];

    public bool Has(Sense sense) => Find(sense) >= 0;

    public int Find(Sense sense) => _tokens.Find(First, Last, sense);

    // Finds the direction in 上年结转, 2023年结转, 比2023年.
    private bool IsOfCarryOrComparison(int index)
    {
        if (index > First && _tokens[index - 1].Sense is Sense.Compare or Sense.Carry)
        {
            return true;
        }

        var behind = _tokens.Find(index + 1, Math.Min(Last, index + 5), sense => sense is Sense.Carry or Sense.Number or Sense.Pause);
        return (behind >= 0 && _tokens[behind].Sense == Sense.Carry) || _tokens.Find(Math.Max(First, index - 3), index, Sense.Carry) >= 0;
    }
}
