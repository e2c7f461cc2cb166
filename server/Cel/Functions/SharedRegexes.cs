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

    /// <summary>The time after which a search throws, as a net below the steps that are taken before it: a search that was paid for takes
    /// far less on any machine. What runs into it counts as the document's time, never as a failure of the rule.</summary>
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

    // Drops those that nothing uses any more; where that is not enough, all. One that is in use stays usable.
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
