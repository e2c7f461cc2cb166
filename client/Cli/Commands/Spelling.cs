namespace Validation.Cli.Commands;

/// <summary>Finds the name that somebody meant.</summary>
internal static class Spelling
{
    private const int LettersForOneSlip = 3;

    /// <summary>The name that is nearest to what was written: one slip for three letters, at least one in all, or the only name that begins
    /// with it.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="names">The names that there are.</param>
    /// <returns>Null: none is near.</returns>
    public static string? Nearest(string written, IEnumerable<string> names)
    {
        var all = names.Distinct(StringComparer.Ordinal).ToList();
        if (all.Where(name => written.Trim('-').Length > 1 && name.StartsWith(written, StringComparison.Ordinal)).ToList() is [var only])
        {
            return only;
        }

        var most = Math.Max(1, written.Trim('-').Length / LettersForOneSlip);
        var near = all.Select(name => (Name: name, Slips: Slips(written, name))).Where(one => one.Slips <= most && one.Name.Length > 1)
            .OrderBy(one => one.Slips).ToList();
        return near.Count == 0 ? null : near[0].Name;
    }

    /// <summary>How many letters have to be put in, left out, replaced or swapped with their neighbour to make one word of the other: the
    /// optimal string alignment distance.</summary>
    private static int Slips(string one, string other)
    {
        var slips = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    slips[i, j] = i + j;
                    continue;
                }

                var replaced = slips[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                slips[i, j] = Math.Min(replaced, Math.Min(slips[i - 1, j], slips[i, j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    slips[i, j] = Math.Min(slips[i, j], slips[i - 2, j - 2] + 1);
                }
            }
        }

        return slips[one.Length, other.Length];
    }
}
