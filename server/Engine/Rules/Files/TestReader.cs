using System.Globalization;
using Validation.Template;
using Validation.V1;

namespace Validation.Engine.Rules.Files;

/// <summary>Reads a rule's own tests.</summary>
internal static class TestReader
{
    private static readonly string[] TestKeys = ["name", "report", "document", "findings"];
    private static readonly string[] FindingKeys = ["cells", "message", "severity", "section", "actual", "expected"];

    /// <summary>Reads them; a test that is not whole is a problem and left out.</summary>
    public static IEnumerable<TestDefinition> Read(YamlSequence? tests, IReadOnlyList<string> lines, ProblemList problems)
    {
        foreach (var item in tests?.Items ?? [])
        {
            if (item is not YamlMapping mapping)
            {
                problems.Add(item, Texts.NotMapping("tests"));
                continue;
            }

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
                document ?? TextOf(report, lines));
        }
    }

    /// <summary>Reports are large and rarely asked for: one is made to see what is wrong, and made again for the test.</summary>
    private static Func<Report> Report(YamlMapping? report, ProblemList problems)
    {
        if (report is not null)
        {
            TestReport.Read(report, problems);
        }

        return () => TestReport.Read(report, new ProblemList());
    }

    private static IEnumerable<ExpectedFinding> Findings(MappingReader test, ProblemList problems)
    {
        foreach (var item in test.List("findings")?.Items ?? [])
        {
            if (item is not YamlMapping mapping)
            {
                problems.Add(item, Texts.NotMapping("findings"));
                continue;
            }

            var reader = new MappingReader(mapping, FindingKeys, problems);
            var section = reader.Scalar("section");
            if (section is not null && section.Text is not [>= '0' and <= '6'])
            {
                problems.Add(section, Texts.NotSection);
                section = null;
            }

            var cells = reader.List("cells")?.Items.OfType<YamlScalar>().ToList();
            foreach (var cell in cells?.Where(cell => !ReportTemplate.Cells.ContainsKey(cell.Text)) ?? [])
            {
                problems.Add(cell, Texts.UnknownCell(cell.Text, MappingReader.Nearest(cell.Text, ReportTemplate.Cells.Keys)));
            }

            yield return new ExpectedFinding
            {
                Cells = cells?.ConvertAll(cell => cell.Text),
                Message = reader.Text("message"),
                Severity = reader.Severity("severity"),
                Section = section is null ? null : int.Parse(section.Text, CultureInfo.InvariantCulture),
                Actual = reader.Text("actual"),
                Expected = reader.Text("expected"),
            };
        }
    }

    /// <summary>The report as written, its first line included.</summary>
    private static string TextOf(YamlMapping? report, IReadOnlyList<string> lines)
    {
        if (report is null)
        {
            return string.Empty;
        }

        if (lines[report.Line - 1][(report.Column - 1)..].StartsWith('{'))
        {
            return report.Canonical[1..^1];
        }

        var text = lines.Skip(report.Line - 1)
            .TakeWhile((line, i) => i == 0 || line.Length - line.TrimStart().Length >= report.Column - 1)
            .Select(line => line.Length > report.Column - 1 ? line[(report.Column - 1)..] : line.Trim());
        return string.Join('\n', text);
    }
}
