using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Validation.Cel.Evaluation;

namespace Validation.Cel.Functions;

/// <summary>
/// Regular expressions that take time in proportion to the text, made once; a bounded number of those not constant is kept.
/// </summary>
internal sealed class Pattern
{
    private const int MostKept = 256;
    private const int SizePerCost = 16;

    // A large pattern may have as many states as it is large, and each character leads from many of them to many.
    private const long LargeSize = 500;
    private const long SquarePerCost = 64;
    private const int MakingSteps = 200;

    // A search that goes on seldom reads to the end of the text; this is dearer than what it mostly does and cheaper than the worst.
    private const int CharactersPerNextStep = 128;

    private static readonly ConcurrentDictionary<string, Pattern> Kept = new(StringComparer.Ordinal);

    private readonly int _cost;
    private readonly long _firstCost;

    private Pattern(long size, Regex? regex, string? problem)
    {
        _cost = 1 + (int)(size / SizePerCost);
        var beyond = Math.Max(0, size - LargeSize);
        _firstCost = _cost + (beyond * beyond / SquarePerCost);
        Regex = regex;
        Problem = problem;
    }

    /// <summary>The engine's form. Null: see <see cref="Problem"/>.</summary>
    public Regex? Regex { get; }

    /// <summary>Why the text is no pattern, in Chinese. Null: it is.</summary>
    public string? Problem { get; }

    /// <summary>The pattern of that text, made now or kept from before.</summary>
    public static Pattern Get(string text)
    {
        if (Kept.TryGetValue(text, out var kept))
        {
            return kept;
        }

        var pattern = Create(text);
        if (Kept.Count >= MostKept)
        {
            Kept.Clear();
        }

        return Kept.TryAdd(text, pattern) ? pattern : Kept.GetValueOrDefault(text, pattern);
    }

    /// <summary>Makes a pattern; does not keep it.</summary>
    public static Pattern Create(string text)
    {
        if (text.Length > CelLimits.PatternLength)
        {
            return new(0, null, Texts.PatternTooLong);
        }

        var size = PatternSize.Of(text);
        if (size > CelLimits.PatternSize)
        {
            return new(0, null, Texts.PatternTooLarge);
        }

        try
        {
            return new(size, SharedRegexes.Get(text.Replace("(?P<", "(?<", StringComparison.Ordinal)), null);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            return new(0, null, Texts.BadPattern(problem.Message));
        }
    }

    /// <summary>
    /// Pays for making it, when it is not constant. So does one that is kept: the steps do not depend on what was before.
    /// </summary>
    public bool SpendMaking(CelFrame frame) => frame.Budget.Spend(MakingSteps * _cost);

    /// <summary>Pays for searching a text. False: the budget is used up.</summary>
    public bool Spend(CelFrame frame, string text) => Sizes.Spend(frame, text.Length * _firstCost);

    /// <summary>Pays for searching on behind a match, in that many characters. False: the budget is used up.</summary>
    public bool SpendNext(CelFrame frame, int characters) => frame.Budget.Spend(1 + ((long)characters * _cost / CharactersPerNextStep));
}
