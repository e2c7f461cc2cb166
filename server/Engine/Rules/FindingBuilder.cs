using Validation.Engine.Reports.Text;
using Validation.Engine.Rules.Facts;
using Validation.Form;
using Validation.V1;

namespace Validation.Engine.Rules;

/// <summary>Makes the finding for a match of a rule, with all that a client needs to show it without knowing the template.</summary>
internal static class FindingBuilder
{
    private const int MostWhole = 12;
    private const int MostOfTwin = 1000;

    public static Finding Build(RuleHeader header, Match match)
    {
        var finding = new Finding
        {
            RuleId = header.Id,
            Title = header.Title,
            Severity = Lower(header.Shown, match.Severity),
            RuleSeverity = header.RuleSeverity,
            Trial = header.IsOnTrial,
            Message = match.Message,
            Basis = header.Basis,
            Section = match.Section == 0 ? string.Empty : SectionTemplate.Of(match.Section).Heading,
            Expected = match.Expected,
            Actual = match.Actual,
            Location = match.Location,
            Fingerprint = Fingerprint.Of(header.Id, match),
        };
        if (match.Twin is { } twin)
        {
            var text = Characters.Start(twin.Text, MostOfTwin);
            finding.Twin = new Twin { Text = text.ToString(), Location = twin.Location, Report = twin.Other.Name };
        }

        finding.Cells.Capacity = match.Cells.Count;
        for (var i = 0; i < match.Cells.Count; i++)
        {
            finding.Cells.Add(IsWhole(i, match.Cells.Count) ? Reference(match.Cells[i]) : PathOf(match.Cells[i]));
        }

        if (match.Mend.Length > 0)
        {
            finding.Suggestions.Add(new Suggestion { Text = match.Mend });
        }

        return finding;
    }

    private static Level Lower(Level inForce, Level? match) => match < inForce ? match.Value : inForce;

    /// <summary>Whether a cell is given with its values, not by its path alone. Of many cells nobody reads each, and the report has
    /// them.</summary>
    private static bool IsWhole(int index, int cells) => cells <= MostWhole || index < MostWhole - 1 || index == cells - 1;

    private static CellReference PathOf(CellFact cell) => new() { Path = cell.Template!.Path };

    private static CellReference Reference(CellFact cell) => new()
    {
        Path = cell.Template!.Path,
        Row = cell.Template.Row,
        Column = cell.Template.Column,
        Text = cell.Cell.Text,
        Location = cell.Cell.Location,
    };
}
