using Validation.Client.Wording;
using Validation.Form;
using Validation.V1;

namespace Validation.Client.Page;

/// <summary>The first words of a finding that has a suggestion: which cell it is, and what belongs there.</summary>
internal static class MendLead
{
    private const int MostEdits = 4;

    /// <summary>Such as 很可能“（七）总计”的“自然人”应为 22。 Empty: the first suggestion is not a change of a few cells, or somebody has
    /// accepted the finding.</summary>
    public static string Of(Finding finding)
    {
        if (finding.Accepted is not null || finding.Suggestions.FirstOrDefault() is not { Edits.Count: > 0 and <= MostEdits } suggestion)
        {
            return string.Empty;
        }

        var names = suggestion.Edits.Select(edit => NameOf(edit.Path, finding)).ToList();
        if (names.Exists(name => name.Length == 0))
        {
            return string.Empty;
        }

        var suspect = suggestion.Edits.Any(edit => finding.Cells.Any(cell => cell.Suspect && cell.Path == edit.Path));
        var changes = names.Zip(suggestion.Edits, (name, edit) => PageTexts.ShouldBe(name, Clipped.Of(edit.Text, Clipped.InCell)));
        return PageTexts.Lead(suspect, string.Join('，', changes));
    }

    /// <summary>The same where the server says that one cell is very probably wrong, and nothing where it does not.</summary>
    public static string OfSuspect(Finding finding)
    {
        var isSuspect = finding.Suggestions.FirstOrDefault()?.Edits is [var edit]
            && finding.Cells.Any(cell => cell.Suspect && string.Equals(cell.Path, edit.Path, StringComparison.Ordinal));
        return isSuspect ? Of(finding) : string.Empty;
    }

    /// <summary>The name of a cell that a suggestion changes, such as “（七）总计”的“自然人”. Empty: the form has no such cell.</summary>
    public static string NameOf(string path, Finding finding)
    {
        if (finding.Cells.FirstOrDefault(cell => cell.Path == path && cell.Row.Length > 0 && cell.Column.Length > 0) is { } told)
        {
            return Clipped.Of(CellWords.Name(told), Clipped.InLine);
        }

        return ReportTemplate.Cells.TryGetValue(path, out var cell) ? WordingTexts.CellName(cell.Row, cell.Column) : string.Empty;
    }
}
