using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Validation.Cel.Functions;

/// <summary>
/// Regular expressions without backtracking, one for each text as long as anything uses it: each takes hundreds of kilobytes, and versions
/// of a rule set differ in a few. Thread-safe.
/// </summary>
internal static class SharedRegexes
{
    private const int MostKept = 4096;

    /// <summary>A net below the steps, which are paid before a search: no search that was paid for takes so long on a machine that
    /// works. What runs into it is the document's time, never a failure of the rule.</summary>
    private static readonly TimeSpan LongestSearch = TimeSpan.FromSeconds(10);

    private static readonly ConcurrentDictionary<string, WeakReference<Regex>> Kept = new(StringComparer.Ordinal);

    /// <summary>
    /// The regular expression with that text. A search of more than 10 seconds throws <see cref="RegexMatchTimeoutException"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The text is malformed.</exception>
    /// <exception cref="NotSupportedException">The text asks for what needs backtracking.</exception>
    public static Regex Get(string pattern)
    {
        if (Kept.TryGetValue(pattern, out var kept) && kept.TryGetTarget(out var shared))
        {
            return shared;
        }

        var made = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, LongestSearch);
        if (Kept.Count >= MostKept)
        {
            Forget();
        }

        Kept[pattern] = new WeakReference<Regex>(made);
        return made;
    }

    // Those that nothing uses any more, or all when that is not enough: what is in use stays in use.
    private static void Forget()
    {
        foreach (var (pattern, kept) in Kept)
        {
            if (!kept.TryGetTarget(out _))
            {
                Kept.TryRemove(pattern, out _);
            }
        }

        if (Kept.Count >= MostKept)
        {
            Kept.Clear();
        }
    }
}
