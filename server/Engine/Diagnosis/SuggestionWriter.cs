using Validation.Engine.Rules;
using Validation.V1;

namespace Validation.Engine.Diagnosis;

/// <summary>Writes mends into findings.</summary>
/// <param name="report">The report.</param>
/// <param name="numbers">Its numbers.</param>
internal sealed class SuggestionWriter(Report report, ReportNumbers numbers)
{
    private const int MostSuggestions = 3;

    // The cells of a group of 表四 or of a row of 表三.
    private const int MostCandidates = 7;

    /// <summary>Suggests what would mend a finding. The finding keeps what its rule suggests where nothing better is known.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="statement">What the prose states, if the finding is about it. Null: it is about a sum.</param>
    /// <param name="mends">The mends of the sums around.</param>
    /// <param name="cells">The cells of the finding.</param>
    /// <param name="area">The sums around.</param>
    public void Write(Finding finding, Statement? statement, RankedMends mends, int[] cells, Area area)
    {
        var own = mends.Of(cells);
        var suggestions = Suggestions(own, mends.Best.Count == 1).ToList();
        if (statement is not null)
        {
            AddProse(suggestions, statement, mends, area);
            suggestions.AddRange(finding.Suggestions);
        }

        if (suggestions.Count == 0)
        {
            return;
        }

        finding.Suggestions.Clear();
        finding.Suggestions.AddRange(suggestions.Take(MostSuggestions));
        MarkSuspect(finding);
    }

    /// <summary>The same for cells that take part in no sum, such as those of 表二: nothing tells whether they or the prose are
    /// right.</summary>
    public void WriteUnchecked(Finding finding, Statement? statement, int[] cells)
    {
        if (statement?.Claim is not { InWords: false } || cells is not [var cell])
        {
            return;
        }

        var edit = new Edit(cell, numbers[cell], statement.Value);
        finding.Suggestions.Insert(0, new Suggestion { Text = Texts.Diagnosis.CellOrProse(edit), Edits = { EditOf(edit) } });
    }

    private IEnumerable<Suggestion> Suggestions(RankedMends mends, bool isOnlyOne)
    {
        var best = mends.Best.Where(mend => mend.Edits.Count > 0).ToList();
        if (best.Count > 1 && best.TrueForAll(mend => mend.Edits.Count == 1))
        {
            return best.Count <= MostCandidates ? [OneOf(best)] : [];
        }

        if (best.Count > MostSuggestions)
        {
            return [];
        }

        var isSure = isOnlyOne && best.Count == 1 && (best[0].Slip != Slip.SwappedCarry || mends.All.Count == 1);
        var others = mends.All.Skip(mends.Best.Count).Where(mend => mend.Edits.Count > 0 && mend.Mended == mends.All[0].Mended).ToList();
        return best.Select(mend => Suggest(mend, isSure))
            .Concat(best.Count + others.Count <= MostSuggestions ? others.Select(mend => Suggest(mend, false)) : []);
    }

    private Suggestion Suggest(Mend mend, bool isSure) =>
        new() { Text = Texts.Diagnosis.If(mend, isSure), Edits = { mend.Edits.Select(EditOf) } };

    private Suggestion OneOf(List<Mend> mends)
    {
        var edits = mends.ConvertAll(mend => mend.Edits[0]);
        return new Suggestion { Text = Texts.Diagnosis.OneOf(edits), OneOf = { edits.Select(EditOf) } };
    }

    private void AddProse(List<Suggestion> suggestions, Statement statement, RankedMends mends, Area area)
    {
        var isLeft = mends.All.Any(mend => mend.Contradicted.Contains(statement));
        if ((isLeft || !mends.AreWhole) && ProseIsWrong(statement, area) is { } prose)
        {
            suggestions.Insert(mends.All is [var first, ..] && first.Contradicted.Contains(statement) ? 0 : suggestions.Count, prose);
        }
    }

    // Null: the table does not speak for its numbers either.
    private Suggestion? ProseIsWrong(Statement statement, Area area)
    {
        var own = FormEquations.OfCell[statement.Sums[0][0]];
        return statement.Claim is { } claim && !own.Any(numbers.IsBroken) && own.Any(numbers.Speaks)
            ? new Suggestion { Text = Texts.Diagnosis.ProseIsWrong(claim, numbers.SumOf(statement.Sums[0]), !area.IsBroken(numbers)) }
            : null;
    }

    private CellEdit EditOf(Edit edit) =>
        new() { Path = edit.Cell.Path, From = edit.Cell.Of(report).Text, Text = Sums.Text(edit.After) };

    // A cell that alone explains what is wrong, and not one of several that would.
    private static void MarkSuspect(Finding finding)
    {
        var suspects = finding.Suggestions
            .Where(suggestion => suggestion.Edits.Count == 1)
            .Select(suggestion => suggestion.Edits[0].Path)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var cell in finding.Cells)
        {
            cell.Suspect = suspects.Contains(cell.Path);
        }
    }
}
