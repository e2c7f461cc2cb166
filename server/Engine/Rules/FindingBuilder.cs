using Validation.Engine.Reports.Template;
using Validation.V1;

namespace Validation.Engine.Rules;

/// <summary>Makes a finding of a rule's match: all that a client needs to show it without knowing the template.</summary>
internal static class FindingBuilder
{
    public static Finding Build(RuleHeader header, Match match, Report report)
    {
        var finding = new Finding
        {
            RuleId = header.Id,
            Title = header.Title,
            Severity = match.Severity ?? header.Severity,
            RuleSeverity = header.Severity,
            Message = match.Message,
            Basis = header.Basis,
            Section = match.Section == 0 ? string.Empty : SectionTemplate.Of(match.Section).Heading,
            Expected = match.Expected,
            Actual = match.Actual,
            Fingerprint = Fingerprint.Of(header.Id, match),
        };
        finding.Cells.AddRange(match.Cells.Select(path => Reference(ReportTemplate.Cells[path], report)));
        finding.Location = match.Location ?? finding.Cells.Select(cell => cell.Location).FirstOrDefault(location => location is not null);
        if (match.Mend is not null)
        {
            finding.Suggestions.Add(new Suggestion { Text = match.Mend });
        }

        return finding;
    }

    private static CellReference Reference(CellTemplate template, Report report)
    {
        var cell = template.Of(report);
        return new CellReference
        {
            Path = template.Path,
            Row = template.Row,
            Column = template.Column,
            Text = cell.Text,
            Location = cell.Location,
        };
    }
}
