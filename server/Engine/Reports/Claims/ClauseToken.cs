using System.Runtime.InteropServices;

namespace Validation.Engine.Reports.Claims;

/// <summary>A word, mark or number of a paragraph.</summary>
/// <param name="Sense">What it means.</param>
/// <param name="Start">The index of its first character.</param>
/// <param name="End">The index after its last character.</param>
/// <param name="Value">The number; 0 for words.</param>
/// <param name="Unit">The unit of a number. Empty: it has none.</param>
/// <param name="Kind">What kind of number it is.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClauseToken(
    Sense Sense, int Start, int End, double Value = 0, string Unit = "", NumberKind Kind = NumberKind.Bare)
{
    /// <summary>It counts cases: 件 and what people write for it.</summary>
    public bool IsCount => Sense == Sense.Number && Kind == NumberKind.Count;
}

/// <summary>What a number says.</summary>
internal enum NumberKind
{
    Bare, // A number without a unit.
    Count, // So many cases: 件, 条, 起, 例, 宗, 项, 份, 封, 次, 个.
    OtherCount, // So many of something that no case is: people, web pages, days.
    Money, // An amount of money, in 元.
    Percent, // A share, in per cent.
    About, // About so many: 余, 多.
}

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
