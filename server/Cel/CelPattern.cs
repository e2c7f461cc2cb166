using System.Text.RegularExpressions;
using Validation.Cel.Functions;

namespace Validation.Cel;

/// <summary>The regular expressions of the language, for functions of the environment: the same engine, limits and sharing.</summary>
public static class CelPattern
{
    /// <summary>The pattern of that text. Thread-safe.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="problem">Why the text is no pattern, in Chinese. Null: it is.</param>
    /// <returns>The pattern. Null: see the problem.</returns>
    public static Regex? Get(string text, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pattern = Pattern.Create(text);
        problem = pattern.Problem;
        return pattern.Regex;
    }
}
