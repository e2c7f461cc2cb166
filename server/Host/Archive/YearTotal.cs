namespace Validation.Server.Archive;

/// <summary>Where the bodies stand in a year, as numbers.</summary>
/// <param name="Year">The year reported on.</param>
/// <param name="Expected">Bodies of the list.</param>
/// <param name="Missing">Those of them that have no report on file.</param>
/// <param name="Accepted">Bodies, in the list or not, whose report was accepted when it was filed.</param>
/// <param name="Rejected">Those whose report had errors.</param>
/// <param name="Undecided">Those of whose report nothing was decided.</param>
/// <param name="Unlisted">Bodies with a report that are not in the list.</param>
public sealed record YearTotal(int Year, long Expected, long Missing, long Accepted, long Rejected, long Undecided, long Unlisted)
{
    /// <summary>Bodies, in the list or not, with a report on file.</summary>
    public long Filed => Accepted + Rejected + Undecided;
}
