namespace Validation.Engine.Reports.Claims;

/// <summary>Searches the tokens of a sentence by their senses.</summary>
internal static class TokenSearch
{
    /// <summary>The first token with a sense, from one token on and before another; -1: there is none.</summary>
    public static int Find(this List<ClauseToken> tokens, int first, int last, Sense sense)
    {
        for (var i = first; i < last; i++)
        {
            if (tokens[i].Sense == sense)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The first token with one of several senses; -1: there is none.</summary>
    public static int Find(this List<ClauseToken> tokens, int first, int last, Func<Sense, bool> which)
    {
        for (var i = first; i < last; i++)
        {
            if (which(tokens[i].Sense))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The last token with one of several senses, from one token on and before another; -1: there is none.</summary>
    public static int FindLast(this List<ClauseToken> tokens, int first, int last, Func<Sense, bool> which)
    {
        for (var i = last - 1; i >= first; i--)
        {
            if (which(tokens[i].Sense))
            {
                return i;
            }
        }

        return -1;
    }

    public static bool Has(this List<ClauseToken> tokens, int first, int last, Func<Sense, bool> which) =>
        tokens.Find(first, last, which) >= 0;
}
