using System.Globalization;
using Validation.Engine.Tests.Support;
using Validation.Template;
using Validation.V1;

namespace Validation.Engine.Tests.Rules;

/// <summary>One wrong number anywhere in the tables that add up is found, and named.</summary>
public sealed class SingleChangeTests
{
    private static readonly int[] Deltas = [1, -1, 10];

    [Theory]
    [ClassData(typeof(CorrectSamples))]
    public void Check_AnySingleNumberChanged_ErrorNamesRowAndColumn(string name)
    {
        var sample = new Sample(name);
        var lines = sample.Text.Split('\n');
        var report = sample.Check().Report;
        foreach (var template in ApplicationsTemplate.Table.Cells.Concat(DisputesTemplate.Table.Cells))
        {
            foreach (var delta in Deltas)
            {
                var reply = Sample.Check(Changed(lines, template.Of(report), delta));

                reply.Verdict.ShouldBe(Verdict.Reject, $"{template.Path} {delta}");
                var errors = reply.Findings.Where(finding => finding.Severity == Severity.Error).ToList();
                var cells = errors.SelectMany(finding => finding.Cells).Select(cell => (cell.Path, cell.Row, cell.Column));
                cells.ShouldContain((template.Path, template.Row, template.Column), $"{template.Path} {delta}");
                var words = string.Concat(errors.Select(finding => finding.Message));
                words.ShouldContain(template.Row, Case.Sensitive, $"{template.Path} {delta}");
                words.ShouldContain(template.Column, Case.Sensitive, $"{template.Path} {delta}");
            }
        }
    }

    [Theory]
    [ClassData(typeof(CorrectSamples))]
    public void Check_AnyApplicationNumberRaised_FirstSuggestionIsToTakeItBack(string name)
    {
        var sample = new Sample(name);
        var lines = sample.Text.Split('\n');
        var report = sample.Check().Report;
        foreach (var template in ApplicationsTemplate.Table.Cells)
        {
            var reply = Sample.Check(Changed(lines, template.Of(report), 2));

            var sums = reply.Findings.Where(finding => finding.Severity == Severity.Error).ToList();
            sums.Count.ShouldBeGreaterThan(1, template.Path);
            foreach (var finding in sums)
            {
                var edit = finding.Suggestions[0].Edits.ShouldHaveSingleItem();
                edit.Path.ShouldBe(template.Path);
                edit.Text.ShouldBe(template.Of(report).Value.ToString(CultureInfo.InvariantCulture));
                finding.Cells.ShouldContain(cell => cell.Path == template.Path && cell.Suspect);
            }
        }
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
