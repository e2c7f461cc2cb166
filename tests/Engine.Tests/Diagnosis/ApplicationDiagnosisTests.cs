using System.Globalization;
using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;
using Xunit.Abstractions;

namespace Validation.Engine.Tests.Diagnosis;

/// <summary>Wrong numbers of 表三, every cell of every correct sample: the cells that are wrong are named.</summary>
public sealed class ApplicationDiagnosisTests(ITestOutputHelper output)
{
    private const int Pairs = 500;
    private const int Seed = 20241231;
    private const string Unsure = "不能确定";

    private static readonly IReadOnlyList<CellTemplate> Cells = ApplicationsTemplate.Table.Cells;

    /// <summary>The correct samples, and reports of random numbers: in a fuller table fewer changes are ruled out by numbers below
    /// 0.</summary>
    public static TheoryData<string> Reports => [.. Sample.CorrectNames, "random 1", "random 2", "random 3"];

    [Theory]
    [MemberData(nameof(Reports))]
    public void Explain_AnySingleCellChanged_FirstSuggestionPutsItBack(string name)
    {
        var report = Read(name);
        var failed = new List<string>();
        var tried = 0;
        foreach (var cell in Cells)
        {
            foreach (var slip in Diagnosed.TypingSlips(Diagnosed.Number(report, cell)))
            {
                tried++;
                var findings = Diagnosed.Sum(Diagnosed.Changed(report, (cell, slip)));
                findings.Count.ShouldBeGreaterThan(1);
                if (!findings.All(finding => Diagnosed.PutsBack(finding.Suggestions[0], report, cell)))
                {
                    failed.Add($"{cell.Path} {slip}: {findings[0].Suggestions[0].Text}");
                }

                ShouldMendNoOther(findings, cell);
            }
        }

        ShouldBeRare(failed, tried, 0.05, "single cells");
    }

    [Theory]
    [MemberData(nameof(Reports))]
    [Trait("Size", "Exhaustive")]
    public void Explain_TwoCellsChanged_PutBackByOneOfThreeSuggestions(string name)
    {
        var report = Read(name);
        var random = new Random(Seed);
        var failed = new List<string>();
        for (var tried = 0; tried < Pairs;)
        {
            var cells = new[] { Cells[random.Next(Cells.Count)], Cells[random.Next(Cells.Count)] };
            var changes = cells
                .Select(cell => (Cell: cell, Value: random.GetItems([.. Diagnosed.TypingSlips(Diagnosed.Number(report, cell))], 1)[0]))
                .ToArray();
            var findings = Diagnosed.Sum(Diagnosed.Changed(report, changes));
            if (cells[0] == cells[1] || findings.Count == 0)
            {
                continue;
            }

            tried++;
            if (!findings.Any(finding => finding.Suggestions.Take(3).Any(suggestion => Diagnosed.PutsBack(suggestion, report, cells))))
            {
                failed.Add($"{string.Join(", ", changes.Select(change => $"{change.Cell.Path} {change.Value}"))}: "
                    + findings[0].Suggestions[0].Text);
            }
        }

        ShouldBeRare(failed, Pairs, 0.2, "pairs of cells");
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Explain_NeighboursOfARowExchanged_NamedSo(string name)
    {
        var report = Read(name);
        var failed = new List<string>();
        var tried = 0;
        foreach (var row in ApplicationsTemplate.Table.Rows)
        {
            foreach (var (one, other) in row.Cells.SkipLast(1).Zip(row.Cells.Skip(1)))
            {
                var (left, right) = (Diagnosed.Number(report, one), Diagnosed.Number(report, other));
                if (left != right)
                {
                    tried++;
                    var first = Diagnosed.Sum(Diagnosed.Changed(report, (one, right), (other, left)))[0].Suggestions[0];
                    if (!Diagnosed.PutsBack(first, report, one, other) || !first.Text.Contains("看来填反了", StringComparison.Ordinal))
                    {
                        failed.Add($"{one.Path}: {first.Text}");
                    }
                }
            }
        }

        ShouldBeRare(failed, tried, 0.05, "exchanged neighbours");
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Explain_RowOneColumnToTheRight_NamedSo(string name) => ShouldNameShift(name, "向右错了一列", row => [0, .. row[..^1]]);

    [Theory]
    [MemberData(nameof(Reports))]
    public void Explain_RowOneColumnToTheLeft_NamedSo(string name) => ShouldNameShift(name, "向左错了一列", row => [.. row[1..], 0]);

    private static Report Read(string name)
    {
        if (!name.StartsWith("random ", StringComparison.Ordinal))
        {
            return new Sample(name).Check().Report;
        }

        var numbers = new NumbersThatBalance(int.Parse(name.Split(' ')[1], CultureInfo.InvariantCulture), 30);
        var report = new Sample(Sample.CorrectNames[0]).Check().Report;
        report.Claims.Clear();
        return Diagnosed.Changed(report, ReportTemplate.Cells.Values.Select(cell => (cell, (double)numbers[cell])));
    }

    private void ShouldNameShift(string name, string words, Func<double[], double[]> shift)
    {
        var report = Read(name);
        var failed = new List<string>();
        var tried = 0;
        foreach (var row in ApplicationsTemplate.Table.Rows)
        {
            double[] numbers = [.. row.Cells.Select(cell => Diagnosed.Number(report, cell))];
            if (numbers[^1] == 0)
            {
                continue;
            }

            tried++;
            var shifted = row.Cells.Zip(shift(numbers));
            CellTemplate[] cells =
                [.. shifted.Where(pair => pair.Second != Diagnosed.Number(report, pair.First)).Select(pair => pair.First)];
            var first = Diagnosed.Sum(Diagnosed.Changed(report, shifted))[0].Suggestions[0];
            if (!Diagnosed.PutsBack(first, report, cells) || !first.Text.Contains(words, StringComparison.Ordinal))
            {
                failed.Add($"{row.Key}: {first.Text}");
            }
        }

        ShouldBeRare(failed, tried, 0.05, "shifted rows");
    }

    // Another cell alone may be named as a possibility, never as the one.
    private static void ShouldMendNoOther(IReadOnlyList<Finding> findings, CellTemplate cell)
    {
        foreach (var suggestion in findings.SelectMany(finding => finding.Suggestions).Where(one => one.Edits.Count == 1))
        {
            var isRight = suggestion.Edits[0].Path == cell.Path;
            (isRight || suggestion.Text.Contains(Unsure, StringComparison.Ordinal)).ShouldBeTrue(suggestion.Text);
        }
    }

    private void ShouldBeRare(List<string> failed, int tried, double most, string what)
    {
        output.WriteLine($"{tried - failed.Count} of {tried} {what} put back");
        failed.Take(10).ToList().ForEach(output.WriteLine);
        failed.Count.ShouldBeLessThanOrEqualTo((int)(tried * most), string.Join('\n', failed.Take(10)));
    }
}
