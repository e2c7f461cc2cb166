namespace Validation.Client;

/// <summary>What became of a draft's findings between two checks.</summary>
/// <param name="Fixed">Findings that are gone.</param>
/// <param name="Remaining">Findings that were there before.</param>
/// <param name="New">Findings that were not.</param>
public sealed record FindingChanges(int Fixed, int Remaining, int New)
{
    /// <summary>Whether the findings are the same.</summary>
    public bool IsNone => Fixed == 0 && New == 0;

    /// <summary>Compares the fingerprints of the findings of two checks.</summary>
    public static FindingChanges Between(IEnumerable<string> before, IEnumerable<string> after)
    {
        var old = before.ToHashSet(StringComparer.Ordinal);
        var now = after.ToHashSet(StringComparer.Ordinal);
        return new FindingChanges(old.Except(now).Count(), old.Intersect(now).Count(), now.Except(old).Count());
    }
}
