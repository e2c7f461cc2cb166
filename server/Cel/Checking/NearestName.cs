using Validation.Cel.Functions;

namespace Validation.Cel.Checking;

/// <summary>Guesses which known name a misspelt one stands for.</summary>
internal static class NearestName
{
    /// <summary>The known name that takes the fewest changed letters, if these are few. Null: none is near.</summary>
    public static string? Find(string name, IEnumerable<string> names)
    {
        var wanted = CodePoints.Values(name.ToLowerInvariant());
        var most = Math.Max(1, (wanted.Length + 1) / 3);
        return names.Distinct(StringComparer.Ordinal)
            .Where(each => Math.Abs(each.Length - name.Length) <= most)
            .Select(each => (Name: each, Distance: Distance(wanted, CodePoints.Values(each.ToLowerInvariant()))))
            .Where(each => each.Distance <= most && each.Distance < wanted.Length)
            .OrderBy(each => each.Distance)
            .ThenBy(each => each.Name, StringComparer.Ordinal)
            .Select(each => each.Name)
            .FirstOrDefault();
    }

    /// <summary>The edit distance, in which two letters that changed places count as one mistake.</summary>
    private static int Distance(int[] wanted, int[] name)
    {
        return Math.Min(TextSimilarity.Distance(wanted, name), wanted.Order().SequenceEqual(name.Order()) ? 1 : int.MaxValue);
    }
}
