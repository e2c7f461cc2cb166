using Validation.Engine.Reports.Labels;
using Validation.Engine.Rules;

namespace Validation.Engine.Diagnosis;

/// <summary>The mends of an area, the likeliest first.</summary>
internal sealed class RankedMends
{
    private RankedMends(IEnumerable<Mend> mends) => All =
    [
        .. mends.OrderByDescending(mend => mend.Mended).ThenBy(mend => mend.Cost)
            .ThenByDescending(mend => mend.Support.Count).ThenByDescending(mend => mend.Slip.IsTelling())
            .ThenByDescending(mend => mend.Slip).ThenByDescending(LikenessOf),
    ];

    /// <summary>The mends, the likeliest first.</summary>
    public IReadOnlyList<Mend> All { get; }

    /// <summary>Whether each of them makes all sums of the area hold. False too when there is none.</summary>
    public bool AreWhole => All is [{ IsWhole: true }, ..];

    /// <summary>
    /// Those for which as much speaks as for the first: as few changed numbers, as many words of the prose, a telling slip or none. A digit
    /// that looks mistyped is not enough to tell one of them from the others.
    /// </summary>
    public IReadOnlyList<Mend> Best => [.. All.TakeWhile(mend => IsAsGood(mend, All[0]))];

    /// <summary>The mends of an area.</summary>
    public static RankedMends Of(ReportNumbers numbers, Area area)
    {
        var whole = new MendSearch(numbers, area).Run();
        return new RankedMends(whole.Count > 0 ? whole : new LocalMends(numbers, area).Run());
    }

    /// <summary>Those that change one of these cells.</summary>
    public RankedMends Of(IReadOnlyCollection<int> cells) => new(All.Where(mend => cells.Any(mend.Changes)));

    private static bool IsAsGood(Mend one, Mend other) =>
        one.Mended == other.Mended && one.Cost == other.Cost && one.Support.Count == other.Support.Count
        && one.Slip.IsTelling() == other.Slip.IsTelling();

    private static double LikenessOf(Mend mend) =>
        mend.Edits.Select(edit => Likeness.Of(Sums.Text(edit.Before), Sums.Text(edit.After))).DefaultIfEmpty().Average();
}
