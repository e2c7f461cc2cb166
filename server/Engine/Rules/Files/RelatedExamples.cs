namespace Validation.Engine.Rules.Files;

/// <summary>The reports with which a rule's test compares its own, as the test writes them.</summary>
internal static class RelatedExamples
{
    private static readonly string[] Keys = ["prior", "subordinates", "missing", "peers"];

    /// <summary>Makes the reports that a test names. Empty: it names none.</summary>
    public static RelatedReports Make(MappingReader test, ProblemList problems)
    {
        if (Keys.All(key => test.Node(key) is null))
        {
            return RelatedReports.Empty;
        }

        var (prior, under, missing, peers) = (test.Map("prior"), test.List("subordinates"), test.List("missing"), test.List("peers"));
        return new RelatedReports
        {
            Prior = prior is null ? null : new RelatedReport(ExampleReport.Read(prior, problems, ExampleReport.Year - 1)),
            Subordinates = under is null && missing is null ? null : new Subordinates(
                Reports(under, problems), [.. missing?.Items.OfType<YamlScalar>().Select(name => name.Text) ?? []]),
            Peers = peers is null ? null : Reports(peers, problems),
        };
    }

    /// <summary>The reports as the test writes them, for people to read, a line for each key, behind what the test writes of its own
    /// report.</summary>
    public static string After(MappingReader test, string report) => string.Join('\n', Keys
        .Where(key => test.Node(key) is not null).Select(key => $"{key}: {test.Node(key)!.Canonical}")
        .Prepend(report).Where(line => line.Length > 0));

    private static List<RelatedReport> Reports(YamlSequence? list, ProblemList problems) =>
        [.. list?.Items.OfType<YamlMapping>().Select(report => new RelatedReport(ExampleReport.Read(report, problems))) ?? []];
}
