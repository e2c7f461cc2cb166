namespace Validation.Engine.Reports.Claims;

/// <summary>A clause: its tokens, and what holds for all its numbers.</summary>
internal sealed class Clause
{
    private List<Token> _tokens = [];

    /// <summary>Its first token.</summary>
    public int First { get; private set; }

    /// <summary>The token after its last.</summary>
    public int Last { get; private set; }

    /// <summary>Its numbers are none of the reporting body's in the year reported on.</summary>
    public bool IsSilent { get; private set; }

    /// <summary>It says how something is to be.</summary>
    public bool IsPlan { get; private set; }

    /// <summary>The scope as printed. Empty: none.</summary>
    public string Scope { get; private set; } = "";

    /// <summary>It names the reporting body itself.</summary>
    public bool IsOwn { get; private set; }

    /// <summary>Looks at a clause.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="tokens">The tokens of the sentence.</param>
    /// <param name="first">Its first token.</param>
    /// <param name="last">The token after its last.</param>
    /// <param name="reportYear">The year reported on; 0: not known.</param>
    /// <param name="context">Takes the year.</param>
    public void Begin(string text, List<Token> tokens, int first, int last, int reportYear, Context context)
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
                    (IsOwn, Scope) = (true, WordsOf(text, i));
                    context.Scope = "";
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

    /// <summary>Whether a word of that sense stands in it.</summary>
    public bool Has(Sense sense) => Find(sense) >= 0;

    /// <summary>The first token of that sense; -1: none.</summary>
    public int Find(Sense sense)
    {
        for (var i = First; i < Last; i++)
        {
            if (_tokens[i].Sense == sense)
            {
                return i;
            }
        }

        return -1;
    }

    // 上年结转, 2023年结转, 比2023年.
    private bool IsOfCarryOrComparison(int index)
    {
        if (index > First && _tokens[index - 1].Sense is Sense.Compare or Sense.Carry)
        {
            return true;
        }

        for (var i = index + 1; i < Last && i <= index + 4; i++)
        {
            if (_tokens[i].Sense == Sense.Carry)
            {
                return true;
            }

            if (_tokens[i].Sense is Sense.Number or Sense.Pause)
            {
                break;
            }
        }

        for (var i = index - 1; i >= First && i >= index - 3; i--)
        {
            if (_tokens[i].Sense == Sense.Carry)
            {
                return true;
            }
        }

        return false;
    }
}
