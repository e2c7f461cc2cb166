using Validation.Engine.Rules;
using Validation.Engine.Rules.Compiling;
using Validation.V1;

namespace Validation.Engine.Tests.Support;

/// <summary>Rule sets for tests.</summary>
public static class TestRules
{
    /// <summary>A day on which nothing in particular begins or ends.</summary>
    public static readonly DateOnly Today = new(2026, 3, 1);

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "rules");
    private static readonly Lazy<NationalRuleSet> NationalFiles = new(() => NationalRuleSet.Read(Folder));
    private static readonly Lazy<RuleSet> NationalSet = new(() => NationalFiles.Value.Compile());

    /// <summary>The files of the national set.</summary>
    public static NationalRuleSet Files => NationalFiles.Value;

    /// <summary>The national set.</summary>
    public static RuleSet National => NationalSet.Value;

    /// <summary>Compiles files as an overlay, on the national set or on nothing.</summary>
    public static RuleSetCompilation Compile(string overlay, bool onNational = false, DateOnly? today = null) =>
        RuleSetCompiler.Compile(new RuleSetSource("x", onNational ? Files.Files : [], [FileOf("local.yaml", overlay)], today ?? Today));

    /// <summary>A set of rules; each needs only the keys that matter.</summary>
    public static RuleSet Of(params string[] rules)
    {
        var compilation = Compile(string.Join('\n', rules.Select((rule, i) => Whole(rule, i))));
        compilation.Problems.Where(problem => problem.Severity == Level.Error).Select(problem => $"{problem.Line}: {problem.Message}")
            .ShouldBeEmpty();
        return compilation.RuleSet!;
    }

    /// <summary>The rule with the keys that it lacks.</summary>
    /// <param name="rule">Some keys, one a line.</param>
    /// <param name="index">Makes an id where none is given: rule-a, rule-b …</param>
    public static string Whole(string rule, int index = 0)
    {
        (string Key, string Value)[] defaults =
        [
            ("id", $"rule-{(char)('a' + index)}"), ("title", "规则"), ("severity", "error"), ("basis", "依据"), ("why", "原因"),
            ("assert", "true"), ("message", "问题。"),
            ("tests", "[{name: 对, findings: []}, {name: 错, findings: [{}]}]"),
        ];
        var lines = rule.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        lines.AddRange(defaults.Where(pair => !lines.Exists(line => line.StartsWith(pair.Key + ":", StringComparison.Ordinal)))
            .Select(pair => $"{pair.Key}: {pair.Value}"));
        return "- " + string.Join("\n  ", lines);
    }

    /// <summary>A file.</summary>
    public static RuleFile FileOf(string path, string text) => new() { Path = path, Text = text };
}
