using System.Text.RegularExpressions;
using Validation.Cel.Functions;

namespace Validation.Cel;

/// <summary>A regular expression of the language, for functions of the environment: the same engine, limits, sharing and price. Immutable
/// and thread-safe.</summary>
public sealed class CelPattern
{
    private readonly Pattern _pattern;

    private CelPattern(Pattern pattern, Regex regex)
    {
        _pattern = pattern;
        Regex = regex;
    }

    /// <summary>The compiled expression of .NET. A search that takes far longer than its steps allow throws <see
    /// cref="RegexMatchTimeoutException"/>.</summary>
    public Regex Regex { get; }

    /// <summary>The pattern of that text.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="problem">Why the text is no pattern, in Chinese. Null: it is.</param>
    /// <returns>The pattern. Null: see the problem.</returns>
    public static CelPattern? Get(string text, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pattern = Pattern.Create(text);
        problem = pattern.Problem;
        return pattern.Regex is null ? null : new CelPattern(pattern, pattern.Regex);
    }

    /// <summary>Whether the pattern matches somewhere in the text, without an allocation.</summary>
    public bool IsIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _pattern.IsIn(text);
    }

    /// <summary>Takes the steps for the first search of a text from the budget. False: the budget is used up.</summary>
    public bool Spend(CelFrame frame, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _pattern.Spend(frame, text);
    }

    /// <summary>Pays for searching on behind a match: a search for the next one may read the text to its end, so that many matches in a
    /// long text cost the product of both. False: the budget is used up.</summary>
    /// <param name="frame">The evaluation.</param>
    /// <param name="text">The text.</param>
    /// <param name="from">Where the next search begins, in UTF-16 code units.</param>
    public bool SpendNext(CelFrame frame, string text, int from)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _pattern.SpendNext(frame, text.Length - from);
    }
}
