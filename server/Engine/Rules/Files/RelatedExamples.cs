namespace Validation.Engine.Rules.Files;

/// <summary>The reports with which a rule's test compares its own, as the test writes them.</summary>
internal sealed class RelatedExamples
{
    private static readonly string[] Keys = ["prior", "subordinates", "missing", "peers"];

    private readonly int _year;

    private RelatedExamples(IReadOnlyList<(string Key, YamlNode Node)> parts, int year)
    {
        Parts = parts;
        _year = year;
    }

    private IReadOnlyList<(string Key, YamlNode Node)> Parts { get; }

    /// <summary>Reads the keys of a test. Reports are large: they are made to find their problems, and dropped.</summary>
    public static RelatedExamples Read(MappingReader test, ProblemList problems)
    {
        var parts = Keys.Select(key => (key, Node: test.Node(key))).Where(part => part.Node is not null);
        var examples = new RelatedExamples([.. parts.Select(part => (part.key, part.Node!))], ExampleReport.Year);
        foreach (var (key, node) in examples.Parts)
        {
            if (key == "prior" ? node is not YamlMapping : node is not YamlSequence)
            {
                problems.Add(node, key == "prior" ? Texts.NotMapping(key) : Texts.NotList(key));
            }
        }

        if (examples.Parts.Count > 0)
        {
            examples.MakeWith(problems);
        }

        return examples;
    }

    /// <summary>The reports as the test writes them, for people to read, a line for each key, behind what the test writes of its own
    /// report.</summary>
    public string After(string report) =>
        string.Join('\n', Parts.Select(part => $"{part.Key}: {part.Node.Canonical}").Prepend(report).Where(line => line.Length > 0));

    /// <summary>Makes the reports that the test names. Empty: it names none.</summary>
    public RelatedReports Make() => Parts.Count == 0 ? RelatedReports.Empty : MakeWith(new ProblemList());

    private RelatedReports MakeWith(ProblemList problems)
    {
        var under = Find("subordinates");
        var missing = Find("missing");
        return new RelatedReports
        {
            Prior = Find("prior") is YamlMapping prior ? new RelatedReport(ExampleReport.Read(prior, problems, _year - 1)) : null,
            Subordinates = under is null && missing is null ? null : new Subordinates(
                Reports(under, problems), [.. Items(missing).OfType<YamlScalar>().Select(name => name.Text)]),
            Peers = Find("peers") is { } peers ? Reports(peers, problems) : null,
        };
    }

    private List<RelatedReport> Reports(YamlNode? list, ProblemList problems) =>
        [.. Items(list).OfType<YamlMapping>().Select(report => new RelatedReport(ExampleReport.Read(report, problems, _year)))];

    private YamlNode? Find(string key) => Parts.FirstOrDefault(part => part.Key == key).Node;

    private static IReadOnlyList<YamlNode> Items(YamlNode? list) => (list as YamlSequence)?.Items ?? [];
}
