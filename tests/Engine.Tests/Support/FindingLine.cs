using Validation.V1;

namespace Validation.Engine.Tests.Support;

/// <summary>A finding on one line: severity, rule, line of the text, cells (many are counted, not listed).</summary>
public static class FindingLine
{
    private const int MostCells = 7;

    public static string Of(Finding finding)
    {
        var paths = string.Join(' ', finding.Cells.Select(cell => cell.Path));
        var cells = finding.Cells.Count > MostCells ? $"{finding.Cells.Count} cells" : paths;
        var line = finding.Location is null ? "-" : $"line {finding.Location.Line}";
        return $"{finding.Severity} {finding.RuleId} {line} {cells}".TrimEnd();
    }
}
