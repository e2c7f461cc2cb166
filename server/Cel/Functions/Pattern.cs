using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Validation.Cel.Evaluation;

namespace Validation.Cel.Functions;

/// <summary>Compiles regular expressions whose searches take time in proportion to the text. Constant ones are kept for ever, of the
/// others a bounded number.</summary>
internal sealed class Pattern
{
    private const int MostKept = 256;
    private const int SizePerCost = 16;

    // A pattern has up to as many states as characters, and each character of the text may lead from many states to many.
    private const long LargeSize = 500;
    private const long SquarePerCost = 64;
    private const int MakingSteps = 200;

    // A search behind a match seldom reads to the end of the text: the charge lies between the usual and the worst case.
    private const int CharactersPerNextStep = 128;

    private static readonly ConcurrentDictionary<string, Pattern> Kept = new(StringComparer.Ordinal);

    private readonly string _text;
    private readonly int _cost;
    private readonly long _firstCost;
    private readonly Prefilter? _prefilter;
    private Regex? _regex;

    private Pattern(long size, string text, string? problem)
    {
        _text = text;
        _cost = 1 + (int)(size / SizePerCost);
        var beyond = Math.Max(0, size - LargeSize);
        _firstCost = _cost + (beyond * beyond / SquarePerCost);
        _prefilter = problem is null ? Prefilter.Of(text) : null;
        Problem = problem;
    }

    /// <summary>The compiled expression of .NET. Null: see <see cref="Problem"/>. It takes about a megabyte and is made at its first use:
    /// many rules wait for what no draft of the day brings.</summary>
    public Regex? Regex => Problem is null ? _regex ??= SharedRegexes.Get(_text) : null;

    /// <summary>Why the text is no pattern, in Chinese. Null: it is.</summary>
    public string? Problem { get; }

    /// <summary>The pattern of a text: a kept one, or one that is compiled now.</summary>
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

    /// <summary>Compiles a pattern without keeping it.</summary>
    public static Pattern Create(string text)
    {
        if (text.Length > CelLimits.PatternLength)
        {
            return new(0, text, CelTexts.PatternTooLong);
        }

        var size = PatternSize.Of(text);
        if (size > CelLimits.PatternSize)
        {
            return new(0, text, CelTexts.PatternTooLarge);
        }

        try
        {
            var named = text.Replace("(?P<", "(?<", StringComparison.Ordinal);
            // Only to see whether it is one.
            SharedRegexes.Get(named);
            return new(size, named, null);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            return new(0, text, CelTexts.BadPattern(problem.Message));
        }
    }

    /// <summary>Whether the pattern, which has no problem, matches somewhere in the text. The steps for it were taken already.</summary>
    public bool IsIn(string text) => _prefilter?.MayMatch(text) != false && Regex!.IsMatch(text);

    /// <summary>Takes the steps for compiling a pattern that is no constant. A kept one costs the same, so that the steps do not depend
    /// on what ran before.</summary>
    public bool SpendMaking(CelFrame frame) => frame.Budget.Spend(MakingSteps * _cost);

    /// <summary>Takes the steps for searching a text from the budget. False: the budget is used up.</summary>
    public bool Spend(CelFrame frame, string text) => Sizes.Spend(frame, text.Length * _firstCost);

    /// <summary>Takes the steps for searching on behind a match through that many characters. False: the budget is used up.</summary>
    public bool SpendNext(CelFrame frame, int characters) => frame.Budget.Spend(1 + ((long)characters * _cost / CharactersPerNextStep));
}
