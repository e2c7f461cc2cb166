using Validation.V1;

namespace Validation.Engine.Diagnosis;

/// <summary>A number that is known from elsewhere and that cells of the tables must give: from the prose or from last year's
/// report.</summary>
/// <param name="Claim">What the prose states. Null: it is what last year's report carried out.</param>
/// <param name="Value">The number.</param>
/// <param name="Sums">Cells whose sum may be meant, the likeliest first: 受理 n 件 may or may not include what was carried in.</param>
internal sealed record Statement(Claim? Claim, double Value, IReadOnlyList<int[]> Sums)
{
    /// <summary>Whether one of the sums gives the number.</summary>
    public bool Holds(ReportNumbers numbers)
    {
        for (var i = 0; i < Sums.Count; i++)
        {
            if (numbers.SumOf(Sums[i]) == Value)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether edits make the likeliest sum give the number, which it did not before: only then do the words speak for
    /// them.</summary>
    /// <param name="edits">The edits.</param>
    /// <param name="sum">The likeliest sum before.</param>
    public bool SpeaksFor(IReadOnlyList<Edit> edits, double sum)
    {
        var own = edits.Where(edit => Sums[0].Contains(edit.Index)).ToList();
        return own.Count > 0 && sum != Value && sum + own.Sum(edit => edit.After - edit.Before) == Value;
    }

    /// <summary>Whether a cell may be meant.</summary>
    public bool IsAbout(int cell) => Sums.Any(sum => sum.Contains(cell));
}
