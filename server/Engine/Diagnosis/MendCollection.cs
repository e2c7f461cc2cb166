namespace Validation.Engine.Diagnosis;

/// <summary>The mends that were found, each once.</summary>
/// <param name="numbers">The numbers; changed as a mend says while it is added.</param>
/// <param name="area">The sums that they belong to.</param>
internal sealed class MendCollection(ReportNumbers numbers, Area area)
{
    private readonly Dictionary<string, Mend> _mends = new(StringComparer.Ordinal);
    private readonly int[] _brokenBefore = [.. area.Equations.Where(numbers.IsBroken)];
    private readonly bool[] _heldBefore = [.. area.Statements.Select(statement => statement.Holds(numbers))];
    private readonly double[] _sumsBefore = [.. area.Statements.Select(statement => numbers.SumOf(statement.Sums[0]))];

    /// <summary>The mends, in the order in which they were found.</summary>
    public IEnumerable<Mend> Mends => _mends.Values;

    /// <summary>Adds a mend while the numbers are as they are after it.</summary>
    /// <param name="edits">The changes, in any order.</param>
    /// <param name="isWhole">Whether all sums of the area hold.</param>
    /// <param name="slip">The slip that explains it. Null: its edits say it.</param>
    public Mend Add(IReadOnlyList<Edit> edits, bool isWhole, Slip? slip = null)
    {
        Edit[] sorted = [.. edits.OrderBy(edit => edit.Index)];
        var mend = new Mend(sorted, isWhole, _brokenBefore.Count(equation => !numbers.IsBroken(equation)))
        {
            Support = [.. area.Statements.Where((statement, i) => statement.SpeaksFor(sorted, _sumsBefore[i]))],
            Contradicted = [.. area.Statements.Where((statement, i) => !statement.Holds(numbers) && (isWhole || _heldBefore[i]))],
        };
        if (slip is { } known && !mend.Slip.IsTelling())
        {
            mend = mend with { Slip = known };
        }

        if (!_mends.TryGetValue(mend.Key, out var other) || !other.Slip.IsTelling())
        {
            _mends[mend.Key] = mend;
        }

        return mend;
    }
}
