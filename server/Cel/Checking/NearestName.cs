using Validation.Cel.Functions;

namespace Validation.Cel.Checking;

/// <summary>Guesses which name was meant.</summary>
internal static class NearestName
{
    /// <summary>The name with the fewest letters to change, if few enough. Null: none is near.</summary>
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

    /// <summary>The edit distance, but for letters in another order: that is one mistake.</summary>
    private static int Distance(int[] wanted, int[] name)
    {
        return Math.Min(Similarity.Distance(wanted, name), wanted.Order().SequenceEqual(name.Order()) ? 1 : int.MaxValue);
    }
}
