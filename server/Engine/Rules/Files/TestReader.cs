using Validation.Form;
using Validation.V1;

namespace Validation.Engine.Rules.Files;

/// <summary>Reads a rule's own tests.</summary>
internal static class TestReader
{
    private static readonly string[] TestKeys = ["name", "report", "document", "prior", "subordinates", "missing", "peers", "findings"];
    private static readonly string[] FindingKeys = ["cells", "message", "severity", "section", "actual", "expected"];

    /// <summary>Reads the tests of a rule. A test that is not complete is a problem and left out.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="file">The text of its file.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public static IEnumerable<TestDefinition> Read(MappingReader rule, string file, ProblemList problems)
    {
        foreach (var mapping in rule.Items<YamlMapping>("tests", Texts.NotMapping))
        {
            var reader = new MappingReader(mapping, TestKeys, problems);
            var document = reader.Text("document");
            var report = reader.Map("report");
            if (reader.Node("findings") is null)
            {
                reader.Missing("findings");
            }

            yield return new TestDefinition(
                reader.Required("name"),
                mapping.Line,
                document is null ? Report(report, problems) : null,
                document,
                [.. Findings(reader, problems)],
                RelatedExamples.After(reader, document ?? TextOf(report, file)),
                Related(reader, problems));
        }
    }

    /// <summary>Gives a function that makes the test's report. Reports are large and seldom needed: this makes one to find its problems,
    /// and drops it.</summary>
    private static Func<Report> Report(YamlMapping? report, ProblemList problems)
    {
        if (report is not null)
        {
            ExampleReport.Read(report, problems);
        }

        return () => ExampleReport.Read(report, new ProblemList());
    }

    /// <summary>The same for the reports with which it is compared.</summary>
    private static Func<RelatedReports> Related(MappingReader test, ProblemList problems)
    {
        return RelatedExamples.Make(test, problems) == RelatedReports.Empty
            ? () => RelatedReports.Empty
            : () => RelatedExamples.Make(new MappingReader(test.Mapping, TestKeys, new ProblemList()), new ProblemList());
    }

    private static IEnumerable<ExpectedFinding> Findings(MappingReader test, ProblemList problems)
    {
        foreach (var mapping in test.Items<YamlMapping>("findings", Texts.NotMapping))
        {
            var reader = new MappingReader(mapping, FindingKeys, problems);
            var cells = reader.List("cells")?.Items.OfType<YamlScalar>().ToList();
            foreach (var cell in cells?.Where(cell => !ReportTemplate.Cells.ContainsKey(cell.Text)) ?? [])
            {
                problems.Add(cell, Texts.UnknownCell(cell.Text, MappingReader.Nearest(cell.Text, ReportTemplate.Cells.Keys)));
            }

            yield return new ExpectedFinding(
                cells?.ConvertAll(cell => cell.Text),
                reader.Text("message"),
                reader.Severity("severity"),
                reader.Section("section"),
                reader.Text("actual"),
                reader.Text("expected"));
        }
    }

    /// <summary>The report as the test writes it, for people to read, without its indentation.</summary>
    private static string TextOf(YamlMapping? report, string file)
    {
        if (report is null or { IsFlow: true })
        {
            return report?.Canonical[1..^1] ?? string.Empty;
        }

        var indent = report.Column - 1;
        var lines = file[report.Start..report.End].Split('\n');
        return string.Join('\n', lines.Select((line, i) => i == 0 ? line : line.Length > indent ? line[indent..] : line.Trim()));
    }
}

/// <summary>A rule's own test.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Line">The line in its file.</param>
/// <param name="Report">Makes the report, as far as it matters. Null: there is a whole document.</param>
/// <param name="Document">A whole document, as plain text. Null: there is a report.</param>
/// <param name="Findings">What the rule must find, no more and no less, in any order.</param>
/// <param name="Text">The report or document as written, for people.</param>
/// <param name="Related">Makes the reports that the test's report is compared with.</param>
internal sealed record TestDefinition(
    string Name, int Line, Func<Report>? Report, string? Document, IReadOnlyList<ExpectedFinding> Findings, string Text,
    Func<RelatedReports> Related);

/// <summary>A finding that a test expects. What is null is not compared.</summary>
/// <param name="Cells">Cells that must be among the finding's.</param>
/// <param name="Message">Words that the message must hold.</param>
/// <param name="Severity">The level.</param>
/// <param name="Section">The number of the section.</param>
/// <param name="Actual">What the document has.</param>
/// <param name="Expected">What it should have.</param>
internal sealed record ExpectedFinding(
    IReadOnlyList<string>? Cells, string? Message, Level? Severity, int? Section, string? Actual, string? Expected);
