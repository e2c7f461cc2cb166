using System.Globalization;
using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Rules;

/// <summary>One wrong number anywhere in the tables that add up is found, and named.</summary>
[Trait("Size", "Exhaustive")]
public sealed class SingleChangeTests
{
    private const int Some = 30;

    private static readonly int[] Deltas = [1, -1, 10];

    [Theory]
    [ClassData(typeof(CorrectSamples))]
    public void Check_AnySingleNumberChanged_ErrorNamesRowAndColumn(string name)
    {
        var sample = new Sample(name);
        var lines = sample.Text.Split('\n');
        var report = sample.Check().Report;
        var changes =
            from template in ApplicationsTemplate.Table.Cells.Concat(DisputesTemplate.Table.Cells)
            from delta in Deltas
            select (template.Path, delta);
        Exhaustive.Try(changes, Some, change =>
        {
            var template = ReportTemplate.Cells[change.Path];
            var reply = Sample.Check(Changed(lines, template.Of(report), change.delta));

            reply.Verdict.ShouldBe(Verdict.Reject);
            var errors = reply.Findings.Where(finding => finding.Severity == Level.Error).ToList();
            var cells = errors.SelectMany(finding => finding.Cells).Select(cell => (cell.Path, cell.Row, cell.Column));
            cells.ShouldContain((template.Path, template.Row, template.Column));
            var words = string.Concat(errors.Select(finding => finding.Message));
            words.ShouldContain(template.Row, Case.Sensitive);
            words.ShouldContain(template.Column, Case.Sensitive);
        }, name);
    }

    [Theory]
    [ClassData(typeof(CorrectSamples))]
    public void Check_AnyApplicationNumberRaised_FirstSuggestionIsToTakeItBack(string name)
    {
        var sample = new Sample(name);
        var lines = sample.Text.Split('\n');
        var report = sample.Check().Report;
        Exhaustive.Try(ApplicationsTemplate.Table.Cells.Select(cell => cell.Path), Some, path =>
        {
            var cell = ReportTemplate.Cells[path].Of(report);
            var reply = Sample.Check(Changed(lines, cell, 2));

            // The prose may state the number too, and say so beside the sums.
            var sums = reply.Findings
                .Where(finding => finding.Severity == Level.Error && finding.RuleId.StartsWith("t3-", StringComparison.Ordinal))
                .ToList();
            sums.Count.ShouldBeGreaterThan(1);
            foreach (var finding in sums)
            {
                var edit = finding.Suggestions[0].Edits.ShouldHaveSingleItem();
                edit.Path.ShouldBe(path);
                edit.Text.ShouldBe(cell.Value.ToString(CultureInfo.InvariantCulture));
                finding.Cells.ShouldContain(found => found.Path == path && found.Suspect);
            }
        }, name);
    }

    private static string Changed(string[] lines, Cell cell, int delta)
    {
        var changed = (string[])lines.Clone();
        var (line, column) = (cell.Location.Line - 1, cell.Location.Column - 1);
        var number = (cell.Value + delta).ToString(CultureInfo.InvariantCulture);
        changed[line] = changed[line][..column] + number + changed[line][(column + cell.Text.Length)..];
        return string.Join('\n', changed);
    }
}
