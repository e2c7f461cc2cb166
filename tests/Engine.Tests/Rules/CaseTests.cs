using System.Globalization;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Rules;

/// <summary>Small drafts, each with one kind of fault that published reports showed, or with what only looks like one: tests/samples/cases.
/// Words, places and numbers are invented.</summary>
public sealed class CaseTests
{
    public static TheoryData<string> Files => [.. Rows().Select(row => row.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Check_Case_SaysWhatIsRight(string file)
    {
        var row = Rows().Single(row => row.File == file);
        var reply = Sample.Check(File.ReadAllBytes(PathOf(file)));
        var found = reply.Findings.Select(finding => new Found(finding.RuleId, finding.Severity)).ToList();
        var said = string.Join("; ", reply.Findings.Select(finding => $"{finding.RuleId}:{finding.Severity}: {finding.Message}"));

        row.Verdicts.ShouldContain(Name(reply.Verdict), $"{row.Note}: {reply.ReasonText} {said}");
        foreach (var must in row.Must)
        {
            must.Split('|').ShouldContain(one => Holds(one, found, reply.Reason), $"{row.Note}: missing {must}: {said}");
        }

        foreach (var not in row.MustNot)
        {
            var (rule, severity) = Split(not);
            found.ShouldNotContain(one => Matches(rule, one.Rule) && one.Severity <= (severity ?? Level.Info), $"{row.Note}: {said}");
        }
    }

    private static bool Holds(string token, List<Found> found, Reason reason)
    {
        if (token.StartsWith("reason:", StringComparison.Ordinal))
        {
            var expected = token[7..].Replace("_", "", StringComparison.Ordinal);
            return string.Equals(reason.ToString(), expected, StringComparison.OrdinalIgnoreCase);
        }

        var parts = token.Split('#');
        var (rule, severity) = Split(parts[0]);
        var count = found.Count(one => Matches(rule, one.Rule) && (severity is null || one.Severity == severity));
        return count >= (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1);
    }

    private static (string Rule, Level? Severity) Split(string token)
    {
        var parts = token.Split(':');
        return (parts[0], parts.Length > 1 ? Enum.Parse<Level>(parts[1], ignoreCase: true) : null);
    }

    private static bool Matches(string pattern, string rule) =>
        pattern.EndsWith('*') ? rule.StartsWith(pattern[..^1], StringComparison.Ordinal) : rule == pattern;

    private static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Accept => "ACCEPT",
        Verdict.Reject => "REJECT",
        _ => "NOT_DECIDED",
    };

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "samples", "cases", file);

    private static IEnumerable<Row> Rows() =>
        from line in File.ReadLines(PathOf("cases.tsv")).Skip(1)
        let columns = line.Split('\t')
        select new Row(columns[0], columns[1].Split('|'), List(columns[2]), List(columns[3]), columns[4]);

    private static string[] List(string column) => column.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private sealed record Found(string Rule, Level Severity);

    private sealed record Row(string File, string[] Verdicts, string[] Must, string[] MustNot, string Note);
}
